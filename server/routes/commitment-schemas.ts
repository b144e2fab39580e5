import { z } from 'zod';
import {
  COMMITMENT_KINDS,
  COMMITMENT_STATES,
  COMMITMENT_VISIBILITIES,
  DOSE_UNITS,
  EVIDENCE_KINDS,
  LATITUDES,
  NEEDS,
} from '../domain/commitment.ts';
import { anyGeometry } from '../domain/geometry.ts';
import type * as ports from '../store/ports.ts';

/** Bodies and replies of the routes to commitments. */

const id = z.string().regex(/^[\w-]{1,64}$/, 'Must be an id as the server gave it.');
const day = z.iso.date('Must be a date, as in 2026-03-31.');
const text = (most: number) => z.string().trim().max(most);
const organisationId = z.int('Say which organisation promises it: a commitment needs an owner.').positive();
export const dose = z
  .object({ unit: z.enum(DOSE_UNITS), planned: z.number().positive().max(1e6) })
  .strict()
  .nullable();
const point = z.object({
  type: z.literal('Point'),
  coordinates: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]),
});
const count = z.int().min(0).max(100_000);
const MOST_PARTNERS = 20;
const tally = z.object({ done: count, partly: count, notDone: count, cannotSay: count }).strict();
const GROUPS = ['women', 'men', 'youth', 'older', 'minority', 'other'] as const;
const verdict = z.enum(['done', 'partly', 'notDone', 'cannotSay']);
const evidence = z
  .object({ kind: z.enum(EVIDENCE_KINDS), text: text(1000).min(1, 'Must not be empty.') })
  .strict();

const fields = {
  text: text(2000).min(1, 'Say what is promised.'),
  kind: z.enum(COMMITMENT_KINDS),
  ownerRole: text(200),
  partnerIds: z.array(organisationId).max(MOST_PARTNERS),
  geometry: anyGeometry.nullable(),
  meetingOn: day.nullable(),
  meetingId: id.nullable(),
  dueOn: day.nullable(),
  evidenceOfDone: text(1000),
  dose,
  visibility: z.enum(COMMITMENT_VISIBILITIES),
};

export const newCommitment = z
  .object({
    ...fields,
    organisationId,
    problemId: id.nullable().default(null),
    followUpOf: id.nullable().default(null),
    ownerRole: fields.ownerRole.default(''),
    partnerIds: fields.partnerIds.default([]),
    geometry: fields.geometry.default(null),
    meetingOn: fields.meetingOn.default(null),
    /** Its day is the day of that meeting. */
    meetingId: fields.meetingId.default(null),
    dueOn: fields.dueOn.default(null),
    evidenceOfDone: fields.evidenceOfDone.default(''),
    dose: dose.default(null),
    visibility: fields.visibility.default('committee'),
  })
  .strict();

export const commitmentChange = z
  .object({ ...fields, reason: text(2000) })
  .partial()
  .strict();

export const stepBody = z
  .object({
    to: z.enum(COMMITMENT_STATES),
    dueOn: day.optional(),
    evidenceOfDone: fields.evidenceOfDone.optional(),
    unblockedBy: text(500).optional(),
    note: text(2000).default(''),
    evidence: z.array(evidence).max(20).default([]),
  })
  .strict();

export const newDose = z
  .object({
    at: z.iso.datetime({ offset: true }).max(40).optional(),
    unit: z.enum(DOSE_UNITS),
    quantity: z.number().positive().max(100_000),
    place: point.nullable().default(null),
    byRole: text(200).default(''),
    note: text(1000).default(''),
    enteredOffline: z.boolean().default(false),
  })
  .strict();

export const newReport = z.object({ verdict, comment: text(1000).default('') }).strict();

const settled = { comment: text(2000).default(''), newDueOn: day.nullable().default(null) };
export const newVerification = z.discriminatedUnion('basis', [
  z
    .object({
      basis: z.literal('meeting'),
      /** Of a meeting that is named it is the day of that. */
      heldOn: day.nullable().default(null),
      meetingId: id.nullable().default(null),
      ...tally.shape,
      byGroup: z.partialRecord(z.enum(GROUPS), tally).meta({ maxProperties: GROUPS.length }).default({}),
      ...settled,
    })
    .strict(),
  z.object({ basis: z.literal('reports'), ...settled }).strict(),
]);

