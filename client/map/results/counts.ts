import type { Table } from 'apache-arrow';
import type { SummaryOf } from '../../api/runs.ts';
import {
  type AreaShapes,
  numbers,
  orNull,
  type Position,
  placeOfCell,
  type ResultReader,
  readCells,
} from './result-table.ts';

type Summary = SummaryOf<'counts'>;

/** Why an area has no rate, in the order of the codes of the stream. */
const RATE_STATUS = ['given', 'no_population', 'small_population', 'cut_off', 'no_period'] as const;
export type RateStatus = (typeof RATE_STATUS)[number];

export interface CountedPlace {
  /** Number of the cell, id of the area. */
  readonly cell: number;
  readonly centre: Position;
  /** Closed ring of a cell; an area has its shape in the records. */
  readonly outline: Position[];
  readonly count: number;
  readonly km2: number;
  readonly population: number | null;
  readonly rate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly rateStatus: RateStatus | null;
  /** 1 above, -1 below the rate of all areas together, 0 neither. */
  readonly against: number;
  /** Null when harm is not mapped. */
  readonly harm: number | null;
  readonly largestShare: number | null;
  readonly harmRate: number | null;
}

export interface CountsResult {
  readonly on: Summary['on'];
  readonly show: Summary['show'];
  readonly weight: Summary['weight'];
  readonly cells: readonly CountedPlace[];
}

export const countsReader: ResultReader<'counts', CountsResult> = {
  read: (table, summary) => ({
    on: summary.on,
    show: summary.show,
    weight: summary.weight,
    cells: withHarm(table, summary.on === 'cells' ? cellsOf(table, summary) : areasOf(table)),
  }),
  placeOf: (data, id, areas) => (data.on === 'cells' ? placeOfCell(data, id) : shapeOf(data, id, areas)),
};

/** What colours a place; null where there is nothing to say. */
export function shownValue(
  { count, km2, rate, harm, harmRate }: CountedPlace,
  { show, weight }: Pick<CountsResult, 'show' | 'weight'>,
): number | null {
  if (show === 'rate') return weight === 'harm' ? harmRate : rate;
  const amount = weight === 'harm' ? (harm ?? 0) : count;
  return show === 'count' ? amount : amount / km2;
}

type WithoutHarm = Omit<CountedPlace, 'harm' | 'largestShare' | 'harmRate'>;

function withHarm(table: Table, places: readonly WithoutHarm[]): CountedPlace[] {
  const column = (name: string) => (table.getChild(name) ? numbers(table, name) : null);
  const [harm, largest, rate] = ['harm', 'largestShare', 'harmRate'].map(column);
  return places.map((place, i) => ({
    ...place,
    harm: harm?.[i] ?? null,
    largestShare: largest ? orNull(largest[i]) : null,
    harmRate: rate ? orNull(rate[i]) : null,
  }));
}

function cellsOf(table: Table, { cell: side }: Summary): WithoutHarm[] {
  const km2 = ((side ?? 0) * (side ?? 0)) / 1e6;
  return readCells(table).map((cell) => ({
    ...cell,
    km2,
    population: null,
    rate: null,
    low: null,
    high: null,
    rateStatus: null,
    against: 0,
  }));
}

function areasOf(table: Table): WithoutHarm[] {
  const column = (name: string) => numbers(table, name);
  const [place, lon, lat] = ['place', 'lon', 'lat'].map(column);
  const [count, km2, population] = ['count', 'km2', 'population'].map(column);
  const [rate, low, high] = ['rate', 'low', 'high'].map(column);
  const [status, against] = ['rateStatus', 'class'].map(column);
  return Array.from(place, (cell, i) => ({
    cell,
    centre: [lon[i], lat[i]],
    outline: [],
    count: count[i],
    km2: km2[i],
    population: orNull(population[i]),
    rate: orNull(rate[i]),
    low: orNull(low[i]),
    high: orNull(high[i]),
    rateStatus: RATE_STATUS[status[i]] ?? null,
    against: against[i],
  }));
}

/** An area that was deleted since is shown by its middle. */
function shapeOf({ cells }: CountsResult, id: string, areas: AreaShapes) {
  const found = cells.find(({ cell }) => String(cell) === id);
  if (!found) return null;
  const shape = areas.find((area) => String(area.id) === id)?.geometry;
  return shape ?? { type: 'Point' as const, coordinates: found.centre };
}
