import { describe, expect, it } from 'vitest';
import { localMonths } from '../../../server/domain/local-months.ts';

const minute = (iso: string) => Date.parse(iso) / 60_000;
const JANUARY_2024 = (2024 - 1970) * 12;

describe('months of a zone', () => {
  it.each([
    ['UTC', '2024-01-01T00:00Z'],
    ['Africa/Kigali', '2023-12-31T22:00Z'],
    ['America/New_York', '2024-01-01T05:00Z'],
    ['Asia/Kolkata', '2023-12-31T18:30Z'],
    ['Pacific/Auckland', '2023-12-31T11:00Z'],
  ])('begin at midnight of the first in %s', (zone, start) => {
    const months = localMonths(zone);
    expect(months.startOf(JANUARY_2024)).toBe(minute(start));
    expect(months.monthOf(minute(start))).toBe(JANUARY_2024);
    expect(months.monthOf(minute(start) - 1)).toBe(JANUARY_2024 - 1);
  });

  it('follow summer time', () => {
    const months = localMonths('America/New_York');
    expect(months.startOf(JANUARY_2024 + 6)).toBe(minute('2024-07-01T04:00Z'));
  });

  it('begin when the clocks went on where midnight was skipped', () => {
    const months = localMonths('America/Havana');
    const april = (2012 - 1970) * 12 + 3;
    expect(months.startOf(april)).toBe(minute('2012-04-01T05:00Z'));
    expect(months.monthOf(minute('2012-04-01T04:59Z'))).toBe(april - 1);
  });

  it('run without a gap for centuries', () => {
    const months = localMonths('Europe/Berlin');
    for (let month = -30_000; month < 40_000; month += 997) {
      const start = months.startOf(month);
      expect(months.monthOf(start)).toBe(month);
      expect(months.monthOf(start - 1)).toBe(month - 1);
    }
  });
});
