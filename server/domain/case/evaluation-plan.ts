/**
 * What is agreed before a response starts: where, when and by which test its result will be judged. The words are those of
 * step 9 of the case work.
 */
import { z } from 'zod';
import { areaGeometry } from '../geometry.ts';
import { instant } from '../instant.ts';

export const DESIGNS = [
  'wdd',
  'before_after_with_control',
  'before_after',
  'interrupted_series',
  'stepped',
  'survey_pre_post',
  'none',
] as const;

/** What displacement can look like, and its opposite. */
export const WATCHED_FOR = [
  'place',
  'time',
  'target',
  'method',
  'offence',
  'other_people_affected',
  'diffusion_of_benefits',
] as const;

/** The parts of the ground whose incidents are counted. */
/** Of one locked plan. */
export const MOST_AMENDMENTS = 500;
export const COUNTED_AREAS = ['treated', 'control', 'buffer', 'controlBuffer'] as const;

const period = z.object({ from: instant, to: instant }).strict();
/** Of two numbers of incidents or sizes. */
const ratio = z.number().min(0).max(1e6);
const line = (most: number) => z.string().trim().max(most).default('');

/** How alike the comparison area was when it was chosen. */
export const matchCard = z
  .object({
    /** 0 is a twin, 0.1 about 10 % off. */
    mismatch: ratio,
    sizeRatio: ratio,
    levelRatio: ratio,
    trendRatio: ratio,
    trendInterval: z.tuple([ratio, ratio]),
    suitable: z.boolean(),
  })
  .strict()
  .meta({ id: 'MatchCard' });

export const evaluationPlan = z
  .object({
    design: z.enum(DESIGNS).default('wdd'),
    /** Why nothing is measured; for the design `none`. */
    noneReason: line(2000),
    treated: areaGeometry.nullable().default(null),
    control: areaGeometry.nullable().default(null),
    buffer: areaGeometry.nullable().default(null),
    controlBuffer: areaGeometry.nullable().default(null),
    /** Width of the two buffers when they were drawn round their areas. */
    bufferMetres: z.number().min(10).max(5000).nullable().default(null),
    /** What the comparison area is called, and how well it matched. */
    comparisonName: line(200),
    matchCard: matchCard.nullable().default(null),
    before: period.nullable().default(null),
    after: period.nullable().default(null),
    /** Which incidents are counted, and what they are called in a sentence: "thefts". */
    outcome: z
      .object({
        datasets: z.array(z.int().positive()).max(100).optional(),
        categories: z.array(z.int().positive()).max(1000).optional(),
      })
      .strict()
      .default({}),
    outcomeName: line(60),
    secondaryOutcomes: z.array(z.string().trim().min(1).max(200)).max(10).default([]),
    alpha: z.number().min(0.001).max(0.2).default(0.05),
    /** Counts too small for the usual test: the exact one decides. */
    exactTest: z.boolean().default(false),
    successRule: line(2000),
    watchedFor: z.array(z.enum(WATCHED_FOR)).max(WATCHED_FOR.length).default([]),
    /** Why a change of recording inside the plan does not touch the counts. */
    recordingNote: line(2000),
  })
  .strict()
  .meta({ id: 'EvaluationPlan' });

export type EvaluationPlan = z.infer<typeof evaluationPlan>;
export type Design = (typeof DESIGNS)[number];
export type CountedArea = (typeof COUNTED_AREAS)[number];
export type MatchCard = z.infer<typeof matchCard>;
export type PlanPeriod = z.infer<typeof period>;

/** The designs whose test is computed here. The others are judged by runs that are kept on the case. */
export const COMPUTED_DESIGNS: readonly Design[] = ['wdd', 'before_after_with_control', 'before_after'];

/** Which areas a design needs: all of one line or none. */
export function areasOf({ design, buffer, controlBuffer }: EvaluationPlan): readonly CountedArea[] {
  if (design === 'none' || design === 'survey_pre_post') return [];
  if (design !== 'wdd' && design !== 'before_after_with_control') return ['treated'];
  const zones = design === 'wdd' && (buffer !== null || controlBuffer !== null);
  return zones ? COUNTED_AREAS : ['treated', 'control'];
}

const DAY = 86_400_000;

export function daysOf({ from, to }: PlanPeriod): number {
  return (Date.parse(to) - Date.parse(from)) / DAY;
}

/** Lengths this near are one length: a leap day is not weighed. */
const SAME_LENGTH = 0.01;

/** The length of the period before in lengths of the one after: 1 when they are alike. */
export function lengthBefore(before: PlanPeriod, after: PlanPeriod): number {
  const ratio = daysOf(before) / daysOf(after);
  return Math.abs(ratio - 1) < SAME_LENGTH ? 1 : ratio;
}
