import type { AppDeps } from './deps.ts';
import { LIST_KINDS } from './domain/meeting/minutes-votes.ts';
import type { AgendaItem, Ballot, Meeting } from './store/ports.ts';

/** Votes on one card: more are not told apart from the last row of a room. */
export const MOST_VOTES = 20;

type Links = Pick<AgendaItem, 'problemId' | 'commitmentId'>;
/** Whether a member of the committee may see what it is about. */
type IsSeen = (about: Links) => Promise<boolean>;

/** The votes that stand on the card of an item; beside priorities the lists of the sessions of the round, each by itself. */
export function createMeetingLists({ store }: Pick<AppDeps, 'store'>) {
  async function shown(ballots: readonly Ballot[], isSeen: IsSeen): Promise<Ballot[]> {
    const seen = await Promise.all(ballots.map(isSeen));
    return ballots.filter((_, i) => seen[i]);
  }

  async function ofSessions({ id, parallelOf }: Meeting, isSeen: IsSeen) {
    if (parallelOf !== null) return [];
    const round = (await store.meetings.list({ parallelOf: id })).filter(
      ({ state }) => state !== 'cancelled',
    );
    const lists = await Promise.all(
      round.map(async ({ id: session, kind }) => {
        const closed = (await store.ballots.list(session)).filter(
          ({ state, kind: asked }) => state === 'closed' && LIST_KINDS.includes(asked),
        );
        return (await shown(closed, isSeen)).map((ballot) => ({ session: kind, ballot }));
      }),
    );
    return lists.flat();
  }

  return async (meeting: Meeting, item: AgendaItem, isSeen: IsSeen) => {
    const isPriorities = item.kind === 'priorities';
    const own = (await store.ballots.list(meeting.id)).filter(
      ({ state, agendaItemId, kind }) =>
        state !== 'draft' &&
        (agendaItemId === item.id || (isPriorities && agendaItemId === null && LIST_KINDS.includes(kind))),
    );
    const ours = (await shown(own, isSeen)).map((ballot) => ({ session: null, ballot }));
    const all = isPriorities ? [...ours, ...(await ofSessions(meeting, isSeen))] : ours;
    const cast = await store.ballots.votesCast(all.map(({ ballot }) => ballot.id));
    return all.slice(0, MOST_VOTES).map(({ session, ballot }) => {
      const { id, kind, question, questions, options, state, result } = ballot;
      return { id, session, kind, question, questions, options, state, result, votesCast: cast.get(id) ?? 0 };
    });
  };
}
