/**
 * Question: in which order do points make a tree of halves, so that the nearest are found without asking all?
 * Method: k-d tree (Bentley 1975, doi:10.1145/361002.361007) without pointers: the middle of each range parts it, along
 * x and y in turn, down to ranges of a leaf. Each middle by quickselect (Hoare 1961, doi:10.1145/366622.366647).
 *
 * Assumptions: finite coordinates.
 * Not to conclude: anything from the order within a leaf.
 */
import type { PointSet } from './point-set.ts';

export interface KdOrder {
  /** x and y in turn, in the order of the tree. */
  readonly coordinates: Float64Array;
  /** Number of the point at each place of the tree. */
  readonly ids: Uint32Array;
}

/** Ranges below it take no time worth a pause. */
const LONG_RANGE = 30_000;

/** @param pause called now and then; what it throws ends the work. */
export function kdOrder({ x, y }: PointSet, leaf: number, pause: () => void = () => {}): KdOrder {
  const ids = new Uint32Array(x.length);
  const coordinates = new Float64Array(2 * x.length);
  for (let i = 0; i < x.length; i++) {
    ids[i] = i;
    coordinates[2 * i] = x[i];
    coordinates[2 * i + 1] = y[i];
  }
  const order = { coordinates, ids };
  const part = (left: number, right: number, axis: 0 | 1) => {
    if (right - left <= leaf) return;
    if (right - left > LONG_RANGE) pause();
    const middle = (left + right) >> 1;
    select(order, middle, left, right, axis);
    part(left, middle - 1, axis === 0 ? 1 : 0);
    part(middle + 1, right, axis === 0 ? 1 : 0);
  };
  part(0, x.length - 1, 0);
  return order;
}

/** Nothing larger before k along the axis, nothing smaller after it. */
function select(order: KdOrder, k: number, from: number, to: number, axis: 0 | 1): void {
  const { coordinates } = order;
  let left = from;
  let right = to;
  while (left < right) {
    const pivot = coordinates[left + right - ((left + right) & 1) + axis];
    let i = left;
    let j = right;
    while (i <= j) {
      while (coordinates[2 * i + axis] < pivot) i++;
      while (coordinates[2 * j + axis] > pivot) j--;
      if (i > j) break;
      swap(order, i++, j--);
    }
    if (k <= j) right = j;
    else if (k >= i) left = i;
    else return;
  }
}

function swap({ coordinates, ids }: KdOrder, i: number, j: number): void {
  const [id, x, y] = [ids[i], coordinates[2 * i], coordinates[2 * i + 1]];
  ids[i] = ids[j];
  coordinates[2 * i] = coordinates[2 * j];
  coordinates[2 * i + 1] = coordinates[2 * j + 1];
  ids[j] = id;
  coordinates[2 * j] = x;
  coordinates[2 * j + 1] = y;
}
