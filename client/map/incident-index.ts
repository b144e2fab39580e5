import {
  DEGREE,
  FLAG_UNLOCATED,
  FLAG_YEAR_ONLY,
  MISSING,
  type SeenColumns,
} from '../../analysis/incident-columns.ts';
import { AreaRows, type IndexedArea } from './area-rows.ts';
import { type Emphasis, type EmphasisedPoints, fitOf } from './emphasis.ts';
import { MarkerGroups } from './marker-groups.ts';
import { type CountedSquare, countSquares, findSquares } from './square-counts.ts';
import { binOf, type TimeBins } from './time-bins.ts';

/** West, south, east, north in degrees. */
export type Bounds = readonly [number, number, number, number];

/** The filter as the columns need it; a missing part does not narrow. Times are minutes UTC, `to` exclusive. */
export interface Criteria {
  readonly datasets?: readonly number[];
  readonly categories?: readonly number[];
  readonly areas?: readonly number[];
  readonly from?: number;
  readonly to?: number;
}

/**
 * Counts under a filter. Each list of choices counts what would be there if its own part of the filter
 * were lifted, so that a person sees what another choice would bring.
 */
export interface Counts {
  readonly total: number;
  readonly located: number;
  /** Rows of all data sets, without any filter. */
  readonly all: number;
  readonly byCategory: ReadonlyMap<number, number>;
  readonly byDataset: ReadonlyMap<number, number>;
  readonly histogram: Uint32Array;
}

export interface PointSet {
  readonly ids: Uint32Array;
  /** lon, lat pairs in degrees. */
  readonly positions: Float64Array;
  readonly categories: Uint16Array;
}

/** Which part of the filter keeps a row out; 0 is in. */
const OUT_CATEGORY = 1;
const OUT_TIME = 2;
const OUT_AREA = 4;
const OUT_DATASET = 8;

interface Sheet {
  readonly dataset: number;
  readonly columns: SeenColumns;
  readonly areas: AreaRows;
  readonly squares: ReturnType<typeof findSquares>;
  readonly verdict: Uint8Array;
}

/** The incidents of all data sets in memory, and the rows that pass the filter. No DOM: it lives in a worker. */
export class IncidentIndex {
  #sheets: Sheet[] = [];
  #areas = new Map<number, IndexedArea>();
  readonly #groups = new MarkerGroups();
  #groupsStale = true;

  put(dataset: number, columns: SeenColumns): void {
    this.drop(dataset);
    const verdict = new Uint8Array(columns.length);
    const squares = findSquares(columns);
    this.#sheets.push({ dataset, columns, areas: new AreaRows(columns), squares, verdict });
    this.#groups.put(dataset, columns);
    this.#groupsStale = true;
  }

  drop(dataset: number): void {
    this.#sheets = this.#sheets.filter((sheet) => sheet.dataset !== dataset);
    this.#groups.drop(dataset);
    this.#groupsStale = true;
  }

  setAreas(areas: readonly IndexedArea[]): void {
    this.#areas = new Map(areas.map((area) => [area.id, area]));
  }

