import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { RunOf } from '../../../../api/runs.ts';
import type { HotspotCell } from '../../../../map/results/local-gi-star.ts';
import { dataOf } from '../../../../map/run-result.ts';
import { Button } from '../../../../ui/button.tsx';
import { Facts } from '../../inspector/facts.tsx';
import styles from '../../inspector/inspector.module.css';
import { useMapContext } from '../../map-context.ts';
import panelStyles from '../../panels/panels.module.css';
import { ProblemDialog } from '../../panels/problem-dialog.tsx';
import { useChanceText, usePercentText } from '../figures.ts';
import { Gone } from '../gone.tsx';
import type { CardProps } from '../method-view.ts';

type HotspotRun = RunOf<'local-gi-star'>;

/** Why is this cell coloured? */
export function HotspotCellCard({ run, id }: CardProps<'local-gi-star'>) {
  const { scene } = useMapContext();
  const cell = dataOf(scene.result, 'local-gi-star')?.cells.find((each) => String(each.cell) === id);
  return cell ? <CellFacts cell={cell} run={run} /> : <Gone />;
}

function CellFacts({ cell, run }: { cell: HotspotCell; run: HotspotRun }) {
  const intl = useIntl();
  const [opening, setOpening] = useState(false);
  const { summary, parameters } = run;
  const hotspot = summary?.hotspots.find(({ cells }) => cells.includes(cell.cell));
  const number = (value: number | null, digits = 2) =>
    value === null ? null : intl.formatNumber(value, { maximumFractionDigits: digits });
  const chance = useChanceText();
  const percent = usePercentText();
  return (
    <>
      <p className={styles.verdict} data-tone={toneOf(cell)}>
        <Verdict cell={cell} run={run} />
      </p>
      <Facts
        facts={[
          [
            intl.formatMessage({ id: 'map.cell.count', defaultMessage: 'Incidents in this cell' }),
            number(cell.count, 0),
          ],
          [
            intl.formatMessage({ id: 'map.cell.neighbours', defaultMessage: 'Neighbouring cells' }),
            number(cell.neighbours, 0),
          ],
          [
            intl.formatMessage({ id: 'map.cell.sum', defaultMessage: 'Incidents in all of them' }),
            number(cell.sum, 0),
          ],
          [
            intl.formatMessage({
              id: 'map.cell.expected',
              defaultMessage: 'Expected there if spread evenly',
            }),
            number(cell.expected, 1),
          ],
          ['z', number(cell.z)],
          ['p', chance(cell.p)],
          [
            parameters.correction === 'fdr'
              ? intl.formatMessage({ id: 'map.cell.q', defaultMessage: 'p, corrected (q)' })
              : intl.formatMessage({ id: 'map.cell.uncorrected', defaultMessage: 'p, not corrected' }),
            chance(cell.q),
          ],
        ]}
      />
      <p className={panelStyles.quiet}>
        <FormattedMessage
          id="map.cell.rule"
          defaultMessage="Rule: a cell is coloured when {corrected, select, true {its p, corrected for all {cells, number} cells,} other {its p}} is at most {level}. Orange where z is above 0, blue where it is below; the stronger the colour, the further z is from 0."
          values={{
            corrected: String(parameters.correction === 'fdr'),
            cells: summary?.cells ?? 0,
            level: intl.formatNumber(parameters.level, { maximumFractionDigits: 4 }),
          }}
        />
      </p>
      {hotspot ? (
        <>
          <p>
            <FormattedMessage
              id="map.cell.hotspot"
              defaultMessage="Part of hotspot {rank, number}{place, select, none {} other {, {place}}}: {incidents, number} incidents, {share} of all in {area} of the area."
              values={{
                rank: hotspot.rank,
                place: hotspot.placeName ?? 'none',
                incidents: hotspot.incidents,
                share: percent(hotspot.shareOfIncidents),
                area: percent(hotspot.shareOfArea),
              }}
            />
          </p>
          <Button onPress={() => setOpening(true)}>
            <FormattedMessage
              id="map.cell.problem"
              defaultMessage="Open a problem case about this hotspot…"
            />
          </Button>
          {opening ? (
            <ProblemDialog
              geometry={hotspot.geometry}
              onClose={() => setOpening(false)}
              onOpened={() => undefined}
            />
          ) : null}
        </>
      ) : null}
    </>
  );
}

const toneOf = ({ significance }: HotspotCell) =>
  significance > 0 ? 'hot' : significance < 0 ? 'cold' : undefined;

function Verdict({ cell, run }: { cell: HotspotCell; run: HotspotRun }) {
  if (cell.z === null)
    return (
      <FormattedMessage
        id="map.cell.undefined"
        defaultMessage="Not coloured: there is too little here to compare this cell with."
      />
    );
  if (cell.significance === 0)
    return (
      <FormattedMessage
        id="map.cell.neither"
        defaultMessage="Not coloured: {sum, number} incidents in this cell and its neighbours, where {expected, number, ::.0} would be expected, could well be chance."
        values={{ sum: cell.sum, expected: cell.expected }}
      />
    );
  return (
    <FormattedMessage
      id="map.cell.coloured"
      defaultMessage="{hot, select, true {Hot} other {Cold}}: {sum, number} incidents in {self, select, true {this cell and its neighbours} other {its neighbours}}, where {expected, number, ::.0} would be expected. That is {hot, select, true {more} other {fewer}} than chance explains."
      values={{
        hot: String(cell.significance > 0),
        self: String(run.parameters.includeSelf),
        sum: cell.sum,
        expected: cell.expected,
      }}
    />
  );
}
