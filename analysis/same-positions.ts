/**
 * Question: which incidents have the same position, to the metre?
 * Method: positions are rounded to metres and found again in an open table of their hashes; places are numbered in the
 * order in which they first occur.
 *
 * Assumptions: metres of one plane, within a thousand times the earth of its centre.
 * Not to conclude: that incidents of one place have to do with one another, or that places a metre apart have not.
 */
import type { PointSet } from './point-set.ts';
import { valuesAt } from './values-at.ts';

export interface SamePositions {
  /** Place of each incident. */
  readonly of: Int32Array;
  /** The first position of each place. */
  readonly x: Float64Array;
  readonly y: Float64Array;
}

const POINTS_A_TURN = 65_536;
const EMPTY = -1;

/** @param progress called now and then with the share that is done; what it throws ends the work. */
export function samePositions(
  { x, y }: PointSet,
  progress: (done: number) => void = () => {},
): SamePositions {
  const n = x.length;
  const mask = 2 ** Math.ceil(Math.log2(2 * n + 2)) - 1;
  const table = new Int32Array(mask + 1).fill(EMPTY);
  const of = new Int32Array(n);
  const first = new Uint32Array(n);
  let places = 0;
  for (let i = 0; i < n; i++) {
    if (i % POINTS_A_TURN === 0) progress(i / n);
    const column = Math.round(x[i]);
    const row = Math.round(y[i]);
    let slot = hashOf(column, row) & mask;
    for (; table[slot] !== EMPTY; slot = (slot + 1) & mask) {
      const other = first[table[slot]];
      if (Math.round(x[other]) === column && Math.round(y[other]) === row) break;
    }
    if (table[slot] === EMPTY) {
      first[places] = i;
      table[slot] = places++;
    }
    of[i] = table[slot];
  }
  const firsts = first.subarray(0, places);
  return {
    of,
    x: valuesAt(x, firsts),
    y: valuesAt(y, firsts),
  };
}

function hashOf(column: number, row: number): number {
  const mixed = Math.imul(column, 0x9e3779b1) ^ Math.imul(row, 0x85ebca6b);
  return Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35) >>> 8;
}
