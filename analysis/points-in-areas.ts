/**
 * Question: which points lie in each area?
 * Method: the areas laid over a fine grid once (`area-lookup.ts`), so that only points in cells on an edge are asked;
 * those by ray crossing with half-open edges (`prepared-polygon.ts`), so that of areas that share an edge exactly one
 * holds a point on it.
 *
 * Assumptions: metres of one plane. Areas may overlap: a point counts in every one that holds it.
 * Not to conclude: that the counts of overlapping areas add up.
 */
import {
  type AreaLookup,
  type AreaPieces,
  areaLookup,
  firstArea,
  holdsPoint,
  lookupCell,
} from './area-lookup.ts';
import type { PointSet } from './point-set.ts';

export interface PointsInAreas {
  /** Points of area a are points[starts[a] .. starts[a + 1]), ascending. */
  readonly starts: Uint32Array;
  readonly points: Uint32Array;
  /** In how many areas each point lies. */
  readonly times: Uint16Array;
}

const POINTS_A_TURN = 16_384;
/** Of the whole, laying the areas over the grid. */
const LAID = 0.3;

/** @param areas the polygons of each area, in metres. */
export function pointsInAreas(
  points: PointSet,
  areas: readonly AreaPieces[],
  progress: (done: number) => void = () => {},
): PointsInAreas {
  const lookup = areaLookup(areas, points, (done) => progress(LAID * done));
  const { times, holders } = holdersOf(lookup, points, (done) => progress(LAID + 0.6 * done));
  progress(0.9);
  const starts = new Uint32Array(areas.length + 1);
  for (let k = 0; k < holders.length; k++) starts[holders[k] + 1]++;
  for (let area = 0; area < areas.length; area++) starts[area + 1] += starts[area];
  const next = starts.slice();
  const listed = new Uint32Array(holders.length);
  for (let point = 0, k = 0; point < times.length; point++)
    for (let time = 0; time < times[point]; time++) listed[next[holders[k++]]++] = point;
  return { starts, points: listed, times };
}

/** The first area that holds each point, -1 for none. */
export function firstAreas(
  lookup: AreaLookup,
  { x, y }: PointSet,
  progress: (done: number) => void = () => {},
): Int32Array {
  const first = new Int32Array(x.length);
  for (let i = 0; i < x.length; i++) {
    if (i % POINTS_A_TURN === 0) progress(i / x.length);
    first[i] = firstArea(lookup, x[i], y[i]);
  }
  return first;
}

/** How many areas hold each point, and their numbers one point after another. */
function holdersOf(lookup: AreaLookup, { x, y }: PointSet, progress: (done: number) => void) {
  const { areas, starts, entries } = lookup;
  const times = new Uint16Array(x.length);
  let holders = new Uint32Array(Math.ceil(1.1 * x.length) + 16);
  let size = 0;
  for (let i = 0; i < x.length; i++) {
    if (i % POINTS_A_TURN === 0) progress(i / x.length);
    const cell = lookupCell(lookup, x[i], y[i]);
    if (cell < 0) continue;
    const end = starts[cell + 1];
    if (size + end - starts[cell] > holders.length) holders = enlarged(holders, size + end - starts[cell]);
    for (let k = starts[cell]; k < end; k++)
      if (holdsPoint(areas, entries[k], x[i], y[i])) {
        holders[size++] = entries[k] >> 1;
        times[i]++;
      }
  }
  return { times, holders: holders.subarray(0, size) };
}

function enlarged(list: Uint32Array, least: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(2 * list.length, least));
  larger.set(list);
  return larger;
}
