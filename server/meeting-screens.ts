import type { Clock } from './clock.ts';

export const SCREENS = ['show', 'present'] as const;
/** The wall of the room, or the screen of whoever presents. */
export type Screen = (typeof SCREENS)[number];

/** A screen says that it is there more often than this; one that does not is off. */
const GONE_AFTER_MS = 40_000;
/** Of one meeting: more are no room's. */
export const MOST_SCREENS = 100;

interface Room {
  readonly screens: Map<string, { what: Screen; seenAt: number }>;
  isBlank: boolean;
}

/** Which screens of a meeting are on, and whether they are dark. Kept while the server runs: screens tell it again. */
export function createMeetingScreens(clock: Clock) {
  const rooms = new Map<string, Room>();

  function roomOf(meetingId: string): Room {
    const room = rooms.get(meetingId) ?? { screens: new Map(), isBlank: false };
    rooms.set(meetingId, room);
    const now = clock.now().getTime();
    for (const [id, { seenAt }] of room.screens) if (now - seenAt > GONE_AFTER_MS) room.screens.delete(id);
    return room;
  }

  function counted(meetingId: string) {
    const { screens, isBlank } = roomOf(meetingId);
    const all = [...screens.values()];
    const of = (wanted: Screen) => all.filter(({ what }) => what === wanted).length;
    return { show: of('show'), present: of('present'), isBlank };
  }

  return {
    counted,
    /** Says whether the count is another one than before. */
    isOn(meetingId: string, screenId: string, what: Screen): boolean {
      const { screens } = roomOf(meetingId);
      const isNew = screens.get(screenId)?.what !== what;
      if (isNew && screens.size >= MOST_SCREENS) return false;
      screens.set(screenId, { what, seenAt: clock.now().getTime() });
      return isNew;
    },
    isOff(meetingId: string, screenId: string): boolean {
      return roomOf(meetingId).screens.delete(screenId);
    },
    blank(meetingId: string, isBlank: boolean): boolean {
      const room = roomOf(meetingId);
      const isChange = room.isBlank !== isBlank;
      room.isBlank = isBlank;
      return isChange;
    },
  };
}
