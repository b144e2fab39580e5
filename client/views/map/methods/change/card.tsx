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
export function ChangeCard({ run, id }: CardProps<'change'>) {
  const intl = useIntl();
  const chance = useChanceText();
  const { scene } = useMapContext();
  const cell = dataOf(scene.result, 'change')?.cells.find((each) => String(each.cell) === id);
  if (!cell) return <Gone />;
  const { before, after, expected, kind, p, q } = cell;
  const patch = run.summary?.patches.find(({ cells }) => cells.includes(cell.cell));
  return (
    <>
      <Verdict tone={kind === 'more' ? 'hot' : kind === 'fewer' ? 'cold' : undefined}>
        <FormattedMessage
          id="map.change.verdict"
          defaultMessage="{kind, select, more {More than before} fewer {Fewer than before} other {Not coloured}}: {after, number} after {before, number}. {kind, select, none {Two periods without any change can differ so much.} other {Chance alone seldom makes such a difference.}}"
          values={{ kind: kind ?? 'none', before, after }}
        />
      </Verdict>
      <Facts
        facts={[
          [
            intl.formatMessage({ id: 'map.change.cellBefore', defaultMessage: 'Incidents before' }),
            intl.formatNumber(before),
          ],
          [
            intl.formatMessage({ id: 'map.change.cellAfter', defaultMessage: 'Incidents after' }),
            intl.formatNumber(after),
          ],
          [
            intl.formatMessage({
              id: 'map.change.cellExpected',
              defaultMessage: 'Would have been, at the rate of before',
            }),
            intl.formatNumber(expected, { maximumFractionDigits: 1 }),
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
          id="map.change.rule"
          defaultMessage="Rule: the two counts of a cell are tested against the same rate in both periods; a cell is coloured when {corrected, select, true {its p, corrected for all cells with any incident,} other {its p}} is at most {level}. A change of the whole area counts as a change of its cells."
          values={{
            corrected: String(run.parameters.correction === 'fdr'),
            level: intl.formatNumber(run.parameters.level, { maximumFractionDigits: 4 }),
          }}
        />
      </p>
      {patch ? <OpenCase geometry={patch.geometry} /> : null}
    </>
  );
}
