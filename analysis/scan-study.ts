/**
 * Question: which places can be scanned, and what is at risk there?
 * Method: places with a population, or with cases or controls, and the sums over them.
 *
 * Assumptions: cases at a place without population are an error of one of the two; they are left out and counted.
 * Not to conclude: –
 */
import { requirePoints } from './point-buckets.ts';
import type { PointSet } from './point-set.ts';

/** Places with something at risk, and the sums over them. */
export interface Study {
  readonly points: PointSet;
  /** Their numbers among all places. */
  readonly kept: Uint32Array;
  readonly cases: Float64Array;
  /** Population, or cases and controls. */
  readonly weight: Float64Array;
  readonly total: number;
  readonly all: number;
  /** Cases at places without population. */
  readonly dropped: number;
}

export function studyOf(
  points: PointSet,
  cases: Float64Array,
  beside: Float64Array,
  model: 'poisson' | 'bernoulli',
): Study {
  const n = requirePoints(points);
  if (cases.length !== n || beside.length !== n)
    throw new RangeError(
      `${n} places need as many cases and populations, got ${cases.length} and ${beside.length}`,
    );
  for (let i = 0; i < n; i++) {
    if (!(Number.isInteger(cases[i]) && cases[i] >= 0))
      throw new RangeError(`cases must be whole numbers from 0, got ${cases[i]}`);
    const valid = model === 'poisson' ? Number.isFinite(beside[i]) : Number.isInteger(beside[i]);
    if (!(valid && beside[i] >= 0))
      throw new RangeError(
        `${model === 'poisson' ? 'population' : 'controls'} must be from 0, got ${beside[i]}`,
      );
  }
  const weight = model === 'poisson' ? beside : beside.map((controls, i) => controls + cases[i]);
  const kept = Uint32Array.from(weight, (_, i) => i).filter((i) => weight[i] > 0);
  const pick = (values: Float64Array) => Float64Array.from(kept, (i) => values[i]);
  const own = pick(cases);
  return {
    points: { x: pick(points.x), y: pick(points.y) },
    kept,
    cases: own,
    weight: pick(weight),
    total: sum(own),
    all: sum(pick(weight)),
    dropped: sum(cases) - sum(own),
  };
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
