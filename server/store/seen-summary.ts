import {
  DEGREE,
  DURATION_UNKNOWN,
  MISSING,
  NO_SQUARE,
  type SeenColumns,
} from '../../analysis/incident-columns.ts';
import { boundsOf, COARSEST_LEVEL, squareAt } from '../../analysis/world-squares.ts';
import { isoOrNull } from './instants.ts';
import type { Dataset } from './ports.ts';

type Summary = Pick<Dataset, 'count' | 'bounds' | 'from' | 'to'>;

const STRETCH = 100_000;
const MINUTE = 60;

/** What a data set holds, told from nothing but what is seen of it. */
export function* seenSummary(seen: SeenColumns): Generator<void, Summary> {
  let [first, last] = [Infinity, -Infinity];
  for (let row = 0; row < seen.length; row++) {
    if (row % STRETCH === STRETCH - 1) yield;
    const from = seen.from[row];
    if (from === MISSING) continue;
    const duration = seen.duration[row] === DURATION_UNKNOWN ? 0 : seen.duration[row];
    if (from < first) first = from;
    if (from + duration > last) last = from + duration;
  }
  const isTimed = first <= last;
  return {
    count: seen.length,
    bounds: yield* seenBounds(seen),
    from: isTimed ? isoOrNull(first * MINUTE) : null,
    to: isTimed ? isoOrNull(last * MINUTE) : null,
  };
}

/** Of the finer half: a few squares of 128 km would hide where the place is. */
function* seenBounds({ lon, lat, square, length }: SeenColumns): Generator<void, Dataset['bounds']> {
  if (square === null) return null;
  const counts = new Uint32Array(COARSEST_LEVEL + 2);
  for (let row = 0; row < length; row++) if (square[row] !== NO_SQUARE) counts[square[row]]++;
  yield;
  const half = counts.reduce((sum, count) => sum + count, 0) / 2;
  let coarsest = 0;
  for (let sum = counts[0]; sum < half; sum += counts[coarsest]) coarsest++;
  let box: [number, number, number, number] | null = null;
  for (let row = 0, before = -1; row < length; before = row++) {
    if (row % STRETCH === STRETCH - 1) yield;
    if (square[row] > coarsest || lon[row] === MISSING) continue;
    if (before >= 0 && lon[row] === lon[before] && lat[row] === lat[before] && square[row] === square[before])
      continue;
    box = joined(box, outline(lon[row] / DEGREE, lat[row] / DEGREE, square[row]));
  }
  return box;
}

function outline(lon: number, lat: number, square: number): [number, number, number, number] {
  return square === 0 ? [lon, lat, lon, lat] : boundsOf(squareAt(square - 1, lon, lat));
}

function joined(
  box: [number, number, number, number] | null,
  [west, south, east, north]: readonly [number, number, number, number],
): [number, number, number, number] {
  if (box === null) return [west, south, east, north];
  return [Math.min(box[0], west), Math.min(box[1], south), Math.max(box[2], east), Math.max(box[3], north)];
}