const named = z.object({ id: z.int(), name: z.string() });
export const commitment = z
  .object({
    id: z.string(),
    problemId: z.string().nullable(),
    problemRef: z.string().nullable(),
    organisation: named,
    text: z.string(),
    kind: z.enum(COMMITMENT_KINDS),
    ownerRole: z.string(),
    partners: z.array(named).max(MOST_PARTNERS),
    geometry: anyGeometry.nullable(),
    meetingOn: z.string().nullable(),
    meetingId: z.string().nullable(),
    dueOn: z.string().nullable(),
    firstDueOn: z.string().nullable(),
    evidenceOfDone: z.string(),
    dose,
    delivered: z.number(),
    lastDoseAt: z.string().nullable(),
    state: z.enum(COMMITMENT_STATES),
    stateSince: z.string(),
    round: z.int(),
    reports: z.int(),
    visibility: z.enum(COMMITMENT_VISIBILITIES),
    blockedReason: z.string(),
    unblockedBy: z.string(),
    followUpOf: z.string().nullable(),
    version: z.int(),
    createdBy: z.string(),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: 'Commitment' }) satisfies z.ZodType<ports.Commitment>;

/** With what follows from the day and from who asks. */
export const seenCommitment = commitment
  .extend({
    overdue: z.boolean(),
    doseShare: z.number().nullable(),
    /** Belongs to the organisation of whoever asks. */
    isOwn: z.boolean(),
    mayChange: z.enum(LATITUDES).describe('Of what is promised: all, what is beside the terms, or nothing.'),
    steps: z
      .array(
        z.object({
          to: z.enum(COMMITMENT_STATES),
          who: z.enum(['owner', 'residents', 'committee', 'automatic']),
          needs: z.array(z.enum(NEEDS)).max(NEEDS.length),
        }),
      )
      .max(COMMITMENT_STATES.length ** 2)
      .describe('What whoever asks may do next.'),
  })
  .meta({ id: 'SeenCommitment' });

export const commitmentList = z.object({
  items: z.array(seenCommitment),
  next: z.string().nullable(),
  kept: z
    .object({ verified: z.int(), due: z.int() })
    .describe('The rate that is published: verified of all agreed and due.'),
});

export const commitmentStep = z
  .object({
    at: z.string(),
    by: z.string().nullable(),
    byName: z.string().nullable(),
    from: z.enum(COMMITMENT_STATES).nullable(),
    to: z.enum(COMMITMENT_STATES),
    note: z.string(),
    evidence: z.array(evidence),
    onBehalf: z.boolean(),
  })
  .meta({ id: 'CommitmentStep' }) satisfies z.ZodType<ports.CommitmentStep>;

const pairOf = <T extends z.ZodType>(value: T) => z.tuple([value, value]).optional();

/** A change of what is promised: before and since. */
export const commitmentRevision = z
  .object({
    at: z.string(),
    byName: z.string().nullable(),
    reason: z.string(),
    /** A secretary wrote down that the owner agreed. */
    onBehalf: z.boolean(),
    fields: z.array(z.string()),
    text: pairOf(z.string()),
    dueOn: pairOf(z.string().nullable()),
    evidenceOfDone: pairOf(z.string()),
    dose: pairOf(dose),
  })
  .meta({ id: 'CommitmentRevision' });

export const doseEntry = z
  .object({
    id: z.string(),
    at: z.string(),
    unit: z.enum(DOSE_UNITS),
    quantity: z.number(),
    place: point.nullable(),
    byRole: z.string(),
    note: z.string(),
    enteredOffline: z.boolean(),
    syncedAt: z.string(),
    createdBy: z.string(),
  })
  .meta({ id: 'DoseEntry' }) satisfies z.ZodType<ports.DoseEntry>;

export const residentReport = z
  .object({ verdict, comment: z.string(), createdAt: z.string(), isMine: z.boolean() })
  .meta({ id: 'ResidentReport' });

export const verification = z
  .object({
    round: z.int(),
    basis: z.enum(['meeting', 'reports']),
    heldOn: z.string(),
    meetingId: z.string().nullable(),
    ...tally.shape,
    byGroup: z.record(z.string(), tally),
    comment: z.string(),
    outcome: z.enum(['verified', 'partly_verified', 'not_verified']),
    createdBy: z.string(),
    createdAt: z.string(),
  })
  .meta({ id: 'Verification' }) satisfies z.ZodType<ports.Verification>;