  /** First and last time of all rows, in minutes; null without any. */
  period(): { from: number; to: number } | null {
    let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const { columns } of this.#sheets) {
      for (let row = 0; row < columns.length; row++) {
        const minute = columns.from[row];
        if (minute === MISSING) continue;
        if (minute < from) from = minute;
        if (minute > to) to = minute;
      }
    }
    return from <= to ? { from, to } : null;
  }

  apply(criteria: Criteria, bins: TimeBins | null): Counts {
    const tally = new Tally(bins);
    const categories = criteria.categories?.length ? new Set(criteria.categories) : null;
    for (const sheet of this.#sheets) {
      const offDataset =
        criteria.datasets?.length && !criteria.datasets.includes(sheet.dataset) ? OUT_DATASET : 0;
      const inArea = this.#inAreas(sheet, criteria.areas);
      tally.begin(sheet.dataset);
      judge(sheet, { criteria, categories, inArea, offDataset }, tally);
    }
    this.#groupsStale = true;
    return tally.counts();
  }

  #inAreas(sheet: Sheet, ids: readonly number[] | undefined): Uint8Array | null {
    if (!ids?.length) return null;
    const inside = new Uint8Array(sheet.columns.length);
    for (const id of ids) {
      const area = this.#areas.get(id);
      if (area) for (const row of sheet.areas.rowsOf(area)) inside[row] = 1;
    }
    return inside;
  }

  /** Incidents in one area under the filter with its part on areas lifted. */
  countInArea(id: number): number {
    const area = this.#areas.get(id);
    if (!area) return 0;
    let count = 0;
    for (const { areas, verdict } of this.#sheets)
      for (const row of areas.rowsOf(area)) if ((verdict[row] & ~OUT_AREA) === 0) count++;
    return count;
  }

  /** Incidents in any polygon under the whole filter. */
  countInside(area: IndexedArea): number {
    let count = 0;
    for (const { areas, verdict } of this.#sheets)
      for (const row of areas.find(area)) if (verdict[row] === 0) count++;
    return count;
  }

  /** All incidents in view, or only how many when they are more than the limit. */
  pointsIn(bounds: Bounds, limit: number): { count: number; points: PointSet | null } {
    const found: [Sheet, number][] = [];
    let count = 0;
    const [west, south, east, north] = bounds.map((degrees) => Math.round(degrees * DEGREE));
    for (const sheet of this.#sheets) {
      const { lon, lat, square, length } = sheet.columns;
      for (let row = 0; row < length; row++) {
        if (sheet.verdict[row] !== 0 || lon[row] === MISSING || square?.[row]) continue;
        if (lon[row] < west || lon[row] > east || lat[row] < south || lat[row] > north) continue;
        if (count++ < limit) found.push([sheet, row]);
      }
    }
    return { count, points: count > limit ? null : pointSet(found) };
  }

  /** Incidents under the filter that the selected part of an answer is about. */
  emphasised(emphasis: Emphasis): EmphasisedPoints {
    const belongs = fitOf(emphasis);
    const within = emphasis.kind === 'period' ? emphasis.within : null;
    const positions: number[] = [];
    const sure: number[] = [];
    for (const { columns, areas, verdict } of this.#sheets) {
      const rows = within ? areas.find({ id: 0, version: 0, geometry: within }) : everyRow(columns.length);
      for (const row of rows) {
        if (verdict[row] !== 0 || columns.lon[row] === MISSING || columns.square?.[row]) continue;
        const fits = belongs(columns, row);
        if (fits === 0) continue;
        positions.push(columns.lon[row] / DEGREE, columns.lat[row] / DEGREE);
        sure.push(fits - 1);
      }
    }
    return { positions: Float64Array.from(positions), sure: Uint8Array.from(sure) };
  }

  /** Whether any row stands for a square and a month. */
  get hasSquares(): boolean {
    return this.#sheets.some(({ squares }) => squares !== null && squares.squares.length > 0);
  }

  /** Squares under the whole filter; null when every incident is there by itself. */
  squares(): CountedSquare[] | null {
    return this.#sheets.some(({ squares }) => squares !== null) ? countSquares(this.#sheets) : null;
  }

  groupsIn(bounds: Bounds, zoom: number) {
    if (this.#groupsStale) {
      this.#groups.build((dataset) => this.#sheets.find((sheet) => sheet.dataset === dataset)?.verdict);
      this.#groupsStale = false;
    }
    return this.#groups.inView(bounds, zoom);
  }
}

function* everyRow(length: number): Generator<number> {
  for (let row = 0; row < length; row++) yield row;
}

interface Judging {
  readonly criteria: Criteria;
  readonly categories: ReadonlySet<number> | null;
  readonly inArea: Uint8Array | null;
  readonly offDataset: number;
}

/** One pass over the rows of a data set: the verdict of each row and every count at once. */
function judge(sheet: Sheet, { criteria, categories, inArea, offDataset }: Judging, tally: Tally): void {
  const { from, category, flags, length } = sheet.columns;
  const timed = criteria.from !== undefined || criteria.to !== undefined;
  const first = Math.max(criteria.from ?? MISSING + 1, MISSING + 1);
  const end = criteria.to ?? Number.POSITIVE_INFINITY;
  const wanted = new Uint8Array(65536).fill(categories ? OUT_CATEGORY : 0);
  for (const id of categories ?? []) wanted[id] = 0;
  for (let row = 0; row < length; row++) {
    let out = offDataset | wanted[category[row]];
    if (timed && (from[row] < first || from[row] >= end)) out |= OUT_TIME;
    if (inArea !== null && inArea[row] === 0) out |= OUT_AREA;
    sheet.verdict[row] = out;
    // Of a year it is not known in which of its bars it belongs.
    const minute = flags[row] & FLAG_YEAR_ONLY ? MISSING : from[row];
    tally.add(out, category[row], minute, (flags[row] & FLAG_UNLOCATED) === 0);
  }
}

class Tally {
  #total = 0;
  #located = 0;
  #all = 0;
  #dataset = 0;
  readonly #categories = new Uint32Array(65536);
  readonly #datasets = new Map<number, number>();
  readonly #histogram: Uint32Array;
  readonly #bins: TimeBins | null;

  constructor(bins: TimeBins | null) {
    this.#bins = bins;
    this.#histogram = new Uint32Array(bins ? bins.edges.length - 1 : 0);
  }

  begin(dataset: number): void {
    this.#dataset = dataset;
    this.#datasets.set(dataset, 0);
  }

  add(out: number, category: number, minute: number, located: boolean): void {
    this.#all++;
    if (out === 0) {
      this.#total++;
      if (located) this.#located++;
    }
    if ((out & ~OUT_CATEGORY) === 0) this.#categories[category]++;
    if ((out & ~OUT_DATASET) === 0)
      this.#datasets.set(this.#dataset, (this.#datasets.get(this.#dataset) ?? 0) + 1);
    if ((out & ~OUT_TIME) === 0 && this.#bins && minute !== MISSING) {
      const bin = binOf(minute, this.#bins);
      if (bin >= 0) this.#histogram[bin]++;
    }
  }

  counts(): Counts {
    const byCategory = new Map<number, number>();
    this.#categories.forEach((count, id) => {
      if (count > 0) byCategory.set(id, count);
    });
    return {
      total: this.#total,
      located: this.#located,
      all: this.#all,
      byCategory,
      byDataset: this.#datasets,
      histogram: this.#histogram,
    };
  }
}

function pointSet(found: readonly [Sheet, number][]): PointSet {
  const ids = new Uint32Array(found.length);
  const positions = new Float64Array(found.length * 2);
  const categories = new Uint16Array(found.length);
  found.forEach(([{ columns }, row], i) => {
    ids[i] = columns.id[row];
    positions[2 * i] = columns.lon[row] / DEGREE;
    positions[2 * i + 1] = columns.lat[row] / DEGREE;
    categories[i] = columns.category[row];
  });
  return { ids, positions, categories };
}
