import { describe, expect, it } from 'vitest';
import { clockDoubt } from '../../../server/domain/believed-time.ts';

const DAY = 24 * 3_600_000;
const believed = '2025-03-10T12:00:00Z';
const at = (days: number) => new Date(Date.parse(believed) + days * DAY);

describe('the clock', () => {
  it('is believed at first, and for a month without anybody', () => {
    expect(clockDoubt(null, at(9999), null)).toBeNull();
    expect([0, 1, 31, -1].map((days) => clockDoubt(believed, at(days), null))).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('is in doubt beyond that, forward and back', () => {
    expect(clockDoubt(believed, at(31.001), null)).toBe('ahead');
    expect(clockDoubt(believed, at(-1.001), null)).toBe('behind');
  });

  it('is held against how long the machine has run, where that is known', () => {
    expect(clockDoubt(believed, at(3), 0)).toBe('ahead');
    expect(clockDoubt(believed, at(0.9), 0)).toBeNull();
    expect(clockDoubt(believed, at(0), 3 * DAY)).toBe('behind');
    // Asleep, or busy, for two months: it has counted them.
    expect(clockDoubt(believed, at(60), 60 * DAY)).toBeNull();
  });
});
