/**
 * Question: what is the smallest convex outline around the points?
 * Method: monotone chain (Andrew 1979, doi:10.1016/0020-0190(79)90072-3) over the points that lie outside a
 * rectangle between the four diagonal extremes (after Akl & Toussaint 1978, doi:10.1016/0020-0190(78)90003-0).
 *
 * Assumptions: metres of one plane.
 * Not to conclude: that the outline is the area where something can happen; one far point stretches it.
 */
import type { PointSet } from './point-set.ts';

/** Corners counter-clockwise from the leftmost, not closed; fewer than three when the points lie on a line. */
export function convexHull(points: PointSet): PointSet {
  const order = candidates(points);
  const { x, y } = points;
  order.sort((a, b) => x[a] - x[b] || y[a] - y[b]);
  const lower = chain(points, order);
  const upper = chain(points, order.slice().reverse());
  const corners = [...lower.slice(0, -1), ...upper.slice(0, -1)];
  const hull = corners.length === 0 ? lower.slice(0, 1) : corners;
  return { x: Float64Array.from(hull, (i) => x[i]), y: Float64Array.from(hull, (i) => y[i]) };
}

/** The hull widened by a distance, round at its corners, as a closed ring. Works for a single point and a line. */
export function widenedHull(hull: PointSet, distance: number): [number, number][] {
  if (!(distance > 0)) throw new RangeError(`distance must be positive metres, got ${distance}`);
  const sides = 32;
  // The polygon around the circle, not in it, so that everything within `distance` is inside.
  const radius = distance / Math.cos(Math.PI / sides);
  const x: number[] = [];
  const y: number[] = [];
  for (let i = 0; i < hull.x.length; i++)
    for (let k = 0; k < sides; k++) {
      x.push(hull.x[i] + radius * Math.cos((2 * Math.PI * k) / sides));
      y.push(hull.y[i] + radius * Math.sin((2 * Math.PI * k) / sides));
    }
  const wide = convexHull({ x: Float64Array.from(x), y: Float64Array.from(y) });
  const ring = Array.from(wide.x, (value, i): [number, number] => [value, wide.y[i]]);
  return ring.length === 0 ? [] : [...ring, ring[0]];
}

/** Square metres inside the corners, in the order they are given. */
export function areaWithin({ x, y }: PointSet): number {
  let twice = 0;
  for (let i = 0, before = x.length - 1; i < x.length; before = i++)
    twice += (x[before] - x[0]) * (y[i] - y[0]) - (x[i] - x[0]) * (y[before] - y[0]);
  return Math.abs(twice) / 2;
}

/** Left turns only. */
function chain({ x, y }: PointSet, order: Uint32Array): number[] {
  const stack: number[] = [];
  for (const i of order) {
    while (stack.length > 1) {
      const b = stack[stack.length - 1];
      const a = stack[stack.length - 2];
      if ((x[b] - x[a]) * (y[i] - y[a]) - (y[b] - y[a]) * (x[i] - x[a]) > 0) break;
      stack.pop();
    }
    const last = stack[stack.length - 1];
    if (last === undefined || x[last] !== x[i] || y[last] !== y[i]) stack.push(i);
  }
  return stack;
}

/** Points not strictly inside the rectangle between the points farthest to SW, SE, NE and NW. */
function candidates({ x, y }: PointSet): Uint32Array {
  const n = x.length;
  let [southWest, southEast, northEast, northWest] = [0, 0, 0, 0];
  let [least, most, leastTurned, mostTurned] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < n; i++) {
    const sum = x[i] + y[i];
    const turned = x[i] - y[i];
    if (sum < least) [least, southWest] = [sum, i];
    if (sum > most) [most, northEast] = [sum, i];
    if (turned < leastTurned) [leastTurned, northWest] = [turned, i];
    if (turned > mostTurned) [mostTurned, southEast] = [turned, i];
  }
  const west = Math.max(x[southWest], x[northWest]);
  const east = Math.min(x[southEast], x[northEast]);
  const south = Math.max(y[southWest], y[southEast]);
  const north = Math.min(y[northWest], y[northEast]);
  const kept = new Uint32Array(n);
  let size = 0;
  for (let i = 0; i < n; i++)
    if (!(x[i] > west && x[i] < east && y[i] > south && y[i] < north)) kept[size++] = i;
  return kept.slice(0, size);
}
