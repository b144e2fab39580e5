import { COARSEST_LEVEL } from '../../analysis/world-squares.ts';
import type { RowPlaces } from './mask-places.ts';

/** So many incidents at least are shown as one. */
export const FEWEST_ALIKE = 3;

/** Groups that are shown, as they were found: by level, then by part and place. */
export interface Runs {
  readonly length: number;
  /** Any row of it. */
  readonly row: Uint32Array;
  readonly part: Uint32Array;
  readonly level: Uint8Array;
  readonly count: Uint32Array;
}

interface Sorted {
  /** Rows by part, those of a part by place. */
  readonly order: Uint32Array;
  readonly partOf: Uint32Array;
}

const STRETCH = 100_000;

/**
 * Goes through the levels from fine to coarse. What one part has in one square stands side by side; where that is enough
 * it becomes a group, and what is left goes on to the next level. Writes the group of each row, counted on from `first`.
 */
export function* settle(
  places: RowPlaces,
  { order, partOf }: Sorted,
  groupOf: Int32Array,
  first: number,
): Generator<void, Runs> {
  const found = emptyRuns(Math.floor(order.length / FEWEST_ALIKE));
  let groups = 0;
  let work = 0;
  // What is left, side by side: looking rows up one by one takes three times as long.
  const { length: rows } = order;
  const row = order.slice();
  const part = picked(partOf, order, new Uint32Array(rows));
  const tile = picked(places.tile, order, new Uint32Array(rows));
  const step = picked(places.step, order, new Uint32Array(rows));
  const finest = picked(places.finest, order, new Uint8Array(rows));
  yield;
  let length = rows;
  for (let level = 0; level <= COARSEST_LEVEL && length > 0; level++) {
    let kept = 0;
    const shift = 2 * level;
    for (let start = 0, end = 0; start < length; start = end) {
      const square = step[start] >> shift;
      let ready = 0;
      for (end = start; end < length; end++) {
        if (part[end] !== part[start] || tile[end] !== tile[start] || step[end] >> shift !== square) break;
        if (finest[end] <= level) ready++;
      }
      const isGroup = ready >= FEWEST_ALIKE;
      if (isGroup) {
        // Whichever row: all of them lie in the square.
        found.row[groups] = row[start];
        found.part[groups] = part[start];
        found.level[groups] = level;
        found.count[groups] = ready;
      }
      for (let i = start; i < end; i++)
        if (isGroup && finest[i] <= level) groupOf[row[i]] = first + groups;
        else {
          // Reading is ahead of writing: the same columns serve both.
          row[kept] = row[i];
          part[kept] = part[i];
          tile[kept] = tile[i];
          step[kept] = step[i];
          finest[kept++] = finest[i];
        }
      if (isGroup) groups++;
      work += end - start;
      if (work < STRETCH) continue;
      work = 0;
      yield;
    }
    length = kept;
  }
  return { ...found, length: groups };
}

function picked<Column extends Uint32Array | Uint8Array>(
  from: Column,
  order: Uint32Array,
  into: Column,
): Column {
  for (let i = 0; i < order.length; i++) into[i] = from[order[i]];
  return into;
}

function emptyRuns(length: number): Omit<Runs, 'length'> {
  return {
    row: new Uint32Array(length),
    part: new Uint32Array(length),
    level: new Uint8Array(length),
    count: new Uint32Array(length),
  };
}
