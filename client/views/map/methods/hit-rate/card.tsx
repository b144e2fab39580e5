import { FormattedMessage, useIntl } from 'react-intl';
import {
  type HeldCell,
  type HitResult,
  ranked,
  type Watch,
  watchOfPart,
} from '../../../../map/results/hit-rate.ts';
import { dataOf } from '../../../../map/run-result.ts';
import { FigureTable } from '../../../../ui/figure-table.tsx';
import { useMapContext } from '../../map-context.ts';
import panelStyles from '../../panels/panels.module.css';
import { usePercentText } from '../figures.ts';
import { Gone } from '../gone.tsx';
import type { CardProps } from '../method-view.ts';
import { Verdict } from '../verdict.tsx';
import { MAP_NAMES, useMapName } from './map-names.ts';

/** Why is this cell coloured, or which cells would this map have had watched? */
export function HeldCellCard({ id }: CardProps<'hit-rate'>) {
  const { scene } = useMapContext();
  const data = dataOf(scene.result, 'hit-rate');
  const watch = data && watchOfPart(data, id);
  if (watch) return <WatchOf data={data} watch={watch} />;
  const cell = data?.cells.find((each) => String(each.cell) === id);
  if (!data || !cell) return <Gone />;
  return (
    <>
      <Why data={data} cell={cell} />
      <Ranks data={data} cell={cell} />
    </>
  );
}

/** The outlined cells are those of one map: the fill still tells of the best one. */
function WatchOf({ data, watch }: { data: HitResult; watch: Watch }) {
  const name = useMapName();
  const percent = usePercentText();
  const watched = data.cells.filter(({ cell }) => watch.cells.has(cell));
  const all = data.cells.reduce((sum, { observed }) => sum + observed, 0);
  return (
    <Verdict>
      <FormattedMessage
        id="map.hit.watchOf"
        defaultMessage="{map}: outlined on the map are the {cells, plural, one {# cell} other {# cells}} it would have had watched, {share} of the area. {hits, number} of {all, number} incidents of the hidden period happened there."
        values={{
          map: name(watch.map),
          cells: watched.length,
          share: percent(watch.share),
          hits: watched.reduce((sum, { observed }) => sum + observed, 0),
          all,
        }}
      />
    </Verdict>
  );
}

function Why({ data: { watch }, cell }: { data: HitResult; cell: HeldCell }) {
  const name = useMapName();
  const percent = usePercentText();
  const watched = watch?.cells.has(cell.cell) ?? false;
  return (
    <Verdict tone={cell.observed > 0 ? 'hot' : watched ? 'cold' : undefined}>
      <FormattedMessage
        id="map.hit.verdict"
        defaultMessage="{observed, plural, =0 {Nothing happened here} one {# incident happened here} other {# incidents happened here}} in the hidden period, after {seen, number} before. {known, select, true {The best map, {map}, had it {watched, select, true {among} other {not among}} the {share} of the area to watch.} other {}}"
        values={{
          observed: cell.observed,
          seen: cell.count,
          known: String(watch !== null),
          map: watch ? name(watch.map) : '',
          watched: String(watched),
          share: watch ? percent(watch.share) : '',
        }}
      />
    </Verdict>
  );
}

/** What every map said of this cell: maps differ in units, so their ranks are what compares. */
function Ranks({ data: { cells }, cell }: { data: HitResult; cell: HeldCell }) {
  const intl = useIntl();
  const name = useMapName();
  const label = intl.formatMessage({
    id: 'map.hit.ranks',
    defaultMessage: 'What each map said of this cell',
  });
  const drawn = MAP_NAMES.filter((map) => cell.predicted[map] !== null);
  return (
    <>
      <FigureTable
        label={label}
        columns={[
          intl.formatMessage({ id: 'map.hit.map', defaultMessage: 'Map' }),
          intl.formatMessage({ id: 'map.hit.value', defaultMessage: 'Value' }),
          intl.formatMessage({ id: 'map.hotspots.rank', defaultMessage: 'Rank' }),
        ]}
        rows={drawn.map((map) => ({
          id: map,
          name: name(map),
          figures: [
            { text: intl.formatNumber(cell.predicted[map] ?? 0, { maximumSignificantDigits: 3 }) },
            { text: intl.formatNumber(ranked(cells, map).indexOf(cell) + 1) },
          ],
        }))}
      />
      <p className={panelStyles.quiet}>
        <FormattedMessage
          id="map.hit.rankOf"
          defaultMessage="Rank 1 is the cell a map would have had watched first, of {cells, number}."
          values={{ cells: cells.length }}
        />
      </p>
    </>
  );
}
