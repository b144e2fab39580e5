import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { automaticPeriod, comparePeriods, periodCounts } from '../../analysis/period-counts.ts';

const DAY = 1440;

describe('periodCounts', () => {
  it('counts each incident once, in half-open periods', () => {
    const cells = Int32Array.of(0, 0, 1, 1, -1, 0);
    const minutes = Int32Array.of(0, 10, 10, 19, 5, 20);
    const result = periodCounts(cells, minutes, Float64Array.of(0, 10, 20), 2);
    expect(Array.from(result.counts)).toEqual([1, 0, 1, 2]);
    expect(result).toMatchObject({ n: 4, outside: 1, otherTimes: 1 });
  });

  it('agrees with a filter for each cell and period', () => {
    const incident = fc.tuple(fc.integer({ min: -1, max: 3 }), fc.integer({ min: -30, max: 130 }));
    const edges = fc.uniqueArray(fc.integer({ min: -10, max: 110 }), { minLength: 2, maxLength: 9 });
    fc.assert(
      fc.property(fc.array(incident), edges, (incidents, unsorted) => {
        const ends = Float64Array.from(unsorted).sort();
        const result = periodCounts(
          Int32Array.from(incidents, ([cell]) => cell),
          Int32Array.from(incidents, ([, minute]) => minute),
          ends,
          4,
        );
        for (let k = 0; k + 1 < ends.length; k++)
          for (let cell = 0; cell < 4; cell++) {
            const inside = incidents.filter(([c, m]) => c === cell && m >= ends[k] && m < ends[k + 1]);
            expect(result.counts[k * 4 + cell]).toBe(inside.length);
          }
        expect(result.n + result.outside + result.otherTimes).toBe(incidents.length);
      }),
    );
  });

  it('refuses edges that do not rise, cells that do not exist, columns of different length', () => {
    const one = Int32Array.of(0);
    expect(() => periodCounts(one, one, Float64Array.of(0, 0), 1)).toThrow(/rise/);
    expect(() => periodCounts(one, one, Float64Array.of(0), 1)).toThrow(/1/);
    expect(() => periodCounts(Int32Array.of(7), one, Float64Array.of(0, 9), 2)).toThrow(/cell 7/);
    expect(() => periodCounts(new Int32Array(2), one, Float64Array.of(0, 9), 2)).toThrow(/2 and 1/);
  });
});

describe('comparePeriods', () => {
  it('gives the days of both', () => {
    const compared = comparePeriods({ start: 0, end: 28 * DAY }, { start: 28 * DAY, end: 56 * DAY });
    expect(compared).toEqual({ daysBefore: 28, daysAfter: 28, warnings: [] });
  });

  it('refuses overlapping periods and periods that end before they start', () => {
    expect(() => comparePeriods({ start: 0, end: 10 }, { start: 9, end: 20 })).toThrow(
      /before the first ends/,
    );
    expect(() => comparePeriods({ start: 5, end: 5 }, { start: 9, end: 20 })).toThrow(RangeError);
  });

  it('warns of unequal lengths and unequal weekdays', () => {
    const { warnings } = comparePeriods({ start: 0, end: 10 * DAY }, { start: 10 * DAY, end: 15 * DAY });
    expect(warnings).toEqual([
      { code: 'unequal_lengths', value: 0.5 },
      { code: 'unequal_weekdays', value: 5 },
    ]);
  });
});

describe('automaticPeriod', () => {
  it.each([
    [14, 1],
    [15, 7],
    [91, 7],
    [92, 28],
    [732, 28],
    [733, 91],
    [3653, 91],
    [3654, 365.25],
    [7306, 365.25],
    [8000, 800],
  ])('B8 automatic period of %d days', (span, days) => {
    expect(automaticPeriod(span)).toBe(days);
  });

  it('refuses a span that is none', () => {
    expect(() => automaticPeriod(0)).toThrow(/0/);
  });
});
