import { beforeEach, describe, expect, it } from 'vitest';
import { createGuessLimit, type GuessLimit } from '../../../server/auth/guess-limit.ts';
import { TooManyTries } from '../../../server/errors.ts';
import { createTestClock, type TestClock } from '../../fixtures/test-app.ts';

let clock: TestClock;
let limit: GuessLimit;
beforeEach(() => {
  clock = createTestClock();
  limit = createGuessLimit(clock);
});

const MINUTE = 60_000;
const who = { key: 'who', free: 3, shared: false };
const address = { key: 'address', free: 5, shared: true };
const anotherOf = (key: string) => ({ key, free: 3, shared: false });

/** Seconds to wait before the next try; 0 when it was let through. */
function knock(...lanes: (typeof who)[]): number {
  try {
    limit.begin(lanes);
    return 0;
  } catch (error) {
    if (!(error instanceof TooManyTries)) throw error;
    return Number(error.extra.retryAfter);
  }
}

describe('whoever guesses', () => {
  it('has some tries at once, then waits twice as long each time, up to a quarter of an hour', () => {
    const waits: number[] = [];
    for (let n = 0; n < 16; n++) {
      const wait = knock(who);
      waits.push(wait);
      clock.advance(wait * 1000);
      if (wait > 0) expect(knock(who)).toBe(0);
    }
    expect(waits).toEqual([0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
  });

  it('is not kept out longer by knocking', () => {
    for (let n = 0; n < 4; n++) {
      clock.advance(knock(who) * 1000);
      knock(who);
    }
    const wait = knock(who);
    for (let n = 0; n < 1000; n++) knock(who);
    expect(knock(who)).toBe(wait);
  });

  it('is counted before it is known how the try ends: a thousand at once are no thousand tries', () => {
    const let_in = Array.from({ length: 1000 }, () => knock(who)).filter((wait) => wait === 0);
    expect(let_in).toHaveLength(3);
  });

  it('starts anew an hour after the last try', () => {
    for (let n = 0; n < 5; n++) knock(who);
    expect(knock(who)).toBeGreaterThan(0);
    clock.advance(61 * MINUTE);
    expect([knock(who), knock(who), knock(who)]).toEqual([0, 0, 0]);
  });
});

describe('everybody else', () => {
  it('is not held up by another lane', () => {
    for (let n = 0; n < 100; n++) knock(who);
    expect(knock(anotherOf('somebody else'))).toBe(0);
  });

  it('waits with the others only behind the same address', () => {
    for (let n = 0; n < 5; n++) expect(knock(anotherOf(`name ${n}`), address)).toBe(0);
    expect(knock(anotherOf('yet another'), address)).toBeGreaterThan(0);
    expect(knock(anotherOf('yet another'), { ...address, key: 'elsewhere' })).toBe(0);
  });

  it('gets their own try back by signing in, and nobody else’s', () => {
    for (let n = 0; n < 4; n++) knock(anotherOf(`guess ${n}`), address);
    for (let n = 0; n < 20; n++) {
      expect(knock(who, address)).toBe(0);
      limit.succeeded([who, address]);
    }
    expect(knock(anotherOf('fifth'), address)).toBe(0);
    expect(knock(who, address)).toBeGreaterThan(0);
  });
});

describe('a clock that is set back a day', () => {
  it('makes no wait longer than it was', () => {
    for (let n = 0; n < 5; n++) {
      clock.advance(knock(who) * 1000);
      knock(who);
    }
    const wait = knock(who);
    clock.advance(-24 * 60 * MINUTE);
    expect(knock(who)).toBeLessThanOrEqual(wait);
    clock.advance(wait * 1000);
    expect(knock(who)).toBe(0);
  });
});

describe('a crowd of addresses', () => {
  it('takes no more memory than it may', () => {
    for (let n = 0; n < 50_000; n++) knock(anotherOf(`address ${n}`));
    // The oldest are forgotten, the newest are not.
    for (let n = 0; n < 3; n++) knock(anotherOf('address 49999'));
    expect(knock(anotherOf('address 49999'))).toBeGreaterThan(0);
  });
});
