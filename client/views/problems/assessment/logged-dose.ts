import type { Commitment } from '../../../api/commitments.ts';

type Logged = Pick<Commitment, 'state' | 'dose' | 'delivered'>;
export type DoseUnit = NonNullable<Commitment['dose']>['unit'];

/** Never promised, or no longer wanted: nothing of it was to be delivered. */
const NOT_PLANNED: readonly Commitment['state'][] = [
  'proposed',
  'declined',
  'superseded',
  'no_longer_needed',
];

/**
 * What was planned and logged in all for a case. Of one commitment no more counts than was planned: too much of one thing
 * does not make up for what is missing of another. Null: nothing was to be counted.
 */
export function loggedDose(
  commitments: readonly Logged[],
): { units: DoseUnit[]; planned: number; delivered: number } | null {
  const counted = commitments.flatMap(({ state, dose, delivered }) =>
    dose && !NOT_PLANNED.includes(state) ? [{ ...dose, delivered: Math.min(delivered, dose.planned) }] : [],
  );
  if (counted.length === 0) return null;
  return {
    units: [...new Set(counted.map(({ unit }) => unit))],
    planned: Math.round(counted.reduce((sum, { planned }) => sum + planned, 0)),
    delivered: Math.round(counted.reduce((sum, { delivered }) => sum + delivered, 0)),
  };
}
