import { readCommitteeGround } from './committee-ground.ts';
import { awaitsAnswer } from './domain/concern-steps.ts';
import {
  type HeldConcern,
  type HeldMeeting,
  type HeldPromise,
  type MeetingHealth,
  meetingHealth,
} from './domain/meeting/health.ts';
import { dayIn } from './domain/time-zone.ts';
import type { Committee, Meeting, PromiseCourse, Store } from './store/ports.ts';

type Parts = Pick<Store, 'meetings' | 'meetingHealth' | 'settings' | 'areas' | 'problems'>;

/** Meetings that are over and stand by themselves, the earliest first; sessions belong to the round of one. */
export async function heldMeetings(
  { meetings }: Pick<Store, 'meetings'>,
  { id }: Committee,
): Promise<{ main: Meeting[]; sessions: Meeting[] }> {
  const closed = await meetings.list({ committeeId: id, states: ['closed'] });
  return {
    main: closed.filter(({ parallelOf }) => parallelOf === null),
    sessions: closed.filter(({ parallelOf }) => parallelOf !== null),
  };
}

/** How the committee did at these meetings, which follow one another; `last`: the one before the first of them. */
export async function readMeetingHealth(
  store: Store,
  committee: Committee,
  chosen: readonly Meeting[],
  sessions: readonly Meeting[],
  last: Meeting | null,
): Promise<MeetingHealth[]> {
  const newest = chosen.at(-1);
  if (!newest) return [];
  const timeZone = (await store.settings.get('workspace.timezone')) ?? 'UTC';
  const day = (at: string) => dayIn(timeZone, new Date(at));
  const ids = new Set(chosen.map(({ id }) => id));
  const all = [...chosen, ...sessions.filter(({ parallelOf }) => ids.has(parallelOf ?? ''))];
  const ground = await readCommitteeGround({ store }, committee);
  const before = last && day(last.startsAt);
  return meetingHealth({
    meetings: await heldOf(store, committee, all, day),
    before,
    promises: await promisesIn(store, committee.id, ground, day),
    concerns: await concernsIn(store, ground.areaIds, { after: before, upTo: day(newest.startsAt) }),
  });
}

async function heldOf(
  { meetingHealth: kept }: Parts,
  committee: Committee,
  meetings: readonly Meeting[],
  day: (at: string) => string,
): Promise<HeldMeeting[]> {
  const ids = meetings.map(({ id }) => id);
  const items = await kept.items(ids);
  const approved = new Map((await kept.approvals(ids)).map((one) => [one.meetingId, one.approvedAt]));
  return meetings.map(({ id, kind, startsAt, parallelOf, attendance, quorum }) => {
    const approvedAt = approved.get(id);
    return {
      id,
      kind,
      on: day(startsAt),
      parallelOf,
      attendance,
      quorum: quorum ?? committee.quorum,
      approvedOn: approvedAt === undefined ? null : day(approvedAt),
      items: items.filter(({ meetingId }) => meetingId === id),
    };
  });
}

async function promisesIn(
  { meetingHealth: kept }: Parts,
  committeeId: string,
  { cases, holds }: Awaited<ReturnType<typeof readCommitteeGround>>,
  day: (at: string) => string,
): Promise<HeldPromise[]> {
  const all = await kept.promises({ committeeId, caseIds: cases.map(({ id }) => id) });
  return all.filter(holds).map((one: PromiseCourse) => ({
    id: one.id,
    madeOn: one.meetingOn ?? day(one.createdAt),
    madeAt: one.meetingId,
    firstDueOn: one.firstDueOn,
    steps: one.steps.map(({ at, to }) => ({ on: day(at), to })),
    judged: one.judged,
  }));
}

async function concernsIn(
  { meetingHealth: kept }: Parts,
  areaIds: readonly number[],
  received: { after: string | null; upTo: string },
): Promise<HeldConcern[]> {
  return (await kept.concerns(areaIds, received)).map(({ receivedOn, answeredOn, channel, state }) => ({
    receivedOn,
    answeredOn,
    atMeeting: channel === 'meeting',
    waits: awaitsAnswer({ state, answeredOn }),
  }));
}
