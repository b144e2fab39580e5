/**
 * The same areas and periods as the agreed test, each incident counted by the harm the adopted table gives its kind. Never
 * the agreed test itself: a few grave incidents can turn it, so it is told beside the counts or not at all
 * (analysis/harm-weights.ts).
 */
import { z } from 'zod';
import { type HarmRefusal, harmGuard } from '../../../analysis/harm-weights.ts';
import { type HarmKind, harmDisplacement } from '../../../analysis/weighted-displacement.ts';
import { type EvaluationPlan, lengthBefore } from './evaluation-plan.ts';
import type { EvaluationCounts } from './evaluation-test.ts';

const HARM_REFUSALS = [
  'no-harm',
  'too-few-incidents',
  'one-incident-dominates',
] as const satisfies readonly HarmRefusal[];

export const evaluationHarm = z
  .object({
    /** Name and version of the table that was adopted. */
    table: z.string(),
    /** Incidents with a weight, and those of kinds the table does not have. */
    n: z.int(),
    unweighted: z.int(),
    /** Of the heaviest incident; null without harm. */
    largestShare: z.number().nullable(),
    /** Why no difference is told. */
    refusal: z.enum(HARM_REFUSALS).nullable(),
    /** In the unit of the table, negative: less than expected; null when refused. */
    difference: z.object({ estimate: z.number(), lower: z.number(), upper: z.number() }).nullable(),
    /** Some kind happened once or twice in an area and period: told to those alone who see incidents. */
    small: z.boolean(),
  })
  .meta({ id: 'EvaluationHarm' });

export type EvaluationHarm = z.infer<typeof evaluationHarm>;

/** Incidents of one kind before and after in each area; `weight` is null where the table says nothing. */
export interface KindCounts {
  readonly weight: number | null;
  readonly counts: EvaluationCounts;
}

/** Fewer than this of a kind could tell what a single incident was. */
const LEAST_TOLD = 3;

/** @param table name and version, as the committee adopted it. */
export function harmOf(
  plan: Pick<EvaluationPlan, 'before' | 'after' | 'alpha'>,
  kinds: readonly KindCounts[],
  table: string,
): EvaluationHarm {
  if (plan.before === null || plan.after === null) throw new RangeError('harm needs both periods');
  const weighed = kinds.flatMap(({ weight, counts }) => (weight === null ? [] : [{ weight, counts }]));
  const unweighted = sumOf(kinds.filter(({ weight }) => weight === null));
  const weights = Float64Array.from(weighed.flatMap(({ weight, counts }) => repeated(weight, total(counts))));
  const { refusal, largestShare } = harmGuard(weights);
  const length = lengthBefore(plan.before, plan.after);
  return {
    table,
    n: weights.length,
    unweighted,
    largestShare,
    refusal,
    difference: refusal === null ? differenceOf(weighed, plan.alpha, length) : null,
    small: kinds.some(({ counts }) => cellsOf(counts).some((count) => count > 0 && count < LEAST_TOLD)),
  };
}

function differenceOf(
  weighed: readonly { weight: number; counts: EvaluationCounts }[],
  alpha: number,
  length: number,
): EvaluationHarm['difference'] {
  const kinds = weighed.map(
    ({ weight, counts: { treated = [0, 0], control = [0, 0], buffer, controlBuffer } }): HarmKind => ({
      weight,
      counts: {
        treated,
        control,
        ...(buffer && controlBuffer && { displacement: buffer, displacementControl: controlBuffer }),
      },
    }),
  );
  const { estimate, interval } = harmDisplacement(kinds, { alpha, timeWeights: [length, 1] });
  return { estimate, lower: interval[0], upper: interval[1] };
}

const cellsOf = (counts: EvaluationCounts) => Object.values(counts).flatMap((pair) => [...pair]);
const total = (counts: EvaluationCounts) => cellsOf(counts).reduce((sum, count) => sum + count, 0);
const sumOf = (kinds: readonly KindCounts[]) => kinds.reduce((sum, { counts }) => sum + total(counts), 0);
const repeated = (weight: number, times: number) => new Array<number>(times).fill(weight);
