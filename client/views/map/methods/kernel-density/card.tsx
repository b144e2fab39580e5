import { FormattedMessage, useIntl } from 'react-intl';
import { dataOf } from '../../../../map/run-result.ts';
import { Facts } from '../../inspector/facts.tsx';
import { useMapContext } from '../../map-context.ts';
import panelStyles from '../../panels/panels.module.css';
import { Gone } from '../gone.tsx';
import type { CardProps } from '../method-view.ts';
import { Verdict } from '../verdict.tsx';
import { useDensityText } from './density-text.ts';

/** Why is this cell coloured? */
export function DensityCard({ run: { summary }, id }: CardProps<'kernel-density'>) {
  const intl = useIntl();
  const text = useDensityText(summary?.weight ?? 'count');
  const { scene } = useMapContext();
  const data = dataOf(scene.result, 'kernel-density');
  const at = data ? Array.from(data.cell).indexOf(Number(id)) : -1;
  if (!summary || !data || at < 0) return <Gone />;
  const denser = Array.from(data.value).filter((density) => density > data.value[at]).length;
  return (
    <>
      <Verdict tone={data.value[at] > 0 ? 'hot' : undefined}>
        <FormattedMessage
          id="map.density.verdict"
          defaultMessage="{density} here. {denser, plural, =0 {No cell is denser.} one {# of {cells, number} cells is denser.} other {# of {cells, number} cells are denser.}}"
          values={{ density: text(data.value[at]), denser, cells: summary.cells }}
        />
      </Verdict>
      <Facts
        facts={[
          [
            intl.formatMessage({ id: 'map.cell.count', defaultMessage: 'Incidents in this cell' }),
            intl.formatNumber(data.count[at]),
          ],
        ]}
      />
      <p className={panelStyles.quiet}>
        <FormattedMessage
          id="map.density.rule"
          defaultMessage="Rule: every incident is spread over {bandwidth, number} m around it, most of it close by; the colour is the sum at the middle of the cell. It says where most is, not whether it is more than chance."
          values={{ bandwidth: Math.round(summary.bandwidth ?? 0) }}
        />
      </p>
    </>
  );
}
