import type { EvaluationPlan } from '../../../api/evaluations.ts';

type Periods = Pick<EvaluationPlan, 'before' | 'after'>;

/**
 * What of a plan has to change so that a day on which recording changed lies outside: the period it falls into is cut on
 * the side of the other period. Of a change that was over by `over` all days have to lie outside. Null: it falls between
 * the two or into both, and no shorter period helps.
 */
export function oneSide(
  { before, after }: Periods,
  day: string,
  over: string = day,
): Partial<Periods> | null {
  const [began, ended] = [Date.parse(day), Date.parse(over)];
  const isIn = (period: Periods['before']) =>
    period !== null && Date.parse(period.from) < ended && began < Date.parse(period.to);
  if (isIn(before) && isIn(after)) return null;
  if (before && isIn(before) && ended < Date.parse(before.to))
    return { before: { from: over, to: before.to } };
  if (after && isIn(after) && began > Date.parse(after.from)) return { after: { from: after.from, to: day } };
  return null;
}
