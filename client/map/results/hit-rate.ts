import type { Table } from 'apache-arrow';
import type { Geometry } from 'geojson';
import type { SummaryOf } from '../../api/runs.ts';
import {
  numbers,
  orNull,
  placeOfCell,
  type ResultCell,
  type ResultReader,
  readCells,
} from './result-table.ts';

type Summary = SummaryOf<'hit-rate'>;
type Score = Summary['maps'][number];
export type MapName = Score['map'];

export interface HeldCell extends ResultCell {
  /** Incidents in the period the maps did not see. */
  readonly observed: number;
  /** What each map said of this cell; null for a map that was left out. */
  readonly predicted: Readonly<Record<MapName, number | null>>;
}

/** The cells that one map would have had watched. */
export interface Watch {
  readonly map: MapName;
  readonly share: number;
  readonly cells: ReadonlySet<number>;
}

export interface HitResult {
  readonly cells: readonly HeldCell[];
  /** Of the best map at the largest share; null when there was nothing to judge. */
  readonly watch: Watch | null;
  /** Of each map at the largest share. */
  readonly watches: readonly Watch[];
}

export const hitRateReader: ResultReader<'hit-rate', HitResult> = {
  read,
  placeOf: (data, id) => placeOfWatch(data, id) ?? placeOfCell(data, id),
};

const PREFIX = 'map:';

/** One of the maps as the address writes it. */
export const mapPart = (map: MapName): string => PREFIX + map;

/** The map that a part stands for; undefined when it is a cell. */
export const watchOfPart = ({ watches }: HitResult, id: string): Watch | undefined =>
  watches.find(({ map }) => mapPart(map) === id);

/** The cells that a map would have had watched. */
function placeOfWatch(data: HitResult, id: string): Geometry | null {
  const watch = watchOfPart(data, id);
  if (!watch) return null;
  const cells = data.cells.filter(({ cell }) => watch.cells.has(cell));
  return { type: 'MultiPolygon', coordinates: cells.map(({ outline }) => [outline]) };
}

function read(table: Table, summary: Summary): HitResult {
  const base = readCells(table);
  if (base.length === 0) return { cells: [], watch: null, watches: [] };
  const column = (name: string) => numbers(table, name);
  const [observed, counts, density] = ['observed', 'counts', 'density'].map(column);
  const [giStar, sameSeason] = ['giStar', 'sameSeason'].map(column);
  const cells = base.map(
    (cell, i): HeldCell => ({
      ...cell,
      observed: observed[i],
      predicted: {
        counts: orNull(counts[i]),
        density: orNull(density[i]),
        'gi-star': orNull(giStar[i]),
        'same-season': orNull(sameSeason[i]),
      },
    }),
  );
  const watches = watchesOf(cells, summary);
  const [best] = leadersAt(summary.maps, summary.shares.length - 1);
  return { cells, watch: watches.find(({ map }) => map === best?.map) ?? null, watches };
}

function watchesOf(cells: readonly HeldCell[], { shares, maps }: Summary): Watch[] {
  const place = shares.length - 1;
  return maps.map(({ map, at }) => {
    const taken = ranked(cells, map).slice(0, Math.ceil(at[place].cells));
    return { map, share: shares[place], cells: new Set(taken.map(({ cell }) => cell)) };
  });
}

/** The maps with the most hits at the share with this place; several when they are as good. */
export function leadersAt(maps: readonly Score[], place: number): Score[] {
  const most = Math.max(...maps.map(({ at }) => at[place].hits));
  return maps.filter(({ at }) => at[place].hits > most - 1e-9);
}

/** Cells in the order a map takes them; where it holds them equal, those with the fewest incidents first, as they are judged. */
export function ranked(cells: readonly HeldCell[], map: MapName): HeldCell[] {
  const said = ({ predicted }: HeldCell) => predicted[map] ?? Number.NEGATIVE_INFINITY;
  return cells.toSorted((a, b) => said(b) - said(a) || a.observed - b.observed || a.cell - b.cell);
}
