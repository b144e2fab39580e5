import type { EvaluationPlan } from '../../../api/evaluations.ts';

/**
 * What of a plan has to change so that a day on which recording changed lies outside: the period it falls into is cut on
 * the side of the other period. Null: it falls between the two, and no shorter period helps.
 */
export function oneSide(
  { before, after }: Pick<EvaluationPlan, 'before' | 'after'>,
  day: string,
): Partial<Pick<EvaluationPlan, 'before' | 'after'>> | null {
  const at = Date.parse(day);
  if (before && Date.parse(before.from) < at && at < Date.parse(before.to))
    return { before: { from: day, to: before.to } };
  if (after && Date.parse(after.from) < at && at < Date.parse(after.to))
    return { after: { from: after.from, to: day } };
  return null;
}
