import type { AppDeps } from './deps.ts';
import type { BallotOption, Marks } from './domain/meeting/ballot.ts';
import type { BallotResult } from './domain/meeting/ballot-result.ts';
import { NotFound } from './errors.ts';
import type { Guest } from './guests.ts';
import type { AgendaItem, Area, Ballot, Commitment } from './store/ports.ts';

/** A ballot as a telephone sees it: nothing of how others voted before it is closed. */
export interface GuestBallot {
  id: string;
  kind: Ballot['kind'];
  question: string;
  questions: Record<string, string>;
  options: BallotOption[];
  dotsEach: number;
  state: 'open' | 'closed';
  agendaItemId: string | null;
  /** What a promise said that is looked at. */
  promise: { text: string; organisation: string; dueOn: string | null; evidenceOfDone: string } | null;
  /** What this device chose, as long as it can be changed. */
  marks: Marks | null;
  hasVoted: boolean;
  result: BallotResult | null;
}

/** What a telephone may know of its meeting. Notes for the presenter and what is not public are no part of it. */
export function createGuestView({ store }: Pick<AppDeps, 'store'>) {
  async function areaOf(guest: Guest): Promise<Area> {
    const meeting = await store.meetings.get(guest.meetingId);
    const committee = meeting && (await store.committees.get(meeting.committeeId));
    const area = committee && (await store.areas.get(committee.areaId));
    if (!area) throw new NotFound('area of this meeting');
    return area;
  }

  async function ballotsFor(guest: Guest): Promise<GuestBallot[]> {
    const all = (await store.ballots.list(guest.meetingId)).filter(({ state }) => state !== 'draft');
    const own = await store.ballots.votesOf(
      guest.id,
      all.map(({ id }) => id),
    );
    const promises = await Promise.all(all.map(({ commitmentId }) => promiseOf(commitmentId)));
    return all.map((ballot, i) => ({
      id: ballot.id,
      kind: ballot.kind,
      question: ballot.question,
      questions: ballot.questions,
      options: ballot.options,
      dotsEach: ballot.dotsEach,
      state: ballot.state === 'open' ? 'open' : 'closed',
      agendaItemId: ballot.agendaItemId,
      promise: promises[i] ?? null,
      marks: own.get(ballot.id) ?? null,
      hasVoted: own.has(ballot.id),
      result: ballot.result,
    }));
  }

  async function promiseOf(commitmentId: string | null): Promise<GuestBallot['promise']> {
    const found = commitmentId === null ? null : await store.commitments.get(commitmentId);
    if (found === null || !isShown(found)) return null;
    const { text, organisation, dueOn, evidenceOfDone } = found;
    return { text, organisation: organisation.name, dueOn, evidenceOfDone };
  }

  return {
    areaOf,
    async meeting(guest: Guest) {
      const meeting = await store.meetings.get(guest.meetingId);
      if (meeting === null) throw new NotFound('meeting');
      const items = (await store.agendas.list(meeting.id)).filter(({ state }) => state !== 'dropped');
      const door = await store.meetingDoors.of(meeting.id);
      return {
        id: meeting.id,
        committee: meeting.committeeName,
        kind: meeting.kind,
        title: meeting.title,
        place: meeting.place,
        startsAt: meeting.startsAt,
        languages: meeting.languages,
        guest: { language: guest.language, group: guest.group },
        groups: door?.groups ?? [],
        items: items.map((item) => itemOf(item, meeting.currentItemId)),
        ballots: await ballotsFor(guest),
      };
    },
  };
}

/** What the organisation agreed that the room may hear. */
export const isShown = ({ visibility }: Pick<Commitment, 'visibility'>): boolean => visibility !== 'internal';

function itemOf({ id, kind, title, titles, state }: AgendaItem, currentItemId: string | null) {
  return { id, kind, title, titles, state, isCurrent: id === currentItemId };
}
