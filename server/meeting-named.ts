import type { AppDeps } from './deps.ts';
import { dayIn } from './domain/time-zone.ts';
import { Unusable } from './errors.ts';
import { createInReach } from './in-reach.ts';
import type { Person } from './person.ts';
import type { Meeting } from './store/ports.ts';

/** The day of a meeting by the calendar of the workspace: when it was begun, or else when it begins. */
export async function heldOn(
  { store }: Pick<AppDeps, 'store'>,
  { startedAt, startsAt }: Pick<Meeting, 'startedAt' | 'startsAt'>,
): Promise<string> {
  const zone = (await store.settings.get('workspace.timezone')) ?? 'UTC';
  return dayIn(zone, new Date(startedAt ?? startsAt));
}

interface Named {
  readonly meetingId?: string | null | undefined;
}

/** Whoever names a meeting reads it; what was said at it was said on its day. */
export function createNamedMeetings({ store, clock }: Pick<AppDeps, 'store' | 'clock'>) {
  const { meetings } = createInReach({ store });

  async function dayOf(person: Person, id: string): Promise<string> {
    const { meeting } = await meetings.meeting(person, id);
    if (meeting.state === 'cancelled')
      throw refused(
        'meeting_cancelled',
        'This meeting was called off: nothing was said at it. Choose another.',
      );
    const day = await heldOn({ store }, meeting);
    if (day > dayIn((await store.settings.get('workspace.timezone')) ?? 'UTC', clock.now()))
      throw refused('not_yet', 'This meeting has not been yet. Choose one that was held.');
    return day;
  }

  return {
    /** The day of the meeting that is named; null: none is. */
    dayOf: async (person: Person, { meetingId }: Named): Promise<string | null> =>
      meetingId ? dayOf(person, meetingId) : null,
    /** Of a change: nothing is asked of a meeting that was named before. */
    async require(person: Person, before: Named | null, after: Named): Promise<void> {
      if (after.meetingId && after.meetingId !== before?.meetingId) await dayOf(person, after.meetingId);
    },
  };
}

function refused(code: string, detail: string): Unusable {
  return new Unusable(code, detail, [{ pointer: '/meetingId', detail }]);
}
