import { createCaseAreas } from './case-areas.ts';
import { areaAndBelow } from './concern-areas.ts';
import type { AppDeps } from './deps.ts';
import { groundOf, liesIn } from './domain/lies-in.ts';
import type { Commitment, Committee, Meeting, Problem } from './store/ports.ts';

type Parts = Pick<AppDeps, 'store'>;

/** What lies in the area of a committee, and may be told at its meetings. */
export interface CommitteeGround {
  /** Its area, what lies below it in the tree, and what lies inside it. */
  readonly areaIds: readonly number[];
  /** Cases in it that were opened to committees. */
  readonly cases: readonly Problem[];
  /** A promise is where its case is, or lies there itself, or was made at one of its meetings. */
  readonly holds: (promise: Pick<Commitment, 'problemId' | 'geometry' | 'meetingId'>) => boolean;
}

export async function readCommitteeGround(
  { store }: Parts,
  { id, areaId }: Pick<Committee, 'id' | 'areaId'>,
): Promise<CommitteeGround> {
  const areas = await store.areas.list();
  const area = areas.find((one) => one.id === areaId);
  const ground = area ? groundOf(area.geometry) : null;
  const within = areas.filter(({ geometry }) => ground !== null && liesIn(geometry, ground));
  const opened = (await store.problems.list()).filter(
    ({ confidentiality }) => confidentiality !== 'internal',
  );
  const inside = new Set(await createCaseAreas({ store }).inside(areaId, opened, true));
  const known = new Set(opened.map((one) => one.id));
  const meetings = new Set((await store.meetings.list({ committeeId: id })).map((one) => one.id));
  return {
    areaIds: [...new Set([...areaAndBelow(areaId, areas), ...within.map((one) => one.id)])],
    cases: opened.filter((one) => inside.has(one.id)),
    holds: ({ problemId, geometry, meetingId }) => {
      const isOurs = meetingId !== null && meetings.has(meetingId);
      if (problemId !== null) return inside.has(problemId) || (isOurs && known.has(problemId));
      return isOurs || (geometry !== null && ground !== null && liesIn(geometry, ground));
    },
  };
}

/** The one before it that was closed; of sessions of a round, the one of the same kind. */
export async function lastMeeting({ store }: Parts, meeting: Meeting): Promise<Meeting | null> {
  const closed = await store.meetings.list({
    committeeId: meeting.committeeId,
    states: ['closed'],
    before: meeting.startsAt,
  });
  const isAlike = (one: Meeting) =>
    meeting.parallelOf === null
      ? one.parallelOf === null
      : one.parallelOf !== null && one.kind === meeting.kind;
  return closed.filter(isAlike).at(-1) ?? null;
}
