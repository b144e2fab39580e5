import { readCaseFacts } from './case-facts.ts';
import { type CommitteeGround, lastMeeting, readCommitteeGround } from './committee-ground.ts';
import { concernDays } from './concern-days.ts';
import type { AppDeps } from './deps.ts';
import { rulesFor } from './domain/case/gates.ts';
import { isClosed } from './domain/case/standing.ts';
import { awaitsAnswer, dueOn } from './domain/concern-steps.ts';
import type { DraftCommitment, DraftFacts, DraftGate, DraftPattern } from './domain/meeting/draft-agenda.ts';
import { dayIn } from './domain/time-zone.ts';
import type { Commitment, Committee, Meeting, Problem } from './store/ports.ts';

/** More than anybody has. */
const ALL = 1_000_000;

type Parts = Pick<AppDeps, 'store' | 'clock'>;

/** What the rules of drafting go by: of the committee's area, and of that only what was opened to committees. */
export async function readDraftFacts(
  { store, clock }: Parts,
  meeting: Meeting,
  committee: Committee,
): Promise<DraftFacts> {
  const timeZone = (await store.settings.get('workspace.timezone')) ?? 'UTC';
  const today = dayIn(timeZone, clock.now());
  const last = await lastMeeting({ store }, meeting);
  const ground = await readCommitteeGround({ store }, committee);
  const { cases } = ground;
  const deferred = await store.agendas.deferred(committee.id);
  return {
    today,
    last: last && { id: last.id, on: dayIn(timeZone, new Date(last.startsAt)) },
    commitments: await promisesOpenTo({ store }, ground),
    gates: await gatesOf({ store, clock }, cases),
    patterns: await patternsOf({ store }, cases, last?.startsAt ?? ''),
    unanswered: await unansweredIn({ store }, ground, today),
    carried: deferred
      .filter(({ startsAt }) => startsAt < meeting.startsAt)
      .map(({ startsAt, ...rest }) => ({ ...rest, from: dayIn(timeZone, new Date(startsAt)) })),
  };
}

const PROMISED: readonly Commitment['state'][] = [
  'agreed',
  'in_progress',
  'blocked',
  'reopened',
  'delivered',
  'partly_verified',
  'not_verified',
];

/** Promises on this ground that were opened to the committee and are not settled. */
export async function promisesOpenTo(
  { store }: Pick<AppDeps, 'store'>,
  { holds }: CommitteeGround,
): Promise<DraftCommitment[]> {
  const all = (await store.commitments.list()).filter(
    (one) => one.visibility !== 'internal' && PROMISED.includes(one.state) && holds(one),
  );
  return Promise.all(
    all.map(async ({ id, text, state, dueOn: due, organisation, problemId, problemRef }) => {
      const said = state === 'delivered' ? await store.commitments.reports(id) : [];
      const against = said.filter(({ verdict }) => verdict === 'notDone' || verdict === 'partly');
      return {
        id,
        text,
        state,
        dueOn: due,
        organisation: organisation.name,
        problemId,
        problemRef,
        reports: said.length,
        contradicted: against.length,
      };
    }),
  );
}

/** Rules of gates that only a meeting of the committee can fulfil. */
const DECIDED_AT_MEETINGS = [
  { gate: 'to_analysis', rule: 'priority_decided', first: 'open' },
  { gate: 'to_closing', rule: 'decided_at_a_meeting', first: null },
] as const;

/**
 * Cases that wait for a decision of the committee: everything the work itself has to bring is there. To be taken on, a case
 * needs what opens it; its objective and leads may follow from the same evening.
 */
async function gatesOf(parts: Parts, cases: readonly Problem[]): Promise<DraftGate[]> {
  const found: DraftGate[] = [];
  for (const one of cases.filter(({ state }) => !isClosed(state))) {
    const open = rulesFor(await readCaseFacts(parts.store, parts.clock, one)).filter(
      ({ leaves, holds, weight }) => leaves === one.stage && !holds && weight === 'must',
    );
    for (const { gate, rule, first } of DECIDED_AT_MEETINGS) {
      if (!open.some(({ id }) => id === rule)) continue;
      const others = open.filter(({ id }) => id !== rule);
      const holdsBack = first === null ? others : others.filter((other) => other.gate === first);
      if (holdsBack.length > 0) continue;
      found.push({ problemId: one.id, ref: one.ref, title: one.title, gate, alsoMissing: others.length });
    }
  }
  return found;
}

/** Answers kept on these cases since the last meeting. */
async function patternsOf(
  { store }: Pick<AppDeps, 'store'>,
  cases: readonly Problem[],
  since: string,
): Promise<DraftPattern[]> {
  const found: DraftPattern[] = [];
  for (const { id, ref, title, state } of cases) {
    if (isClosed(state)) continue;
    const kept = (await store.exhibits.list(id)).filter(({ createdAt }) => createdAt > since);
    if (kept.length > 0) found.push({ problemId: id, ref, title, exhibitIds: kept.map((one) => one.id) });
  }
  return found;
}

/** How many concerns of the area nobody has answered in time. */
async function unansweredIn(
  { store }: Pick<AppDeps, 'store'>,
  { areaIds }: CommitteeGround,
  today: string,
): Promise<DraftFacts['unanswered']> {
  const { answerDays } = await concernDays(store);
  const filter = { areaIds, coarse: false, unansweredBefore: dueOn(today, -answerDays) };
  const { items } = await store.concerns.page(filter, { limit: ALL });
  return { count: items.filter(awaitsAnswer).length, answerDays };
}
