import { FormattedMessage, useIntl } from 'react-intl';
import type { RunOf } from '../../../../api/runs.ts';
import { Fact } from '../fact.tsx';

export function NearestFacts({ run: { parameters, summary } }: { run: RunOf<'nearest-neighbour'> }) {
  const intl = useIntl();
  return (
    <>
      {summary?.regionKm2 ? (
        <Fact name={<FormattedMessage id="map.nearest.against" defaultMessage="Measured against" />}>
          <FormattedMessage
            id="map.nearest.againstOf"
            defaultMessage="{area, number} km², {region, select, filter {the area of the filter} other {the outline around the incidents}}; its edge is not corrected for"
            values={{ area: Number(summary.regionKm2.toPrecision(3)), region: summary.region }}
          />
        </Fact>
      ) : null}
      <Fact name={<FormattedMessage id="map.facts.level" defaultMessage="Level" />}>
        {intl.formatNumber(parameters.level, { style: 'percent', maximumFractionDigits: 2 })}
      </Fact>
    </>
  );
}
