/**
 * Question: how much ground has a region?
 * Method: lines from west to east at equal distances; on each the stretches that lie in the region, summed (midpoint rule).
 * Polygons that overlap count once, and where a region is what several outlines have in common, so does their overlap.
 *
 * Assumptions: metres of one plane; holes by the even–odd rule.
 * Not to conclude: more than four digits. A side along the lines is off by up to half their distance.
 */
import type { PlanePolygon } from './region.ts';

/** Lines over the height of the region. */
const LINES = 8192;

/** Starts and ends of stretches along one line, in turn, ascending. */
type Stretches = readonly number[];

/** @param regions the region is what lies in every one of these; each is the union of its polygons. Square metres. */
export function regionArea(regions: readonly (readonly PlanePolygon[])[], lines = LINES): number {
  if (!(Number.isSafeInteger(lines) && lines > 0))
    throw new RangeError(`lines must be a whole number above 0, got ${lines}`);
  if (regions.length === 0) return 0;
  const [low, high] = heightOf(regions);
  if (!(high > low)) return 0;
  const step = (high - low) / lines;
  const crossings = regions.map((polygons) => crossingsOf(polygons, low, step, lines));
  let sum = 0;
  for (let line = 0; line < lines; line++) {
    sum += lengthOf(crossings.map((crossed) => unionOf(crossed[line])).reduce(commonOf));
  }
  return sum * step;
}

function heightOf(regions: readonly (readonly PlanePolygon[])[]): [number, number] {
  let [low, high] = [-Infinity, Infinity];
  for (const polygons of regions) {
    let [least, most] = [Infinity, -Infinity];
    for (const ring of polygons.flat())
      for (const [, y] of ring) {
        least = Math.min(least, y);
        most = Math.max(most, y);
      }
    low = Math.max(low, least);
    high = Math.min(high, most);
  }
  return [low, high];
}

/** On each line the stretches of every polygon that crosses it. */
function crossingsOf(
  polygons: readonly PlanePolygon[],
  low: number,
  step: number,
  lines: number,
): Stretches[][] {
  const crossed = Array.from({ length: lines }, (): Stretches[] => []);
  for (const polygon of polygons) {
    const found = new Map<number, number[]>();
    for (const ring of polygon)
      for (let i = 1; i < ring.length; i++) {
        const [below, above] = ring[i - 1][1] < ring[i][1] ? [ring[i - 1], ring[i]] : [ring[i], ring[i - 1]];
        // Lines lie half a step above the multiples; a corner on a line belongs to the edge above it.
        const first = Math.max(0, Math.ceil((below[1] - low) / step - 0.5));
        const end = Math.min(lines, Math.ceil((above[1] - low) / step - 0.5));
        const slope = (above[0] - below[0]) / (above[1] - below[1]);
        for (let line = first; line < end; line++) {
          const xs = found.get(line) ?? [];
          xs.push(below[0] + (low + (line + 0.5) * step - below[1]) * slope);
          found.set(line, xs);
        }
      }
    for (const [line, xs] of found) crossed[line].push(xs.sort((a, b) => a - b));
  }
  return crossed;
}

function unionOf(all: readonly Stretches[]): Stretches {
  if (all.length < 2) return all[0] ?? [];
  const pairs = all
    .flatMap((xs) => Array.from({ length: xs.length >> 1 }, (_, k) => [xs[2 * k], xs[2 * k + 1]] as const))
    .sort((a, b) => a[0] - b[0]);
  const union: number[] = [];
  for (const [from, to] of pairs) {
    if (union.length === 0 || from > union[union.length - 1]) union.push(from, to);
    else union[union.length - 1] = Math.max(union[union.length - 1], to);
  }
  return union;
}

function commonOf(a: Stretches, b: Stretches): Stretches {
  const common: number[] = [];
  for (let i = 0, k = 0; i + 1 < a.length && k + 1 < b.length; ) {
    const from = Math.max(a[i], b[k]);
    const to = Math.min(a[i + 1], b[k + 1]);
    if (to > from) common.push(from, to);
    if (a[i + 1] < b[k + 1]) i += 2;
    else k += 2;
  }
  return common;
}

function lengthOf(xs: Stretches): number {
  let length = 0;
  for (let k = 0; k + 1 < xs.length; k += 2) length += xs[k + 1] - xs[k];
  return length;
}
