/** The committee that meets: whom its seats are for, and by which rules it decides. */
import { z } from 'zod';

export const OFFICES = ['chair_community', 'chair_police', 'facilitator', 'secretary', 'member'] as const;
export type Office = (typeof OFFICES)[number];

export const SIDES = ['community', 'police', 'agency'] as const;
export type Side = (typeof SIDES)[number];

export const SEXES = ['f', 'm', 'unsaid'] as const;
export type Sex = (typeof SEXES)[number];

const day = z.iso.date('Must be a date, as in 2026-03-31.');
export const MOST_LANGUAGES = 8;
/** Tags as in BCP 47, the main language first. */
export const languages = z
  .array(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/, 'Must be a language tag, as ar or pt-BR.'))
  .max(MOST_LANGUAGES);

const fields = {
  name: z.string().trim().min(1, 'Must not be empty.').max(120),
  areaId: z.int().positive(),
  mandate: z.string().trim().max(4000),
  rules: z.string().trim().max(10_000),
  languages,
  quorum: z.int().min(1).max(1000).nullable(),
  codeSignedOn: day.nullable(),
  partnerNote: z.string().trim().max(4000),
  endedOn: day.nullable(),
};

export const newCommittee = z
  .object({
    ...fields,
    mandate: fields.mandate.default(''),
    rules: fields.rules.default(''),
    languages: languages.default([]),
    quorum: fields.quorum.default(null),
    codeSignedOn: day.nullable().default(null),
    partnerNote: fields.partnerNote.default(''),
    endedOn: day.nullable().default(null),
  })
  .strict();
export type CommitteeFields = z.infer<typeof newCommittee>;

/** The area stays: a committee of another area is another committee. */
export const committeeChange = z.object(fields).omit({ areaId: true }).partial().strict();
export type CommitteeChange = z.infer<typeof committeeChange>;

const seat = {
  /** Whom the seat is for, as "women's association": never the name of a person. */
  seat: z.string().trim().min(1, 'Say whom the seat is for.').max(200),
  office: z.enum(OFFICES),
  side: z.enum(SIDES),
  sex: z.enum(SEXES),
  organisationId: z.int().positive().nullable(),
  userId: z
    .string()
    .regex(/^[\w-]{1,64}$/, 'Must be an id as the server gave it.')
    .nullable(),
  termFrom: day,
  termTo: day.nullable(),
};

export const newMember = z
  .object({
    ...seat,
    office: seat.office.default('member'),
    sex: seat.sex.default('unsaid'),
    organisationId: seat.organisationId.default(null),
    userId: seat.userId.default(null),
    termTo: seat.termTo.default(null),
  })
  .strict();
export type MemberFields = z.infer<typeof newMember>;
export const memberChange = z.object(seat).partial().strict();

/** Offices one person holds at a time. */
const HELD_ONCE: readonly Office[] = ['chair_community', 'chair_police', 'facilitator', 'secretary'];

interface Term {
  readonly termFrom: string;
  readonly termTo: string | null;
}

export function holdsOn({ termFrom, termTo }: Term, day: string): boolean {
  return termFrom <= day && (termTo === null || day <= termTo);
}

const overlap = (a: Term, b: Term) =>
  (a.termTo === null || b.termFrom <= a.termTo) && (b.termTo === null || a.termFrom <= b.termTo);

export type MemberFault = 'term_ends_before_it_begins' | 'office_held_already' | 'side_of_another_office';

/** What is wrong with a seat beside the others of its committee; null: nothing. */
export function memberFault(
  one: Pick<MemberFields, 'office' | 'side'> & Term,
  others: readonly (Pick<MemberFields, 'office'> & Term)[],
): MemberFault | null {
  if (one.termTo !== null && one.termTo < one.termFrom) return 'term_ends_before_it_begins';
  if (one.office === 'chair_police' && one.side !== 'police') return 'side_of_another_office';
  if (one.office === 'chair_community' && one.side === 'police') return 'side_of_another_office';
  const isTaken =
    HELD_ONCE.includes(one.office) && others.some((it) => it.office === one.office && overlap(it, one));
  return isTaken ? 'office_held_already' : null;
}
