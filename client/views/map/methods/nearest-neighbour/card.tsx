import { FormattedMessage } from 'react-intl';
import panelStyles from '../../panels/panels.module.css';
import { Gone } from '../gone.tsx';
import type { CardProps } from '../method-view.ts';
import { Verdict } from '../verdict.tsx';

/** Why is this line here? */
export function NearestCard({ run: { summary } }: CardProps<'nearest-neighbour'>) {
  if (!summary?.outline) return <Gone />;
  return (
    <>
      <Verdict>
        <FormattedMessage
          id="map.nearest.outline"
          defaultMessage="The outline around {n, number} incidents: {area, number} km² that they are measured against."
          values={{ n: summary.n, area: Number((summary.regionKm2 ?? 0).toPrecision(3)) }}
        />
      </Verdict>
      <p className={panelStyles.quiet}>
        <FormattedMessage
          id="map.nearest.rule"
          defaultMessage="Rule: the smallest outline without a dent that holds all incidents of the filter. It is no border on the ground. Choose or draw an area in the filter to measure against that instead."
        />
      </p>
    </>
  );
}
