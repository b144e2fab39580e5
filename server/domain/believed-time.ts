/** Whether the clock of the machine may be believed when it says that something is over: what is deleted does not come back. */

export type ClockDoubt = 'ahead' | 'behind';

const DAY_MS = 24 * 3_600_000;
/** A laptop may lie in a drawer for a month before somebody has to say that it was that long. */
const LONGEST_PAUSE_MS = 31 * DAY_MS;
const MOST_APART_MS = DAY_MS;

/**
 * Holds the clock against the time that was believed last, and, where the machine has run since then, against how long it has
 * run: that no wrong date changes. `ran` in milliseconds; null: not known, as after a start.
 */
export function clockDoubt(believed: string | null, now: Date, ran: number | null): ClockDoubt | null {
  if (believed === null) return null;
  const passed = now.getTime() - Date.parse(believed);
  const [least, most] =
    ran === null ? [-MOST_APART_MS, LONGEST_PAUSE_MS] : [ran - MOST_APART_MS, ran + MOST_APART_MS];
  if (passed > most) return 'ahead';
  return passed < least ? 'behind' : null;
}
