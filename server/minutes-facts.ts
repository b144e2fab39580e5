import { createCaseAreas } from './case-areas.ts';
import type { AppDeps } from './deps.ts';
import { groundOf, liesIn } from './domain/lies-in.ts';
import type { DiscussedItem, MadePromise, MinutesFacts, ReviewedPromise } from './domain/meeting/minutes.ts';
import { type Voted, votedUnder } from './domain/meeting/minutes-votes.ts';
import { heldOn } from './meeting-named.ts';
import { readSessionLists, readVoted, subjectOf } from './minutes-votes.ts';
import type { AgendaItem, Commitment, CommitmentStep, Committee, Meeting } from './store/ports.ts';

type Parts = Pick<AppDeps, 'store'>;

/** What was recorded of a meeting and around it, for its minutes. */
export async function readMinutesFacts(
  { store }: Parts,
  meeting: Meeting,
  committee: Committee,
): Promise<MinutesFacts> {
  const at = { id: meeting.id, days: await daysOf({ store }, meeting) };
  const items = (await store.agendas.list(meeting.id)).filter(({ state }) => state !== 'dropped');
  const main = meeting.parallelOf ?? meeting.id;
  const round = await store.meetings.list({ committeeId: committee.id });
  const approved = new Set(await store.minutes.approvedAt(meeting.id));
  const present = new Set(meeting.attendance?.organisationIds ?? []);
  const voted = await readVoted({ store }, meeting.id);
  const under = (item: string | null) =>
    votedUnder(
      voted,
      items.map(({ id }) => id),
      item,
    );
  return {
    committee: committee.name,
    kind: meeting.kind,
    title: meeting.title,
    place: meeting.place,
    openTo: meeting.openTo,
    startsAt: meeting.startedAt ?? meeting.startsAt,
    // One that was written down afterwards was closed on another day.
    endedAt: meeting.startedAt === null ? meeting.endsAt : meeting.closedAt,
    sessions: round
      .filter(
        ({ id, parallelOf, state }) => id !== meeting.id && state === 'closed' && (parallelOf ?? id) === main,
      )
      .map(({ kind, startsAt }) => ({ kind, startsAt })),
    attendance: meeting.attendance,
    organisations: (await store.organisations.list())
      .filter(({ id }) => present.has(id))
      .map(({ name }) => name),
    quorum: meeting.quorum ?? committee.quorum,
    approved: round.filter(({ id }) => approved.has(id)).map(({ startsAt }) => startsAt),
    reviewed: await reviewedOf({ store }, items, at),
    items: await discussedOf({ store }, items, under),
    beside: under(null),
    sessionLists: await readSessionLists({ store }, meeting, round),
    promised: await promisedOf({ store }, committee, at),
    nextMeetingAt: meeting.nextMeetingAt,
  };
}

/** The meeting and its day, planned and held: what names no meeting is of each that was held on its day. */
interface At {
  readonly id: string;
  readonly days: readonly string[];
}

const isAt = ({ id, days }: At, meetingId: string | null, on: string | null): boolean =>
  meetingId === null ? on !== null && days.includes(on) : meetingId === id;

const daysOf = async (parts: Parts, { startedAt, startsAt }: Meeting): Promise<string[]> => [
  await heldOn(parts, { startedAt: null, startsAt }),
  await heldOn(parts, { startedAt, startsAt }),
];

/** Each promise on the agenda or judged here that was not given here, once, with what was said of it here. */
async function reviewedOf(
  { store }: Parts,
  items: readonly AgendaItem[],
  at: At,
): Promise<ReviewedPromise[]> {
  // Typed back from paper, one may have been judged that no item is about.
  const judged = await store.commitments.list({ judgedAt: at.id });
  const ids = new Set([
    ...items.flatMap(({ commitmentId }) => commitmentId ?? []),
    ...judged.map(({ id }) => id),
  ]);
  const rows = await Promise.all(Array.from(ids, (id) => reviewOf({ store }, id, at)));
  return rows.flatMap((row) => row ?? []);
}

const OF_RESIDENTS: readonly Commitment['state'][] = [
  'verified',
  'partly_verified',
  'not_verified',
  'reopened',
];

async function reviewOf({ store }: Parts, id: string, at: At): Promise<ReviewedPromise | null> {
  const found = await store.commitments.get(id);
  if (!found || found.meetingId === at.id) return null;
  const steps = await store.commitments.steps(id);
  const said = (await store.commitments.verifications(id)).find(
    (one) => one.basis === 'meeting' && isAt(at, one.meetingId, one.heldOn),
  );
  const before = steps.filter((one) => said === undefined || one.at < said.createdAt);
  const owner = lastOfOwner(before);
  const isReopened = said !== undefined && said.outcome !== 'verified';
  return {
    text: found.text,
    organisation: found.organisation.name,
    visibility: found.visibility,
    dueOn: isReopened ? found.firstDueOn : found.dueOn,
    ownerSaid: owner?.to ?? found.state,
    ownerNote: owner?.note ?? '',
    residentsSaid: said
      ? { done: said.done, partly: said.partly, notDone: said.notDone, cannotSay: said.cannotSay }
      : null,
    outcome: said?.outcome ?? null,
    newDueOn: isReopened ? found.dueOn : null,
  };
}

const lastOfOwner = (steps: readonly CommitmentStep[]): CommitmentStep | undefined =>
  steps.filter(({ to }) => !OF_RESIDENTS.includes(to)).at(-1);

/** A promise that was only looked at stands in its own table. */
async function discussedOf(
  { store }: Parts,
  items: readonly AgendaItem[],
  under: (item: string) => Voted,
): Promise<DiscussedItem[]> {
  const all = await Promise.all(
    items.map(async (item) => {
      const { id, kind, title, titles, state, outcome, commitmentId } = item;
      const voted = under(id);
      const isTold = commitmentId === null || outcome !== '' || hasVotes(voted);
      const { visibility } = await subjectOf({ store }, item);
      return isTold ? [{ kind, title, titles, state, outcome, visibility, ...voted }] : [];
    }),
  );
  return all.flat();
}

const hasVotes = ({ decisions, ballots }: Voted) => decisions.length + ballots.length > 0;

/** Promised at this meeting; of what names none, on its day and in the area of the committee. */
async function promisedOf({ store }: Parts, committee: Committee, at: At): Promise<MadePromise[]> {
  const made = (await store.commitments.list()).filter(
    ({ meetingId, meetingOn, state }) => isAt(at, meetingId, meetingOn) && state !== 'declined',
  );
  const here = made.filter(({ meetingId }) => meetingId !== null);
  const unnamed = made.filter(({ meetingId }) => meetingId === null);
  const inArea = unnamed.length > 0 ? await inAreaOf({ store }, committee, unnamed) : [];
  const all = new Set([...here, ...inArea]);
  return made
    .filter((one) => all.has(one))
    .map(({ text, organisation, ownerRole, visibility, dueOn, evidenceOfDone }) => ({
      text,
      organisation: organisation.name,
      ownerRole,
      visibility,
      dueOn,
      evidenceOfDone,
    }));
}

async function inAreaOf(
  { store }: Parts,
  { areaId }: Committee,
  made: readonly Commitment[],
): Promise<Commitment[]> {
  const area = await store.areas.get(areaId);
  const ground = area ? groundOf(area.geometry) : null;
  const cases = await store.problems.list();
  const inside = new Set(await createCaseAreas({ store }).inside(areaId, cases, true));
  return made.filter(({ problemId, geometry }) =>
    problemId === null
      ? geometry !== null && ground !== null && liesIn(geometry, ground)
      : inside.has(problemId),
  );
}
