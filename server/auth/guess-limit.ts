import type { Clock } from '../clock.ts';
import { TooManyTries } from '../errors.ts';

/** Whose tries are counted together. */
export interface Lane {
  key: string;
  /** Tries before the first wait. */
  free: number;
  /** Others use it as well: a success takes away its own try, not everybody's. */
  shared: boolean;
}

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 15 * 60_000;
/** So long after the last try all is forgotten. */
const FORGOTTEN_MS = 60 * 60_000;
const MOST_KEPT = 20_000;

export interface GuessLimit {
  /** Counts a try in all lanes before it is known how it ends; refuses when one of them has to wait. */
  begin(lanes: readonly Lane[]): void;
  succeeded(lanes: readonly Lane[]): void;
  /** It was no try after all. */
  takeBack(lanes: readonly Lane[]): void;
  /** Refuses when a lane has to wait, without counting: where many succeed at once and only failures count. */
  check(lanes: readonly Lane[]): void;
  /** Counts what failed after a check. */
  failed(lanes: readonly Lane[]): void;
}

/**
 * Slows down whoever guesses: each try beyond the free ones waits twice as long as the one before, up to a quarter of an
 * hour. A refused try counts for nothing, so nobody makes a wait longer by knocking.
 */
export function createGuessLimit(clock: Clock): GuessLimit {
  const kept = new Map<string, { tries: number; at: number }>();

  function waitOf({ key, free }: Lane, now: number): number {
    const entry = kept.get(key);
    if (!entry) return 0;
    // The clock was set back: the wait begins anew, and is no longer than it was.
    if (entry.at > now) entry.at = now;
    const since = now - entry.at;
    if (since > FORGOTTEN_MS) kept.delete(key);
    if (since > FORGOTTEN_MS || entry.tries < free) return 0;
    return Math.max(0, Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (entry.tries - free)) - since);
  }

  function count({ key }: Lane, now: number): void {
    const tries = (kept.get(key)?.tries ?? 0) + 1;
    // Taken out and put in again, the oldest come first.
    kept.delete(key);
    kept.set(key, { tries, at: now });
    if (kept.size <= MOST_KEPT) return;
    for (const oldest of kept.keys()) {
      kept.delete(oldest);
      break;
    }
  }

  function uncount({ key }: Lane): void {
    const entry = kept.get(key);
    if (entry && entry.tries > 1) entry.tries -= 1;
    else kept.delete(key);
  }

  function check(lanes: readonly Lane[]): void {
    const now = clock.now().getTime();
    const wait = Math.max(...lanes.map((lane) => waitOf(lane, now)));
    if (wait > 0) throw new TooManyTries(Math.ceil(wait / 1000));
  }

  function countAll(lanes: readonly Lane[]): void {
    const now = clock.now().getTime();
    for (const lane of lanes) count(lane, now);
  }

  return {
    begin(lanes) {
      check(lanes);
      countAll(lanes);
    },
    check,
    failed: countAll,
    succeeded(lanes) {
      for (const lane of lanes)
        if (lane.shared) uncount(lane);
        else kept.delete(lane.key);
    },
    takeBack(lanes) {
      for (const lane of lanes) uncount(lane);
    },
  };
}
