/**
 * Question: how many pairs of incidents lie within each distance, about?
 * Method: the pairs of every k-th incident, k so that about two thousand are asked, times k.
 *
 * Assumptions: incidents in the order of their positions (the sorted ones of the buckets), so that every k-th stands for all.
 * Not to conclude: an exact number; a few hundredths more or less are chance.
 */
import type { Metric } from './knox-pairs.ts';
import { bucketsOf } from './point-buckets.ts';
import type { PointSet } from './point-set.ts';

export interface PairEstimate {
  /** Pairs nearer than the reach. */
  readonly pairs: number;
  /** The longest distance, in hundredths of the reach, with at most so many pairs; 0 when even the shortest has more. */
  distanceWith(most: number): number;
  /** Incidents of the same pattern that would make so many pairs. */
  incidentsWith(most: number): number;
}

const ASKED = 2000;
const ASKED_A_TURN = 100;
const STEPS = 100;

/** @param pause called now and then; what it throws ends the work. */
export function estimatePairs(
  points: PointSet,
  reach: number,
  metric: Metric,
  pause: () => void = () => {},
): PairEstimate {
  const n = points.x.length;
  const every = Math.max(1, Math.floor(n / ASKED));
  const upTo = new Float64Array(STEPS + 1);
  let asked = 0;
  const visit = (apart: number) => upTo[Math.floor((apart / reach) * STEPS) + 1]++;
  const buckets = bucketsOf(points, reach);
  for (let row = 0, k = 0; row < buckets.rows; row++)
    for (let column = 0; column < buckets.columns; column++) {
      const end = buckets.starts[row * buckets.columns + column + 1];
      for (; k < end; k++) {
        if (k % every !== 0) continue;
        if (asked++ % ASKED_A_TURN === 0) pause();
        eachNear(buckets, row, column, k, reach, metric, visit);
      }
    }
  for (let step = 1; step <= STEPS; step++) upTo[step] += upTo[step - 1];
  // Each of a pair was asked about the other.
  const pairsAt = (step: number) => (asked === 0 ? 0 : (upTo[step] * n) / asked / 2);
  const pairs = pairsAt(STEPS);
  return {
    pairs,
    distanceWith(most) {
      let step = STEPS;
      while (step > 0 && pairsAt(step) > most) step--;
      return (step / STEPS) * reach;
    },
    incidentsWith: (most) => (pairs <= most ? n : Math.floor(n * Math.sqrt(most / pairs))),
  };
}

function eachNear(
  { columns, rows, starts, x, y }: ReturnType<typeof bucketsOf>,
  row: number,
  column: number,
  i: number,
  reach: number,
  metric: Metric,
  visit: (apart: number) => void,
): void {
  const [west, east] = [Math.max(0, column - 1), Math.min(columns - 1, column + 1)];
  for (let r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++)
    for (let j = starts[r * columns + west]; j < starts[r * columns + east + 1]; j++) {
      if (j === i) continue;
      const dx = x[i] - x[j];
      const dy = y[i] - y[j];
      const apart = metric === 'euclidean' ? Math.sqrt(dx * dx + dy * dy) : Math.abs(dx) + Math.abs(dy);
      if (apart < reach) visit(apart);
    }
}
