/**
 * The agreed test of an evaluation, from the counts of its areas: the weighted displacement difference, the ratio of
 * ratios and the displacement quotient (analysis/). Without a comparison area the counts before and after alone.
 */
import { z } from 'zod';
import { displacementQuotient } from '../../../analysis/displacement-quotient.ts';
import { eTest } from '../../../analysis/e-test.ts';
import { rateRatio, ratioOfRatios } from '../../../analysis/rate-ratio.ts';
import {
  type BeforeAfter,
  DISPLACEMENT_CELL_FLOOR,
  type Difference,
  differenceOf,
  momentsOf,
  weightedDisplacement,
} from '../../../analysis/weighted-displacement.ts';
import { type CountedArea, type EvaluationPlan, lengthBefore } from './evaluation-plan.ts';

/** Raise it when the same counts give other numbers. */
export const EVALUATION_TEST_VERSION = 1;

const pair = z.tuple([z.int(), z.int()]);
const difference = z.object({
  /** Negative: fewer incidents than expected, in a period as long as the one after. */
  estimate: z.number(),
  standardError: z.number(),
  lower: z.number(),
  upper: z.number(),
  p: z.number().nullable(),
  /** Of the exact test, where a count is small. */
  exactP: z.number().nullable(),
});

export const evaluationResult = z
  .object({
    counts: z.object({
      treated: pair,
      control: pair.nullable(),
      buffer: pair.nullable(),
      controlBuffer: pair.nullable(),
    }),
    n: z.int(),
    /** 0.95 for alpha 0.05. */
    level: z.number(),
    /** Length of the period before in lengths of the one after. */
    lengthBefore: z.number(),
    total: difference,
    local: difference,
    /** The streets around against those of the comparison; null without them. */
    displacement: difference.nullable(),
    /** The treated area over what the comparison foretells. */
    ratio: z
      .object({ ratio: z.number(), lower: z.number(), upper: z.number(), halfAdded: z.boolean() })
      .nullable(),
    /** How much of the gain came back next door; null when it may not be read. */
    quotient: z.number().nullable(),
    /** A count is below the floor of the usual test. */
    small: z.boolean(),
    exactTest: z.boolean(),
  })
  .meta({ id: 'EvaluationResult' });

export type EvaluationResult = z.infer<typeof evaluationResult>;
export type ResultDifference = z.infer<typeof difference>;
export type EvaluationCounts = Readonly<Partial<Record<CountedArea, BeforeAfter>>>;

/** `counts` of the areas that the design asks for. */
export function evaluationTest(
  plan: Pick<EvaluationPlan, 'before' | 'after' | 'alpha' | 'exactTest'>,
  counts: EvaluationCounts,
): EvaluationResult {
  const { treated, control, buffer, controlBuffer } = counts;
  if (treated === undefined || plan.before === null || plan.after === null)
    throw new RangeError('a test needs both periods and the counts of the treated area');
  const { alpha, exactTest } = plan;
  const length = lengthBefore(plan.before, plan.after);
  const found = control
    ? against(treated, control, { buffer, controlBuffer, alpha, length })
    : alone(treated, alpha, length);
  const used = [treated, control, ...(found.displacement ? [buffer, controlBuffer] : [])];
  const cells = used.flatMap((area) => (area ? [...area] : []));
  return {
    counts: {
      treated: [...treated],
      control: control ? [...control] : null,
      buffer: found.displacement && buffer ? [...buffer] : null,
      controlBuffer: found.displacement && controlBuffer ? [...controlBuffer] : null,
    },
    n: cells.reduce((sum, count) => sum + count, 0),
    level: 1 - alpha,
    lengthBefore: length,
    ...found,
    small: cells.some((count) => count < DISPLACEMENT_CELL_FLOOR),
    exactTest,
  };
}

type Found = Pick<EvaluationResult, 'total' | 'local' | 'displacement' | 'ratio' | 'quotient'>;

function against(
  treated: BeforeAfter,
  control: BeforeAfter,
  more: { buffer?: BeforeAfter; controlBuffer?: BeforeAfter; alpha: number; length: number },
): Found {
  const { buffer, controlBuffer, alpha, length } = more;
  const zones = buffer && controlBuffer ? { displacement: buffer, displacementControl: controlBuffer } : {};
  const { total, local, displacement } = weightedDisplacement(
    { treated, control, ...zones },
    { alpha, timeWeights: [length, 1] },
  );
  const level = 1 - alpha;
  const { quotient } = displacementQuotient(
    { response: treated, control, ...(displacement && { displacement: buffer }) },
    { level },
  );
  return {
    total: told(total),
    local: told(local),
    displacement: displacement && told(displacement),
    ratio: ratioOf(ratioOfRatios(treated, control, { level })),
    // The quotient knows no lengths of time.
    quotient: length === 1 ? quotient : null,
  };
}

/** Nothing to compare with: what the counts alone say. */
function alone(treated: BeforeAfter, alpha: number, length: number): Found {
  const [before, after] = treated;
  const moments = momentsOf(treated, [0, 0], [length, 1]);
  const found = differenceOf({ ...moments, table: null, cells: [...treated] }, alpha);
  const exactP = Math.min(before, after) < DISPLACEMENT_CELL_FLOOR ? exactOf(treated, length) : null;
  const local = { ...told(found), exactP };
  return {
    total: local,
    local,
    displacement: null,
    ratio: ratioOf(rateRatio(after, before, { level: 1 - alpha, exposure: [1, length] })),
    quotient: null,
  };
}

function exactOf([before, after]: BeforeAfter, length: number): number | null {
  return before + after === 0
    ? null
    : numberOrNull(eTest(before, after, { exposure1: length, exposure2: 1 }).p);
}

function told({ estimate, standardError, p, interval, exactP }: Difference): ResultDifference {
  return {
    estimate,
    standardError,
    lower: interval[0],
    upper: interval[1],
    p: numberOrNull(p),
    exactP,
  };
}

function ratioOf(found: ReturnType<typeof rateRatio>): EvaluationResult['ratio'] {
  if (!Number.isFinite(found.ratio)) return null;
  const [lower, upper] = found.interval;
  return {
    ratio: found.ratio,
    lower,
    upper,
    halfAdded: found.warnings.some(({ code }) => code === 'half_added'),
  };
}

const numberOrNull = (value: number) => (Number.isNaN(value) ? null : value);
