import { describe, expect, it } from 'vitest';
import { controlMatches, type MatchCandidate } from '../../analysis/control-match.ts';

const level = 0.95;
const season = Array.from({ length: 24 }, (_, month) => 20 + (month % 12));
const treated = { size: 2, months: season };
const area = (change: Partial<MatchCandidate>): MatchCandidate => ({ ...treated, ...change });

describe('controlMatches', () => {
  it('gives a twin no mismatch', () => {
    const { matches, n, warnings } = controlMatches(treated, [area({})], { level });
    expect(matches[0]).toMatchObject({
      candidate: 0,
      mismatch: 0,
      sizeRatio: 1,
      levelRatio: 1,
      trendRatio: 1,
      suitable: true,
      reasons: [],
    });
    expect(matches[0].correlation).toBeCloseTo(1, 12);
    expect([n, warnings]).toEqual([1, []]);
  });

  it('is the weighted mean of the logarithms of three ratios', () => {
    const months = season.map((count, month) => (month < 12 ? count : count + 3));
    const candidate = area({ size: 2.5, months });
    const weights = { size: 1, level: 2, trend: 3 };
    const [match] = controlMatches(treated, [candidate], { level, weights }).matches;
    const sum = (list: number[]) => list.reduce((a, b) => a + b, 0);
    const trend = sum(months.slice(12)) / sum(months.slice(0, 12));
    expect(match.trendRatio).toBeCloseTo(trend, 10);
    const expected =
      Math.log(1.25) + 2 * Math.log((sum(months) + 0.5) / (sum(season) + 0.5)) + 3 * Math.log(trend);
    expect(match.mismatch).toBeCloseTo(expected / 6, 10);
  });

  it('puts the likest first and those that may not be used last', () => {
    const { matches } = controlMatches(
      treated,
      [area({ size: 3 }), area({ excluded: true }), area({ size: 2.1 }), area({ size: 1.5 })],
      { level },
    );
    expect(matches.map(({ candidate }) => candidate)).toEqual([2, 3, 0, 1]);
    expect(matches[3].reasons).toEqual(['excluded']);
  });

  it('scores half and double alike', () => {
    const { matches } = controlMatches(treated, [area({ size: 1 }), area({ size: 4 })], { level });
    expect(matches[0].mismatch).toBeCloseTo(matches[1].mismatch, 12);
  });

  it('names what speaks against a candidate', () => {
    const rising = season.map((count, month) => (month < 12 ? count : 2 * count));
    const [trend] = controlMatches(treated, [area({ months: rising })], { level }).matches;
    expect(trend.reasons).toEqual(['trend-differs']);
    const [far] = controlMatches(treated, [area({ size: 9, months: season.map((c) => 3 * c) })], {
      level,
    }).matches;
    expect(far.reasons).toEqual(['size-differs', 'level-differs']);
    const few = controlMatches(treated, [area({ months: new Array<number>(24).fill(0) })], { level });
    expect(few.matches[0].reasons).toContain('too-few-incidents');
    expect(few.matches[0].correlation).toBeNaN();
    expect(few.warnings).toEqual([{ code: 'none_suitable', value: 1 }]);
    expect(
      controlMatches({ ...treated, months: new Array<number>(24).fill(0) }, [], { level }).warnings,
    ).toEqual([
      { code: 'treated_too_few', value: 0 },
      { code: 'none_suitable', value: 0 },
    ]);
  });

  it('refuses other lengths and sizes', () => {
    expect(() => controlMatches(treated, [area({ months: [1, 2] })], { level })).toThrow(/got 2/);
    expect(() => controlMatches({ ...treated, size: 0 }, [], { level })).toThrow(/0/);
    const weights = { size: 0, level: 0, trend: 0 };
    expect(() => controlMatches(treated, [], { level, weights })).toThrow(/one weight/);
  });
});
