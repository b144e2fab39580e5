/** What concerns look like in replies. Held against the ports by `satisfies`. */
import { z } from 'zod';
import {
  AFFECTED_GROUPS,
  CHANNELS,
  DECLINE_REASONS,
  FREQUENCIES,
  HARMS,
  PATHWAYS,
  PRECISIONS,
  REPORTER_TYPES,
} from '../domain/concern.ts';
import { CONCERN_STATES, type KeptState, STEPS } from '../domain/concern-steps.ts';
import { TEXT_WARNINGS } from '../domain/concern-text.ts';
import type * as ports from '../store/ports.ts';
import { stageName } from './records.ts';

export const keptState = z.enum(
  CONCERN_STATES.filter((state): state is KeptState => state !== 'protected_referral'),
);

export const concern = z
  .object({
    id: z.string(),
    receivedOn: z.string(),
    channel: z.enum(CHANNELS),
    language: z.string(),
    summary: z.string(),
    detail: z.string(),
    categoryId: z.int().nullable(),
    precision: z.enum(PRECISIONS).nullable(),
    chosenBy: z.enum(['reporter', 'staff']).nullable(),
    position: z.tuple([z.number(), z.number()]).nullable(),
    sideM: z.int().nullable(),
    areaId: z.int().nullable(),
    occurredFrom: z.string().nullable(),
    occurredTo: z.string().nullable(),
    frequency: z.enum(FREQUENCIES),
    affectedGroups: z.array(z.enum(AFFECTED_GROUPS)).max(AFFECTED_GROUPS.length),
    harms: z.array(z.enum(HARMS)).max(HARMS.length),
    reporterType: z.enum(REPORTER_TYPES),
    onBehalf: z.boolean(),
    consent: z.object({ answerMe: z.boolean(), contactMe: z.boolean(), publishSummary: z.boolean() }),
    consentAt: z.string().nullable(),
    hasContact: z.boolean(),
    state: keptState,
    answer: z.string(),
    answeredOn: z.string().nullable(),
    settledAt: z.string().nullable(),
    declineReason: z.enum(DECLINE_REASONS).nullable(),
    referredTo: z.string(),
    mergedInto: z.string().nullable(),
    problemId: z.string().nullable(),
    erasedAt: z.string().nullable(),
    hasPhoto: z.boolean(),
    version: z.int(),
    createdBy: z.string(),
    createdAt: z.string(),
    updatedAt: z.string(),
    /** The day by which whoever raised it hears something; null when nobody waits for that. */
    dueOn: z.string().nullable(),
    isOverdue: z.boolean(),
    /** False: the place is shown as a square of 500 m, the time as a month. */
    isExact: z.boolean(),
    steps: z.array(z.enum(STEPS)).max(STEPS.length).describe('What triage can do with it next.'),
    problem: z
      .object({ id: z.string(), ref: z.string(), title: z.string(), stage: stageName })
      .nullable()
      .describe('The case it belongs to, if you may read that.'),
  })
  .meta({ id: 'Concern' }) satisfies z.ZodType<Omit<ports.Concern, 'coarseAreaId'>>;
export type ShownConcern = z.infer<typeof concern>;

export const concernStep = z
  .object({
    at: z.string(),
    actor: z.string().nullable(),
    actorName: z.string().nullable(),
    step: z.string(),
    from: keptState.nullable(),
    to: keptState,
    note: z.string(),
  })
  .meta({ id: 'ConcernStep' }) satisfies z.ZodType<ports.ConcernStep>;

export const protectedReferral = z
  .object({ receivedOn: z.string(), pathway: z.enum(PATHWAYS), count: z.int() })
  .meta({ id: 'ProtectedReferral' }) satisfies z.ZodType<ports.ProtectedReferral>;

/** What became of something that was raised. */
export const takenIn = z
  .object({
    kind: z.enum(['concern', 'protected_referral']),
    concern: concern.nullable(),
    receipt: z.string().nullable().describe('For whoever raised it to keep; it is shown this once.'),
  })
  .meta({ id: 'TakenIn' });

export const textWarnings = z
  .object({
    items: z.array(
      z.object({
        field: z.enum(['summary', 'detail']),
        kind: z.enum(TEXT_WARNINGS),
        from: z.int(),
        to: z.int(),
      }),
    ),
  })
  .meta({ id: 'TextWarnings' });

export const rowVerdicts = z
  .object({
    items: z.array(
      z.object({
        row: z.int(),
        verdict: z.enum(['stored', 'counted', 'refused']),
        id: z.string().nullable(),
        receipt: z.string().nullable(),
        code: z.string().nullable(),
        errors: z.array(z.object({ pointer: z.string(), detail: z.string() })),
      }),
    ),
  })
  .meta({ id: 'RowVerdicts' });

/** All that is kept of what a person raised. */
export const personExport = z
  .object({
    concern,
    contact: z.string().nullable(),
    steps: z.array(concernStep),
  })
  .meta({ id: 'ConcernExport' });
