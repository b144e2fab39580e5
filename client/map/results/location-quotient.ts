import type { Table } from 'apache-arrow';
import type { Geometry } from 'geojson';
import { type AreaShapes, numbers, orNull, type Position, type ResultReader } from './result-table.ts';

export type QuotientClass = 'quotient2' | 'quotient1' | 'quotientBelow1' | 'quotientBelow2';

export interface QuotientPlace {
  /** Id of the area. */
  readonly cell: number;
  readonly centre: Position;
  /** Of the filter; and with those compared with. */
  readonly count: number;
  readonly all: number;
  /** Null with too few to say. */
  readonly quotient: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly p: number | null;
  readonly q: number | null;
  /** Null: it could be chance, or too few to say. */
  readonly kind: QuotientClass | null;
}

export interface QuotientResult {
  readonly places: readonly QuotientPlace[];
}

export const locationQuotientReader: ResultReader<'location-quotient', QuotientResult> = {
  read,
  placeOf: shapeOf,
};

function read(table: Table): QuotientResult {
  if (table.numRows === 0) return { places: [] };
  const column = (name: string) => numbers(table, name);
  const [place, lon, lat, count, all] = ['place', 'lon', 'lat', 'count', 'all'].map(column);
  const [quotient, low, high] = ['quotient', 'low', 'high'].map(column);
  const [p, q, side] = ['p', 'q', 'class'].map(column);
  const places = Array.from(
    place,
    (cell, i): QuotientPlace => ({
      cell,
      centre: [lon[i], lat[i]],
      count: count[i],
      all: all[i],
      quotient: orNull(quotient[i]),
      low: orNull(low[i]),
      high: orNull(high[i]),
      p: orNull(p[i]),
      q: orNull(q[i]),
      kind: classOf(side[i], quotient[i]),
    }),
  );
  return { places };
}

/** What stands out, in two steps to either side: twice the usual part, and half of it. */
export function classOf(side: number, quotient: number): QuotientClass | null {
  if (side > 0) return quotient >= 2 ? 'quotient2' : 'quotient1';
  if (side < 0) return quotient <= 0.5 ? 'quotientBelow2' : 'quotientBelow1';
  return null;
}

/** An area that was deleted since is shown by its middle. */
function shapeOf({ places }: QuotientResult, id: string, areas: AreaShapes): Geometry | null {
  const found = places.find(({ cell }) => String(cell) === id);
  if (!found) return null;
  const shape = areas.find((area) => String(area.id) === id)?.geometry;
  return shape ?? { type: 'Point', coordinates: found.centre };
}
