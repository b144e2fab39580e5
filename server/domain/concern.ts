/** What a resident raises: the fields of a concern and the words they are kept in. */
import { z } from 'zod';

export const CHANNELS = [
  'meeting',
  'officer',
  'station',
  'phone',
  'web',
  'sms',
  'paper_form',
  'box',
  'ngo',
  'survey',
  'letter',
  'patrol_walk',
  'other',
] as const;
export type Channel = (typeof CHANNELS)[number];

export const FREQUENCIES = ['once', 'sometimes', 'weekly', 'most_days', 'daily', 'unknown'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

export const REPORTER_TYPES = [
  'resident',
  'business',
  'school',
  'faith',
  'ngo',
  'officer',
  'agency',
  'anonymous',
] as const;
export type ReporterType = (typeof REPORTER_TYPES)[number];

/** How exactly the place may be kept: the reporter's choice. */
export const PRECISIONS = ['exact', 'street', 'block_cell', 'neighbourhood', 'district_only'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** Who is affected: ages, sexes and what people do there, never what they believe or descend from. */
export const AFFECTED_GROUPS = [
  'women',
  'men',
  'girls',
  'boys',
  'older_people',
  'disabled_people',
  'displaced_people',
  'traders',
  'passengers',
  'drivers',
  'pupils',
  'everybody',
] as const;
export type AffectedGroup = (typeof AFFECTED_GROUPS)[number];

/** The harms of CHEERS. */
export const HARMS = [
  'property_loss',
  'injury',
  'death',
  'mental_anguish',
  'fear',
  'undermines_police',
  'economic',
  'environmental',
  'restriction_of_movement',
] as const;
export type Harm = (typeof HARMS)[number];

/** Where a person is taken whose concern must not be kept. */
export const PATHWAYS = [
  'survivor_support',
  'child_protection',
  'anti_trafficking',
  'health',
  'legal_aid',
  'specialist_police',
  'other_service',
] as const;
export type Pathway = (typeof PATHWAYS)[number];

export const DECLINE_REASONS = [
  'not_a_safety_matter',
  'outside_area',
  'already_handled',
  'insufficient',
  'would_cause_harm',
  'duplicate',
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

const MOST_SUMMARY = 500;
const MOST_DETAIL = 20_000;
const MOST_CONTACT = 300;

export const positionInput = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);

/** Where it is, as it was told: a position, an area, or neither. What is finer than `precision` is not kept. */
export const placeInput = z
  .object({
    precision: z.enum(PRECISIONS),
    chosenBy: z.enum(['reporter', 'staff']),
    position: positionInput.nullable(),
    areaId: z.int().positive().nullable(),
  })
  .strict();
export type PlaceInput = z.infer<typeof placeInput>;

const day = z.iso.date('Must be a date, as in 2026-03-31.');
const instant = z.iso.datetime('Must be an instant, as in 2026-03-31T18:00:00Z.').max(40);

/** What can be changed later: everything but the contact, the consent and what triage does. */
export const concernFields = z
  .object({
    receivedOn: day,
    channel: z.enum(CHANNELS),
    language: z
      .string()
      .max(8)
      .regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, 'Must be the code of a language, as in en or fr.'),
    summary: z.string().trim().max(MOST_SUMMARY),
    detail: z.string().trim().max(MOST_DETAIL),
    categoryId: z.int().positive().nullable(),
    place: placeInput.nullable(),
    occurredFrom: instant.nullable(),
    occurredTo: instant.nullable(),
    frequency: z.enum(FREQUENCIES),
    affectedGroups: z.array(z.enum(AFFECTED_GROUPS)).max(AFFECTED_GROUPS.length),
    harms: z.array(z.enum(HARMS)).max(HARMS.length),
    reporterType: z.enum(REPORTER_TYPES),
    onBehalf: z.boolean(),
  })
  .strict();
export type ConcernFields = z.infer<typeof concernFields>;

const consent = z
  .object({ answerMe: z.boolean(), contactMe: z.boolean(), publishSummary: z.boolean() })
  .strict();
export type Consent = z.infer<typeof consent>;

export const newConcern = concernFields
  .extend({
    language: concernFields.shape.language.default('en'),
    detail: concernFields.shape.detail.default(''),
    summary: concernFields.shape.summary.default(''),
    categoryId: concernFields.shape.categoryId.default(null),
    place: placeInput.nullable().default(null),
    occurredFrom: instant.nullable().default(null),
    occurredTo: instant.nullable().default(null),
    frequency: concernFields.shape.frequency.default('unknown'),
    affectedGroups: concernFields.shape.affectedGroups.default([]),
    harms: concernFields.shape.harms.default([]),
    reporterType: concernFields.shape.reporterType.default('resident'),
    onBehalf: z.boolean().default(false),
    consent: consent.default({ answerMe: false, contactMe: false, publishSummary: false }),
    contact: z.string().trim().max(MOST_CONTACT).default(''),
    /** It touches what must not be kept: of all that is sent, only the day, the pathway and one more in the count stay. */
    isProtected: z.boolean().default(false),
    pathway: z.enum(PATHWAYS).nullable().default(null),
    /** Somebody has read the text and says that the protected words in it do not make it one. */
    wordsChecked: z.boolean().default(false),
  })
  .strict();
export type NewConcern = z.infer<typeof newConcern>;

export type ConcernFault =
  | 'received_in_future'
  | 'ends_before_it_begins'
  | 'no_summary'
  | 'contact_without_consent'
  | 'anonymous_with_contact';

/** What keeps a concern from being taken in on a day, beyond the form of each field; null when nothing does. */
export function faultOf(
  { receivedOn, occurredFrom, occurredTo, summary, contact, consent, reporterType }: CheckedFields,
  today: string,
): ConcernFault | null {
  if (receivedOn > today) return 'received_in_future';
  if (summary === '') return 'no_summary';
  if (occurredFrom !== null && occurredTo !== null && Date.parse(occurredTo) < Date.parse(occurredFrom))
    return 'ends_before_it_begins';
  if (contact === '') return null;
  if (reporterType === 'anonymous') return 'anonymous_with_contact';
  return consent.answerMe || consent.contactMe ? null : 'contact_without_consent';
}

type CheckedFields = Pick<
  NewConcern,
  'receivedOn' | 'occurredFrom' | 'occurredTo' | 'summary' | 'contact' | 'consent' | 'reporterType'
>;

const note = z.string().trim().min(1, 'Say why; it stays with the concern.').max(2000);
const id = z.string().regex(/^[\w-]{1,64}$/, 'Must be an id as the server gave it.');

/** What triage does with a concern; each says what it needs. */
export const triageStep = z.discriminatedUnion('step', [
  z
    .object({ step: z.literal('answer'), answer: z.string().trim().min(1, 'Write the answer.').max(5000) })
    .strict(),
  z.object({ step: z.literal('merge'), into: id, note }).strict(),
  z.object({ step: z.literal('attach'), problemId: id, note: note.optional() }).strict(),
  z.object({ step: z.literal('detach'), note }).strict(),
  z
    .object({ step: z.literal('refer'), to: z.string().trim().min(1, 'Say to whom.').max(200), note })
    .strict(),
  z.object({ step: z.literal('decline'), reason: z.enum(DECLINE_REASONS), note }).strict(),
  z.object({ step: z.literal('withdraw'), note }).strict(),
  z.object({ step: z.literal('reopen'), note }).strict(),
  z.object({ step: z.literal('protect'), pathway: z.enum(PATHWAYS) }).strict(),
]);
export type TriageStep = z.infer<typeof triageStep>;

const MOST_ROWS = 100;

/** A row of the grid for paper, as it was typed: whether it fits is said of each row by itself. */
const paperRow = z
  .object({
    receivedOn: z.string().max(20),
    channel: z.string().max(40),
    language: z.string().max(20),
    summary: z.string().max(2000),
    detail: z.string().max(MOST_DETAIL),
    categoryId: z.int().positive().nullable(),
    areaId: z.int().positive().nullable(),
    /** A pin on the map, kept no finer than `precision`; it goes before the area. */
    position: positionInput.nullable(),
    precision: z.enum(PRECISIONS),
    frequency: z.string().max(40),
    reporterType: z.string().max(40),
    isProtected: z.boolean(),
    pathway: z.string().max(40).nullable(),
    wordsChecked: z.boolean(),
  })
  .partial()
  .strict();
export type PaperRow = z.infer<typeof paperRow>;
export const paperRows = z.object({ rows: z.array(paperRow).min(1).max(MOST_ROWS) }).strict();
