import { DEGREE, type IncidentColumns, MISSING } from '../../analysis/incident-columns.ts';
import { containsPosition, type PreparedPolygon, preparePolygon } from '../../analysis/prepared-polygon.ts';

export interface IndexedArea {
  readonly id: number;
  readonly version: number;
  readonly geometry: { readonly type: 'Polygon' | 'MultiPolygon'; readonly coordinates: unknown };
}

/** Columns of latitude strips: rows by latitude, so that an area looks only at its own strip. */
interface ByLatitude {
  readonly lat: Int32Array;
  readonly row: Uint32Array;
}

/** Which rows of one data set lie in an area, found once per area version. */
export class AreaRows {
  readonly #columns: IncidentColumns;
  readonly #found = new Map<number, { version: number; rows: Uint32Array }>();
  #byLatitude: ByLatitude | null = null;

  constructor(columns: IncidentColumns) {
    this.#columns = columns;
  }

  rowsOf(area: IndexedArea): Uint32Array {
    const known = this.#found.get(area.id);
    if (known && known.version === area.version) return known.rows;
    const rows = this.find(area);
    this.#found.set(area.id, { version: area.version, rows });
    return rows;
  }

  find(area: IndexedArea): Uint32Array {
    const polygon = preparePolygon(area.geometry);
    this.#byLatitude ??= sortByLatitude(this.#columns);
    return rowsInside(this.#columns, this.#byLatitude, polygon);
  }
}

function sortByLatitude({ lat, length }: IncidentColumns): ByLatitude {
  // Sorted as plain numbers: latitude in the high part, row in the low part. Far faster than a comparing sort.
  const keys = new Float64Array(length);
  for (let row = 0; row < length; row++) keys[row] = lat[row] * 2 ** 22 + row;
  keys.sort();
  const sorted = { lat: new Int32Array(length), row: new Uint32Array(length) };
  for (let i = 0; i < length; i++) {
    const high = Math.floor(keys[i] / 2 ** 22);
    sorted.lat[i] = high;
    sorted.row[i] = keys[i] - high * 2 ** 22;
  }
  return sorted;
}

function rowsInside(
  { lon, lat }: IncidentColumns,
  sorted: ByLatitude,
  polygon: PreparedPolygon,
): Uint32Array {
  const [west, east] = [polygon.west * DEGREE, polygon.east * DEGREE];
  const last = lowerBound(sorted.lat, polygon.north * DEGREE + 1);
  const rows: number[] = [];
  for (let i = lowerBound(sorted.lat, polygon.south * DEGREE - 1); i < last; i++) {
    const row = sorted.row[i];
    const x = lon[row];
    if (x === MISSING || x < west || x > east) continue;
    if (containsPosition(polygon, x / DEGREE, lat[row] / DEGREE)) rows.push(row);
  }
  return Uint32Array.from(rows);
}

function lowerBound(values: Int32Array, wanted: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
