import { FormattedMessage, useIntl } from 'react-intl';
import { dataOf } from '../../../../map/run-result.ts';
import { Facts } from '../../inspector/facts.tsx';
import { useMapContext } from '../../map-context.ts';
import panelStyles from '../../panels/panels.module.css';
import { useChanceText } from '../figures.ts';
import { Gone } from '../gone.tsx';
import type { CardProps } from '../method-view.ts';
import { OpenCase } from '../open-case.tsx';
import { Verdict } from '../verdict.tsx';

/** Why is this cell coloured? */
export function MoranCard({ run, id }: CardProps<'local-moran'>) {
  const intl = useIntl();
  const chance = useChanceText();
  const { scene } = useMapContext();
  const cell = dataOf(scene.result, 'local-moran')?.cells.find((each) => String(each.cell) === id);
  if (!cell) return <Gone />;
  const { count, neighbours, neighbourMean, kind, quadrant, statistic, p, q } = cell;
  const patch = run.summary?.hotspots.find(({ cells }) => cells.includes(cell.cell));
  const number = (value: number | null, digits = 2) =>
    value === null ? null : intl.formatNumber(value, { maximumFractionDigits: digits });
  return (
    <>
      <Verdict tone={kind === null ? undefined : kind.startsWith('high') ? 'hot' : 'cold'}>
        <FormattedMessage
          id="map.moran.verdict"
          defaultMessage="{kind, select, highHigh {Many, among many} lowLow {Few, among few} highLow {Many, among few: it stands out} lowHigh {Few, among many: it stands out} unsaid {Not coloured: it has no neighbours to compare it with} other {Not coloured}}: {count, number} incidents here, {mean, number, ::.0} on average in the cells around, {all, number, ::.0} in all cells. {kind, select, none {That could well be chance.} unsaid {} other {Chance does not explain it.}}"
          values={{
            kind: cell.unsaid ? 'unsaid' : (kind ?? 'none'),
            count,
            mean: neighbourMean ?? 0,
            all: run.summary?.mean ?? 0,
          }}
        />
      </Verdict>
      <Facts
        facts={[
          [
            intl.formatMessage({ id: 'map.cell.count', defaultMessage: 'Incidents in this cell' }),
            number(count, 0),
          ],
          [
            intl.formatMessage({ id: 'map.cell.neighbours', defaultMessage: 'Neighbouring cells' }),
            number(neighbours, 0),
          ],
          [
            intl.formatMessage({ id: 'map.moran.neighbourMean', defaultMessage: 'Mean of these' }),
            number(neighbourMean, 1),
          ],
          [
            intl.formatMessage({ id: 'map.moran.statistic', defaultMessage: 'Local Moran’s I' }),
            number(statistic),
          ],
          [
            intl.formatMessage({ id: 'map.moran.quadrant', defaultMessage: 'Side, whatever chance says' }),
            quadrant &&
              intl.formatMessage(
                {
                  id: 'map.moran.quadrantName',
                  defaultMessage:
                    '{quadrant, select, highHigh {many among many} lowLow {few among few} highLow {many among few} other {few among many}}',
                },
                { quadrant },
              ),
          ],
          ['p', chance(p)],
          [
            run.parameters.correction === 'fdr'
              ? intl.formatMessage({ id: 'map.cell.q', defaultMessage: 'p, corrected (q)' })
              : intl.formatMessage({ id: 'map.cell.uncorrected', defaultMessage: 'p, not corrected' }),
            chance(q),
          ],
        ]}
      />
      <p className={panelStyles.quiet}>
        <FormattedMessage
          id="map.moran.rule"
          defaultMessage="Rule: the count of this cell stays, its neighbours are drawn {permutations, number} times from all other cells. It is coloured when so much likeness, or unlikeness, is rarer than {level}{corrected, select, true { after correction for all cells} other {}}."
          values={{
            permutations: run.parameters.permutations,
            level: intl.formatNumber(run.parameters.level, { maximumFractionDigits: 4 }),
            corrected: String(run.parameters.correction === 'fdr'),
          }}
        />
      </p>
      {patch ? <OpenCase geometry={patch.geometry} /> : null}
    </>
  );
}
