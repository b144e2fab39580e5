import type { Clock } from './clock.ts';
import { Conflict } from './errors.ts';

/** Tries of one telephone in an hour, whether they were photos or not. */
const MOST_OF_A_PHONE = 20;
const MOST_OF_A_MEETING = 600;
const HOUR_MS = 60 * 60_000;

/** Photos are looked at and written anew, which takes time and room: so many of a telephone and of a meeting an hour. */
export function createPhotoAllowance(clock: Clock) {
  let from = 0;
  let counts = new Map<string, number>();
  return (guest: { id: string; meetingId: string }): void => {
    const now = clock.now().getTime();
    // Also when the clock was set back.
    if (Math.abs(now - from) >= HOUR_MS) {
      from = now;
      counts = new Map();
    }
    const own = (counts.get(guest.id) ?? 0) + 1;
    const all = (counts.get(guest.meetingId) ?? 0) + 1;
    if (own > MOST_OF_A_PHONE || all > MOST_OF_A_MEETING)
      throw new Conflict(
        'too_many_photos',
        'Enough photos have come in for now. Your words are taken; send further ones without a photo.',
      );
    counts.set(guest.id, own).set(guest.meetingId, all);
  };
}
