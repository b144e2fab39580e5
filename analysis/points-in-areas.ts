/**
 * Question: which points lie in each area?
 * Method: points sorted into square buckets, so that an area looks only at those its box reaches; then ray crossing with
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

/** Points by bucket, numbered row by row: those of neighbouring columns are one run. */
interface Buckets {
  readonly minX: number;
  readonly minY: number;
  /** 0 where all points lie on one line. */
  readonly columnsPerMetre: number;
  readonly rowsPerMetre: number;
  /** Buckets a row, and rows. */
  readonly along: number;
  readonly starts: Uint32Array;
  readonly order: Uint32Array;
}

const MOST_ALONG = 256;
const POINTS_A_BUCKET = 16;

/** @param areas the polygons of each area, in metres. */
export function pointsInAreas(
  points: PointSet,
  areas: readonly (readonly PreparedPolygon[])[],
  progress: (done: number) => void = () => {},
): PointsInAreas {
  const buckets = bucketsOf(points);
  const times = new Uint16Array(points.x.length);
  const starts = new Uint32Array(areas.length + 1);
  const found: Uint32Array[] = [];
  areas.forEach((polygons, area) => {
    progress(area / areas.length);
    const inside = pointsIn(points, buckets, polygons);
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

function bucketsOf({ x, y }: PointSet): Buckets {
  const n = x.length;
  const { minX, minY, maxX, maxY } = boxOf({ x, y });
  const along = Math.min(MOST_ALONG, Math.ceil(Math.sqrt(n / POINTS_A_BUCKET)) + 1);
  const perMetre = (low: number, high: number) => (high > low ? (along - 1) / (high - low) : 0);
  const [columnsPerMetre, rowsPerMetre] = [perMetre(minX, maxX), perMetre(minY, maxY)];
  const starts = new Uint32Array(along * along + 1);
  const bucketOf = (i: number) =>
    Math.floor((y[i] - minY) * rowsPerMetre) * along + Math.floor((x[i] - minX) * columnsPerMetre);
  for (let i = 0; i < n; i++) starts[bucketOf(i) + 1]++;
  for (let b = 0; b < along * along; b++) starts[b + 1] += starts[b];
  const next = starts.slice();
  const order = new Uint32Array(n);
  for (let i = 0; i < n; i++) order[next[bucketOf(i)]++] = i;
  return { minX, minY, columnsPerMetre, rowsPerMetre, along, starts, order };
}

function pointsIn({ x, y }: PointSet, buckets: Buckets, polygons: readonly PreparedPolygon[]): Uint32Array {
  const { minX, minY, columnsPerMetre, rowsPerMetre, along, starts, order } = buckets;
  const least = (side: 'west' | 'south') => Math.min(...polygons.map((polygon) => polygon[side]));
  const most = (side: 'east' | 'north') => Math.max(...polygons.map((polygon) => polygon[side]));
  if (order.length === 0 || !(most('north') > least('south'))) return new Uint32Array(0);
  const within = (bucket: number) => Math.min(Math.max(Math.floor(bucket), 0), along - 1);
  const west = within((least('west') - minX) * columnsPerMetre);
  const east = within((most('east') - minX) * columnsPerMetre);
  const south = within((least('south') - minY) * rowsPerMetre);
  const north = within((most('north') - minY) * rowsPerMetre);
  const found: number[] = [];
  for (let row = south; row <= north; row++)
    for (let k = starts[row * along + west]; k < starts[row * along + east + 1]; k++) {
      const point = order[k];
      for (let p = 0; p < polygons.length; p++)
        if (containsPosition(polygons[p], x[point], y[point])) {
          found.push(point);
          break;
        }
    }
  return Uint32Array.from(found).sort();
}
