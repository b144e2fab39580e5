import { FormattedMessage, useIntl } from 'react-intl';
import { useLegendText } from '../../../../map/legend-text.ts';
import { readCellPeriod } from '../../../../map/results/cell-period.ts';
import { dataOf } from '../../../../map/run-result.ts';
import { Facts } from '../../inspector/facts.tsx';
import { useMapContext } from '../../map-context.ts';
import panelStyles from '../../panels/panels.module.css';
import { useChanceText } from '../figures.ts';
import { Gone } from '../gone.tsx';
import type { CardProps } from '../method-view.ts';
import { OpenCase } from '../open-case.tsx';
import { Verdict } from '../verdict.tsx';
import { partsOf, ruleOf } from './patterns.ts';
import { PeriodStrip } from './period-strip.tsx';

/** Why is this cell coloured? */
export function EmergingCard({ run: { summary }, id }: CardProps<'emerging-hotspots'>) {
  const intl = useIntl();
  const chance = useChanceText();
  const legend = useLegendText();
  const { scene } = useMapContext();
  const cell = dataOf(scene.result, 'emerging-hotspots')?.cells.find(
    (each) => String(each.cell) === readCellPeriod(id).cell,
  );
  if (!summary || !cell) return <Gone />;
  const { kind, states, counts, count, z, trend, trendP } = cell;
  const patch = summary.patches.find(({ cells }) => cells.includes(cell.cell));
  return (
    <>
      <Verdict tone={kind?.endsWith('_hot') ? 'hot' : kind?.endsWith('_cold') ? 'cold' : undefined}>
        <FormattedMessage
          id="map.emerging.verdict"
          defaultMessage="{found, select, true {{name}} other {Not coloured}}: hot in {hot, number}, cold in {cold, number} of {periods, plural, one {# period} other {# periods}}, {count, number} incidents in all."
          values={{
            found: String(kind !== null),
            name: kind === null ? '' : legend({ key: kind }),
            hot: states.filter((state) => state > 0).length,
            cold: states.filter((state) => state < 0).length,
            periods: states.length,
            count,
          }}
        />
      </Verdict>
      <p className={panelStyles.quiet}>
        <FormattedMessage
          id="map.emerging.ruleWords"
          defaultMessage="Rule: {rule}."
          values={{
            rule: intl.formatMessage(ruleOf(kind ?? 'none', summary.rule), {
              side: partsOf(kind ?? 'none')?.side ?? 'hot',
            }),
          }}
        />
      </p>
      <PeriodStrip cell={cell.cell} periods={summary.periods} states={states} counts={counts} />
      <p className={panelStyles.quiet}>
        <FormattedMessage
          id="map.emerging.stripKey"
          defaultMessage="▲ hot, ▼ cold: in that period the cell with its neighbours{before, select, true { (and the same cells in the period before)} other {}} held more, or fewer, than chance explains. A bar without a sign could be chance."
          values={{ before: String(summary.rule === 'trend') }}
        />
      </p>
      <Facts
        facts={[
          [
            intl.formatMessage({ id: 'map.emerging.lastZ', defaultMessage: 'Gi* of the last period' }),
            z === null ? null : intl.formatNumber(z, { maximumFractionDigits: 2 }),
          ],
          [
            intl.formatMessage({
              id: 'map.emerging.trendZ',
              defaultMessage: 'Trend of the scores (Mann–Kendall z)',
            }),
            trend === null ? null : intl.formatNumber(trend, { maximumFractionDigits: 2 }),
          ],
          [
            intl.formatMessage({ id: 'map.emerging.trendP', defaultMessage: 'p of the trend' }),
            chance(trendP),
          ],
        ]}
      />
      {patch ? <OpenCase geometry={patch.geometry} /> : null}
    </>
  );
}
