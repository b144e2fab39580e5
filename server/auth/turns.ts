import { AppError } from '../errors.ts';

export interface Turns {
  /** Does the work when it is its turn; `ahead` goes before those that wait. */
  take<T>(ahead: boolean, work: () => Promise<T>): Promise<T>;
}

/**
 * Hashing a passphrase takes a good part of a second of a processor on purpose. So that a crowd at the door does not stop
 * those who are in, only a few are hashed at once, and only so many may wait.
 */
export function createTurns(atOnce: number, mostWaiting: number): Turns {
  const first: (() => void)[] = [];
  const rest: (() => void)[] = [];
  let running = 0;

  /** Hands the turn on, so that nobody who comes just now slips in between. */
  function next(): void {
    const waiting = first.shift() ?? rest.shift();
    if (waiting) waiting();
    else running -= 1;
  }

  return {
    async take(ahead, work) {
      const line = ahead ? first : rest;
      if (running >= atOnce) {
        if (line.length >= mostWaiting) throw new AppError(429, 'busy', BUSY, { extra: { retryAfter: 5 } });
        await new Promise<void>((resolve) => line.push(resolve));
      } else {
        running += 1;
      }
      try {
        return await work();
      } finally {
        next();
      }
    },
  };
}

const BUSY = 'Too many people are signing in at this moment. Try again in a few seconds.';
