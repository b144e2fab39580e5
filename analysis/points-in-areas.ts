/**
 * Question: which points lie in each area?
 * Method: points sorted into level strips, so that an area looks only at the strips it reaches; then ray crossing with
 * half-open edges (`prepared-polygon.ts`), so that of areas that share an edge exactly one holds a point on it.
 *
 * Assumptions: metres of one plane. Areas may overlap: a point counts in every one that holds it.
 * Not to conclude: that the counts of overlapping areas add up.
 */
import { boxOf, type PointSet } from './point-set.ts';
import { containsPosition, type PreparedPolygon } from './prepared-polygon.ts';

export interface PointsInAreas {
  /** Points of area a are points[starts[a] .. starts[a + 1]), ascending. */
  readonly starts: Uint32Array;
  readonly points: Uint32Array;
  /** In how many areas each point lies. */
  readonly times: Uint16Array;
}

interface Strips {
  readonly minY: number;
  readonly perMetre: number;
  readonly starts: Uint32Array;
  readonly order: Uint32Array;
}

const MOST_STRIPS = 1024;
const POINTS_A_STRIP = 16;

/** @param areas the polygons of each area, in metres. */
export function pointsInAreas(
  points: PointSet,
  areas: readonly (readonly PreparedPolygon[])[],
  progress: (done: number) => void = () => {},
): PointsInAreas {
  const strips = stripsOf(points);
  const times = new Uint16Array(points.x.length);
  const starts = new Uint32Array(areas.length + 1);
  const found: Uint32Array[] = [];
  areas.forEach((polygons, area) => {
    progress(area / areas.length);
    const inside = pointsIn(points, strips, polygons);
    for (const point of inside) times[point]++;
    found.push(inside);
    starts[area + 1] = starts[area] + inside.length;
  });
  const listed = new Uint32Array(starts[areas.length]);
  found.forEach((inside, area) => {
    listed.set(inside, starts[area]);
  });
  return { starts, points: listed, times };
}

function stripsOf({ x, y }: PointSet): Strips {
  const n = x.length;
  const { minY, maxY } = boxOf({ x, y });
  const strips = Math.min(MOST_STRIPS, Math.ceil(n / POINTS_A_STRIP) + 1);
  const perMetre = maxY > minY ? (strips - 1) / (maxY - minY) : 0;
  const starts = new Uint32Array(strips + 1);
  const stripOf = (i: number) => Math.floor((y[i] - minY) * perMetre);
  for (let i = 0; i < n; i++) starts[stripOf(i) + 1]++;
  for (let strip = 0; strip < strips; strip++) starts[strip + 1] += starts[strip];
  const next = starts.slice();
  const order = new Uint32Array(n);
  for (let i = 0; i < n; i++) order[next[stripOf(i)]++] = i;
  return { minY, perMetre, starts, order };
}

function pointsIn(
  { x, y }: PointSet,
  { minY, perMetre, starts, order }: Strips,
  polygons: readonly PreparedPolygon[],
): Uint32Array {
  const last = starts.length - 2;
  const south = Math.min(...polygons.map((polygon) => polygon.south));
  const north = Math.max(...polygons.map((polygon) => polygon.north));
  if (order.length === 0 || !(north > south)) return new Uint32Array(0);
  const first = Math.min(Math.max(Math.floor((south - minY) * perMetre), 0), last);
  const end = Math.min(Math.max(Math.floor((north - minY) * perMetre), -1), last) + 1;
  const found: number[] = [];
  for (let k = starts[first]; k < starts[Math.max(first, end)]; k++) {
    const point = order[k];
    for (let p = 0; p < polygons.length; p++)
      if (containsPosition(polygons[p], x[point], y[point])) {
        found.push(point);
        break;
      }
  }
  return Uint32Array.from(found).sort();
}
