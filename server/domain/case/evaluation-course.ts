/**
 * How the difference grew while the response ran: the weighted displacement difference over the part of the period after
 * that had passed, step by step (analysis/cumulative-displacement.ts). Its last step is the agreed test itself.
 */
import { z } from 'zod';
import { cumulativeDisplacement } from '../../../analysis/cumulative-displacement.ts';
import { instant } from '../instant.ts';
import {
  type CountedArea,
  daysOf,
  type EvaluationPlan,
  lengthBefore,
  type PlanPeriod,
} from './evaluation-plan.ts';
import type { EvaluationResult } from './evaluation-test.ts';

const MONTH = 30.44;
const MOST_STEPS = 36;

export const evaluationCourse = z
  .array(
    z.object({
      /** The first instant that is no longer in. */
      until: instant,
      /** Negative: fewer than expected so far. */
      estimate: z.number(),
      lower: z.number(),
      upper: z.number(),
    }),
  )
  .meta({ id: 'EvaluationCourse' });

export type EvaluationCourse = z.infer<typeof evaluationCourse>;

/** The period after up to each step: steps of about a month, all of one length, the last one all of it. */
export function courseParts(after: PlanPeriod): PlanPeriod[] {
  const steps = Math.min(MOST_STEPS, Math.max(1, Math.round(daysOf(after) / MONTH)));
  const [from, to] = [Date.parse(after.from), Date.parse(after.to)];
  return Array.from({ length: steps }, (_, i) => ({
    from: after.from,
    to: i === steps - 1 ? after.to : new Date(from + ((to - from) * (i + 1)) / steps).toISOString(),
  }));
}

/** `soFar`: incidents of each area from the beginning to the end of each part. Null where the usual test says nothing. */
export function courseOf(
  plan: Pick<EvaluationPlan, 'before' | 'after' | 'alpha'>,
  result: Pick<EvaluationResult, 'counts' | 'displacement' | 'small'>,
  parts: readonly PlanPeriod[],
  soFar: readonly Readonly<Record<CountedArea, number>>[],
): EvaluationCourse | null {
  const { counts, displacement, small } = result;
  if (plan.before === null || plan.after === null || small || parts.length < 2) return null;
  const sum = (step: number, near: 'treated' | 'control', around: 'buffer' | 'controlBuffer') =>
    step < 0 ? 0 : soFar[step][near] + (displacement ? soFar[step][around] : 0);
  const steps = (near: 'treated' | 'control', around: 'buffer' | 'controlBuffer') =>
    parts.map((_, step) => sum(step, near, around) - sum(step - 1, near, around));
  const before = (near: readonly number[] | null, around: readonly number[] | null) =>
    (near?.[0] ?? 0) + (displacement ? (around?.[0] ?? 0) : 0);
  const course = cumulativeDisplacement(steps('treated', 'buffer'), steps('control', 'controlBuffer'), {
    alpha: plan.alpha,
    before: {
      treated: before(counts.treated, counts.buffer),
      control: before(counts.control, counts.controlBuffer),
      periods: parts.length * lengthBefore(plan.before, plan.after),
    },
  });
  return parts.map(({ to }, i) => ({
    until: to,
    estimate: course.estimate[i],
    lower: course.lower[i],
    upper: course.upper[i],
  }));
}
