/**
 * The agenda drafts itself, by rules that are shown: facts in, items out, each with the rule that put it in and what the
 * rule found. Nobody is bound by it: what a person changes or drops stays so when it is drafted again.
 */
import { type CommitmentState, isOverdue } from '../commitment.ts';
import { AGENDA_KINDS, type AgendaKind, type AgendaState, type Reason } from './agenda.ts';

/** Every rule of drafting, in the order of the agenda. The interface has a sentence for each. */
export const DRAFT_RULES = [
  'standing',
  'last_minutes',
  'commitment_overdue',
  'commitment_disputed',
  'commitment_reopened',
  'commitment_delivered',
  'pattern_kept',
  'concerns_unanswered',
  'case_awaits_committee',
  'carried_over',
] as const;
export type DraftRule = (typeof DRAFT_RULES)[number];

export interface DraftCommitment {
  readonly id: string;
  readonly text: string;
  readonly state: CommitmentState;
  readonly dueOn: string | null;
  readonly organisation: string;
  readonly problemId: string | null;
  readonly problemRef: string | null;
  /** Residents who reported on the latest delivery, and how many of them did not find it done. */
  readonly reports: number;
  readonly contradicted: number;
}

/** A decision of the committee a case cannot go on without. */
export interface DraftGate {
  readonly problemId: string;
  readonly ref: string;
  readonly title: string;
  readonly gate: 'to_analysis' | 'to_closing';
  /** Other things that are missing before the case can go on. */
  readonly alsoMissing: number;
}

export interface DraftPattern {
  readonly problemId: string;
  readonly ref: string;
  readonly title: string;
  /** Answers kept since the last meeting, the newest last. */
  readonly exhibitIds: readonly string[];
}

export interface DraftCarried {
  readonly id: string;
  readonly kind: AgendaKind;
  readonly title: string;
  readonly titles: Readonly<Record<string, string>>;
  readonly minutes: number | null;
  readonly problemId: string | null;
  readonly commitmentId: string | null;
  readonly concernId: string | null;
  readonly exhibitId: string | null;
  /** Day of the meeting at which it stayed open. */
  readonly from: string;
  /** Of the rule that once put it in. */
  readonly draftKey: string;
}

/** All that is known when an agenda is drafted. Days as ISO dates of the workspace. */
export interface DraftFacts {
  readonly today: string;
  /** The last meeting of the committee that was closed. */
  readonly last: { readonly id: string; readonly on: string } | null;
  /** Of the committee's area, and open to the committee. */
  readonly commitments: readonly DraftCommitment[];
  readonly gates: readonly DraftGate[];
  readonly patterns: readonly DraftPattern[];
  /** A count alone: the words of concerns are for those who answer them. */
  readonly unanswered: { readonly count: number; readonly answerDays: number };
  readonly carried: readonly DraftCarried[];
}

export interface DraftItem {
  readonly kind: AgendaKind;
  readonly rule: DraftRule;
  /** What it is put in for: the same at each drafting. */
  readonly draftKey: string;
  /** Empty: as its kind and rule are worded. */
  readonly title: string;
  readonly titles: Readonly<Record<string, string>>;
  readonly minutes: number | null;
  readonly reason: Reason;
  readonly problemId: string | null;
  readonly commitmentId: string | null;
  readonly concernId: string | null;
  readonly exhibitId: string | null;
  readonly carriedFrom: string | null;
}

/** Every meeting goes through these, with so many minutes unless somebody says otherwise. */
const STANDING: readonly (readonly [AgendaKind, number])[] = [
  ['welcome', 5],
  ['commitments', 5],
  ['patterns', 10],
  ['concerns', 15],
  ['priorities', 15],
  ['new_commitments', 10],
  ['contact_sessions', 5],
  ['other_business', 5],
  ['next_meeting', 5],
];
const MINUTES_EACH = { minutes: 5, commitment: 5, pattern: 5, concerns: 5, gate: 10 } as const;

/** The agenda as the rules have it, in its order. */
export function draftAgenda(facts: DraftFacts): DraftItem[] {
  const items = [
    ...STANDING.map(([kind, minutes]) =>
      item({ kind, rule: 'standing', draftKey: `standing:${kind}`, minutes }),
    ),
    ...minutesOf(facts),
    ...commitmentsOf(facts),
    ...facts.patterns.map(patternOf),
    ...concernsOf(facts),
    ...facts.gates.map(gateOf),
  ];
  const known = new Set(items.map(({ draftKey }) => draftKey));
  const carried = facts.carried.filter(({ draftKey }) => !known.has(draftKey)).map(carriedOf);
  return [...items, ...carried].sort((a, b) => AGENDA_KINDS.indexOf(a.kind) - AGENDA_KINDS.indexOf(b.kind));
}

function minutesOf({ last }: DraftFacts): DraftItem[] {
  if (last === null) return [];
  const reason = { on: last.on, meetingId: last.id };
  const minutes = MINUTES_EACH.minutes;
  return [item({ kind: 'minutes', rule: 'last_minutes', draftKey: 'minutes', minutes, reason })];
}

/** The rules of promises, the most pressing first: the first that holds puts it in. */
const COMMITMENT_RULES: readonly [DraftRule, (one: DraftCommitment, today: string) => boolean][] = [
  ['commitment_overdue', isOverdue],
  [
    'commitment_disputed',
    ({ state, contradicted }) =>
      state === 'partly_verified' || state === 'not_verified' || (state === 'delivered' && contradicted > 0),
  ],
  ['commitment_reopened', ({ state }) => state === 'reopened'],
  ['commitment_delivered', ({ state }) => state === 'delivered'],
];

