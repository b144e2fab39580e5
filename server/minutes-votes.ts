import type { AppDeps } from './deps.ts';
import type { CommitmentVisibility } from './domain/commitment.ts';
import {
  groupVotesOf,
  LIST_KINDS,
  type RecordedBallot,
  type RecordedDecision,
  type SessionLists,
} from './domain/meeting/minutes-votes.ts';
import type { AgendaItem, Ballot, Decision, Meeting } from './store/ports.ts';

type Parts = Pick<AppDeps, 'store'>;
type About = Pick<AgendaItem, 'problemId' | 'commitmentId'>;

interface Subject {
  readonly name: string;
  readonly visibility: CommitmentVisibility;
}

const FROM_NARROW: readonly CommitmentVisibility[] = ['internal', 'committee', 'public'];
export const narrowest = (all: readonly CommitmentVisibility[]): CommitmentVisibility =>
  FROM_NARROW.find((one) => all.includes(one)) ?? 'public';

/** What something is about, and the widest circle for whom that was opened. */
export async function subjectOf({ store }: Parts, { problemId, commitmentId }: About): Promise<Subject> {
  const about = problemId === null ? null : await store.problems.get(problemId, 'deleted');
  const promise = commitmentId === null ? null : await store.commitments.get(commitmentId);
  return {
    name: about ? `${about.ref} ${about.title}` : (promise?.text ?? ''),
    visibility: narrowest([about?.confidentiality ?? 'public', promise?.visibility ?? 'public']),
  };
}

/** What the sessions of a round put first; a session has none beside it. */
export async function readSessionLists(
  parts: Parts,
  { id, parallelOf }: Meeting,
  round: readonly Meeting[],
): Promise<SessionLists[]> {
  if (parallelOf !== null) return [];
  const sessions = round.filter((one) => one.parallelOf === id && one.state !== 'cancelled');
  const lists = await Promise.all(
    sessions.map(async ({ id: session, kind, startsAt }) => {
      const { ballots } = await readVoted(parts, session);
      const said = ballots.map((one) => one.said).filter((one) => LIST_KINDS.includes(one.kind));
      return { kind, startsAt, ballots: said };
    }),
  );
  return lists.filter(({ ballots }) => ballots.length > 0);
}

/** Votes that were counted, and decisions, with the item each stands under. No wider than that item, nor than its vote. */
export async function readVoted(parts: Parts, meetingId: string) {
  const { store } = parts;
  const all = (await store.ballots.list(meetingId)).filter(({ state }) => state === 'closed');
  const ofItem = new Map((await store.agendas.list(meetingId)).map((one) => [one.id, one]));
  const circle = async (one: About & Pick<Ballot, 'agendaItemId'>) => {
    const item = one.agendaItemId === null ? undefined : ofItem.get(one.agendaItemId);
    const own = await subjectOf(parts, one);
    const visibility = item
      ? narrowest([own.visibility, (await subjectOf(parts, item)).visibility])
      : own.visibility;
    return { name: own.name, visibility };
  };
  const ballots = await Promise.all(
    all.flatMap((one) => (one.result === null ? [] : [recordedBallot(one, one.result)])),
  );
  const decisions = await Promise.all((await store.decisions.list(meetingId)).map(recordedDecision));
  return { ballots, decisions };

  async function recordedBallot(ballot: Ballot, result: RecordedBallot['result']) {
    const { id, agendaItemId, kind, question, questions, options, dotsEach, quorum } = ballot;
    const { visibility } = await circle(ballot);
    const said: RecordedBallot = { kind, question, questions, options, dotsEach, result, quorum, visibility };
    return { id, agendaItemId, said };
  }

  async function recordedDecision(decision: Decision) {
    const { id, agendaItemId, text, kind, result, how, for: pro, against, abstain, quorum } = decision;
    const about = await circle(decision);
    const ballot = all.find((one) => one.id === decision.ballotId);
    const after = ballot ? { question: ballot.question, questions: ballot.questions } : null;
    const visibility = narrowest([about.visibility, ballot ? (await circle(ballot)).visibility : 'public']);
    const votes = { for: pro, against, abstain, byGroup: groupVotesOf(decision.byGroup) };
    const said: RecordedDecision = {
      text,
      kind,
      result,
      how,
      about: about.name,
      after,
      ...votes,
      quorum,
      visibility,
    };
    return { id, agendaItemId, said };
  }
}
