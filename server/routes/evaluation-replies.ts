/** What the routes of evaluations answer. */
import { z } from 'zod';
import { PLAN_CHECKS } from '../domain/case/evaluation-checks.ts';
import { evaluationCourse } from '../domain/case/evaluation-course.ts';
import { evaluationHarm } from '../domain/case/evaluation-harm.ts';
import { COUNTED_AREAS, evaluationPlan, MOST_AMENDMENTS } from '../domain/case/evaluation-plan.ts';
import { evaluationResult } from '../domain/case/evaluation-test.ts';
import { EXPLORATORY_REASONS } from '../domain/case/exploratory.ts';
import { recordingChange } from './records.ts';

const AGAINST = ['alike', 'control', 'zones', 'none'] as const;

export const evaluationFacts = z
  .object({
    /** Incidents of the period before. */
    before: z.partialRecord(z.enum(COUNTED_AREAS), z.int()),
    /** What could be seen at all, by what it is compared with. */
    drops: z
      .array(
        z.object({
          before: z.int(),
          drop: z.number(),
          dropLikely: z.number(),
          share: z.number(),
          against: z.enum(AGAINST),
        }),
      )
      .max(AGAINST.length),
    checks: z
      .array(
        z.object({
          code: z.enum(PLAN_CHECKS),
          level: z.enum(['blocks', 'warning']),
          text: z.string(),
          areas: z.array(z.enum(COUNTED_AREAS)).max(COUNTED_AREAS.length),
        }),
      )
      .max(PLAN_CHECKS.length * COUNTED_AREAS.length),
  })
  .meta({ id: 'EvaluationFacts' });

/** The same of a plan that is being written, with what to do about it. */
export const planPreview = evaluationFacts
  .extend({
    /** Between its first and its last day, about what is counted and where. */
    recordingChanges: z.array(recordingChange),
  })
  .meta({ id: 'EvaluationPreview' });

const person = z.string().nullable();

export const evaluation = z
  .object({
    problemId: z.string(),
    /** Null while none was written; then the version is 0. */
    plan: evaluationPlan.nullable(),
    facts: evaluationFacts.nullable(),
    state: z.enum(['none', 'draft', 'proposed', 'locked']),
    version: z.int(),
    changedBy: person,
    changedAt: person,
    proposedBy: person,
    proposedAt: person,
    lockedBy: person,
    lockedAt: person,
    proposedByName: person,
    lockedByName: person,
    amendments: z
      .array(
        z.object({
          id: z.string(),
          text: z.string(),
          reason: z.string(),
          createdBy: z.string(),
          createdByName: z.string(),
          createdAt: z.string(),
        }),
      )
      .max(MOST_AMENDMENTS),
  })
  .meta({ id: 'Evaluation' });

const reading = z.object({
  outcome: z.enum(['not_delivered', 'too_few', 'fewer', 'more', 'not_certain']),
  size: z.int(),
  lower: z.int(),
  upper: z.int(),
  exactP: z.number().nullable(),
  movement: z.enum(['not_asked', 'none', 'unclear', 'moved', 'diffused']),
  moved: z.int(),
  delivered: z.int().nullable(),
  compared: z.boolean(),
});

export const evaluationRun = z
  .object({
    id: z.string(),
    problemId: z.string(),
    kind: z.enum(['primary', 'exploratory']),
    reasons: z.array(z.enum(EXPLORATORY_REASONS)),
    plan: evaluationPlan,
    /** Counts below three are not told to those who see no incidents. */
    result: evaluationResult.extend({
      counts: evaluationResult.shape.counts.nullable(),
      /** Null where it may not be told, or there is none; runs of earlier versions have no such field. */
      course: evaluationCourse.nullable().optional(),
      /** The same areas and periods by harm, a look besides; none while no table was adopted, or it may not be told. */
      harm: evaluationHarm.nullable().optional(),
    }),
    reading,
    /** The verdict in plain words. */
    sentence: z.string(),
    dataVersion: z.record(z.string(), z.number()),
    testVersion: z.int(),
    digest: z.string(),
    createdBy: z.string(),
    createdAt: z.string(),
  })
  .meta({ id: 'EvaluationRun' });

const found = z.object({
  area: z.object({ id: z.int(), name: z.string(), population: z.number().nullable() }),
  km2: z.number(),
  /** Incidents of each of the 24 months. */
  months: z.array(z.int()),
  match: z.object({
    mismatch: z.number().nullable(),
    sizeRatio: z.number(),
    levelRatio: z.number(),
    trendRatio: z.number().nullable(),
    trendInterval: z.tuple([z.number(), z.number().nullable()]),
    correlation: z.number().nullable(),
    suitable: z.boolean(),
    reasons: z.array(
      z.enum(['excluded', 'too-few-incidents', 'trend-differs', 'size-differs', 'level-differs']),
    ),
  }),
});

export const comparisons = z
  .object({
    treated: z.object({ km2: z.number(), months: z.array(z.int()) }),
    found: z.array(found),
  })
  .meta({ id: 'Comparisons' });