/** By rule, then the one promised for the earliest day. */
function commitmentsOf({ commitments, today }: DraftFacts): DraftItem[] {
  return COMMITMENT_RULES.flatMap(([rule, holds], rank) =>
    commitments
      .filter(
        (one) =>
          holds(one, today) && !COMMITMENT_RULES.slice(0, rank).some(([, earlier]) => earlier(one, today)),
      )
      .sort((a, b) => compare(a.dueOn ?? '9999', b.dueOn ?? '9999') || compare(a.id, b.id))
      .map((one) =>
        item({
          kind: 'commitments',
          rule,
          draftKey: `commitment:${one.id}`,
          title: one.text,
          minutes: MINUTES_EACH.commitment,
          commitmentId: one.id,
          problemId: one.problemId,
          reason: reasonOf(one, rule, today),
        }),
      ),
  );
}

function reasonOf(
  { organisation, dueOn, problemRef, reports, contradicted }: DraftCommitment,
  rule: DraftRule,
  today: string,
) {
  return {
    organisation,
    ...(dueOn !== null && { dueOn }),
    ...(problemRef !== null && { ref: problemRef }),
    ...(rule === 'commitment_overdue' && dueOn !== null && { days: daysBetween(dueOn, today) }),
    ...(rule === 'commitment_disputed' && { reports, contradicted }),
  };
}

function patternOf({ problemId, ref, title, exhibitIds }: DraftPattern): DraftItem {
  return item({
    kind: 'patterns',
    rule: 'pattern_kept',
    draftKey: `pattern:${problemId}`,
    title: `${ref} ${title}`,
    minutes: MINUTES_EACH.pattern,
    problemId,
    exhibitId: exhibitIds.at(-1) ?? null,
    reason: { ref, count: exhibitIds.length },
  });
}

function concernsOf({ unanswered: { count, answerDays } }: DraftFacts): DraftItem[] {
  if (count === 0) return [];
  const minutes = MINUTES_EACH.concerns;
  const reason = { count, answerDays };
  return [item({ kind: 'concerns', rule: 'concerns_unanswered', draftKey: 'concerns', minutes, reason })];
}

function gateOf({ problemId, ref, title, gate, alsoMissing }: DraftGate): DraftItem {
  return item({
    kind: 'gate',
    rule: 'case_awaits_committee',
    draftKey: `gate:${problemId}:${gate}`,
    title: `${ref} ${title}`,
    minutes: MINUTES_EACH.gate,
    problemId,
    reason: { ref, gate, alsoMissing },
  });
}

/** It keeps the key of the rule that once put it in, so that it does not come twice. */
function carriedOf({ id, from, draftKey, ...rest }: DraftCarried): DraftItem {
  return item({
    ...rest,
    rule: 'carried_over',
    draftKey: draftKey === '' ? `carried:${id}` : draftKey,
    carriedFrom: id,
    reason: { from },
  });
}

function item(some: Pick<DraftItem, 'kind' | 'rule' | 'draftKey'> & Partial<DraftItem>): DraftItem {
  return {
    title: '',
    titles: {},
    minutes: null,
    reason: {},
    problemId: null,
    commitmentId: null,
    concernId: null,
    exhibitId: null,
    carriedFrom: null,
    ...some,
  };
}

/** What stands on an agenda already. */
export interface StandingItem {
  readonly id: string;
  readonly kind: AgendaKind;
  readonly rule: string;
  readonly draftKey: string;
  /** Changed by a person. */
  readonly touched: boolean;
  readonly state: AgendaState;
}

export interface Redraft {
  /** In the order in which they will stand: an item there is, or one to be put in. */
  readonly order: readonly ({ readonly id: string } | { readonly put: DraftItem })[];
  /** Items nobody touched whose rule finds something else by now. */
  readonly refresh: readonly { readonly id: string; readonly with: DraftItem }[];
  /** Items nobody touched whose rule finds nothing any more. */
  readonly gone: readonly string[];
}

/**
 * Drafting again: what is new is put in behind the last of its kind; what a person changed, dropped or put in stays as it
 * is, and so does what was carried over; what nobody touched follows its rule, and goes when that finds nothing any more.
 */
export function redraft(standing: readonly StandingItem[], drafted: readonly DraftItem[]): Redraft {
  const byKey = new Map(drafted.map((one) => [one.draftKey, one]));
  const isFree = ({ touched, state, rule }: StandingItem) =>
    !touched && state === 'open' && rule !== '' && rule !== 'carried_over';
  const known = new Set(standing.map(({ draftKey }) => draftKey));
  const gone = standing.filter((one) => isFree(one) && !byKey.has(one.draftKey)).map(({ id }) => id);
  const refresh = standing.filter(isFree).flatMap(({ id, draftKey }) => {
    const found = byKey.get(draftKey);
    return found ? [{ id, with: found }] : [];
  });
  const rows: { kind: AgendaKind; entry: Redraft['order'][number] }[] = standing
    .filter(({ id, state }) => state !== 'dropped' && !gone.includes(id))
    .map(({ id, kind }) => ({ kind, entry: { id } }));
  for (const put of drafted.filter(({ draftKey }) => !known.has(draftKey)))
    rows.splice(placeFor(put.kind, rows), 0, { kind: put.kind, entry: { put } });
  return { order: rows.map(({ entry }) => entry), refresh, gone };
}

/** Behind the last of its kind, or else behind the last of an earlier kind. */
function placeFor(kind: AgendaKind, rows: readonly { kind: AgendaKind }[]): number {
  const same = rows.findLastIndex((one) => one.kind === kind);
  if (same >= 0) return same + 1;
  const rank = AGENDA_KINDS.indexOf(kind);
  return rows.findLastIndex((one) => AGENDA_KINDS.indexOf(one.kind) < rank) + 1;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
