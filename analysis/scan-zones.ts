/**
 * Question: which circles around the places are looked at?
 * Method: around each place a circle grows from neighbour to neighbour until it holds more than a share of all that
 * is at risk (Kulldorff 1997, doi:10.1080/03610929708831995). Places equally far from the centre come in together:
 * no circle can part them.
 *
 * Assumptions: metres of one plane; everything of a place is at its point.
 * Not to conclude: that a cluster is round; the circle that stands out most is only near it.
 */
import type { PointSet } from './point-set.ts';

export interface Zones {
  /** Circles around place i are the entries starts[i] .. starts[i + 1), each one holding those before it. */
  readonly starts: Uint32Array;
  /** The place each entry adds. */
  readonly places: Uint16Array;
  /** What is at risk in the circle; NaN for an entry that comes in only with the next. */
  readonly weight: Float64Array;
}

/** Places at most; the low bits of a distance hold the number of its place. */
export const MOST_SCAN_PLACES = 8192;
const PLACE_BITS = 13;
const MOST_ZONES = 16_000_000;
/** Distances that differ by less than this share are equal; so are the traces of place numbers at distance 0. */
const SAME = 1e-9;
const NOTHING = 1e-300;

/** @param weight what is at risk at each place; `most` of it may be in one circle. */
export function circularZones(
  points: PointSet,
  weight: Float64Array,
  most: number,
  progress: (done: number) => void,
): Zones {
  const n = points.x.length;
  if (n > MOST_SCAN_PLACES) throw new RangeError(`a scan takes at most ${MOST_SCAN_PLACES} places, got ${n}`);
  const starts = new Uint32Array(n + 1);
  let places = new Uint16Array(n * 16);
  let weights = new Float64Array(n * 16);
  for (let centre = 0; centre < n; centre++) {
    if (centre % 64 === 0) progress(centre / n);
    const size = starts[centre];
    if (size + n > MOST_ZONES)
      throw new RangeError(
        `${n} places make more than ${MOST_ZONES} circles: take fewer places or a smaller share`,
      );
    if (size + n > places.length) {
      places = grown(places, new Uint16Array(2 * places.length + n));
      weights = grown(weights, new Float64Array(2 * weights.length + n));
    }
    starts[centre + 1] =
      size + addCircles(points, weight, most, centre, places.subarray(size), weights.subarray(size));
  }
  const end = starts[n];
  return { starts, places: places.slice(0, end), weight: weights.slice(0, end) };
}

function grown<T extends Uint16Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** Writes the circles of one centre; says how many entries. */
function addCircles(
  points: PointSet,
  weight: Float64Array,
  most: number,
  centre: number,
  places: Uint16Array,
  weights: Float64Array,
): number {
  const { distances, order } = byDistance(points, centre);
  let inside = 0;
  let end = 0;
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    let more = weight[order[from]];
    while (to < order.length && distances[to] - distances[to - 1] <= SAME * distances[to] + NOTHING)
      more += weight[order[to++]];
    if (inside + more > most) break;
    inside += more;
    for (; from < to; from++) {
      places[from] = order[from];
      weights[from] = from + 1 === to ? inside : NaN;
    }
    end = to;
  }
  return end;
}

/** Squared distances, ascending, and the places they belong to. */
function byDistance({ x, y }: PointSet, centre: number): { distances: Float64Array; order: Uint16Array } {
  const n = x.length;
  const distances = new Float64Array(n);
  for (let i = 0; i < n; i++) distances[i] = (x[i] - x[centre]) ** 2 + (y[i] - y[centre]) ** 2;
  // The number of the place in the last bits: sorting plain numbers is many times faster than with a comparison, and
  // what the distance loses is a 10^-12th of it.
  const words = new Uint32Array(distances.buffer);
  const low = LITTLE_ENDIAN ? 0 : 1;
  const mask = (1 << PLACE_BITS) - 1;
  for (let i = 0; i < n; i++) words[2 * i + low] = (words[2 * i + low] & ~mask) | i;
  distances.sort();
  const order = new Uint16Array(n);
  for (let k = 0; k < n; k++) order[k] = words[2 * k + low] & mask;
  return { distances, order };
}

const LITTLE_ENDIAN = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

/** Metres from the centre to the farthest of the places. */
export function radiusOf({ x, y }: PointSet, centre: number, places: ArrayLike<number>): number {
  let most = 0;
  for (let k = 0; k < places.length; k++)
    most = Math.max(most, Math.hypot(x[places[k]] - x[centre], y[places[k]] - y[centre]));
  return most;
}
