import { describe, expect, it } from 'vitest';
import { binOf, localMidnight, timeBins, zoneOffset } from '../../../client/map/time-bins.ts';

const minute = (text: string) => Date.parse(text) / 60_000;
const DAY = 1440;

describe('timeBins', () => {
  it('covers the whole period, half-open, with at most 170 bars', () => {
    for (const days of [0.1, 2, 30, 200, 1100, 9000, 40_000]) {
      const from = minute('2022-03-05T13:37Z');
      const { edges } = timeBins(from, from + days * DAY, 'America/New_York');
      expect(edges[0]).toBeLessThanOrEqual(from);
      expect(edges[edges.length - 1]).toBeGreaterThan(from + days * DAY);
      expect(edges.length - 1).toBeLessThanOrEqual(170);
    }
  });

  it('begins days at local midnight on both sides of summer time', () => {
    const bins = timeBins(minute('2024-03-08T12:00Z'), minute('2024-03-29T12:00Z'), 'America/New_York');
    const texts = [...bins.edges].map((edge) => new Date(edge * 60_000).toISOString());
    expect(bins.widthMinutes).toBe(6 * 60);
    const days = timeBins(minute('2024-02-01T12:00Z'), minute('2024-05-29T12:00Z'), 'America/New_York');
    expect(days.widthMinutes).toBe(DAY);
    const dayTexts = [...days.edges].map((edge) => new Date(edge * 60_000).toISOString());
    expect(dayTexts).toContain('2024-03-10T05:00:00.000Z');
    expect(dayTexts).toContain('2024-03-11T04:00:00.000Z');
    expect(texts.length).toBeGreaterThan(80);
  });

  it('begins weeks on Mondays', () => {
    const { edges, widthMinutes } = timeBins(minute('2022-01-05T00:00Z'), minute('2024-12-31T00:00Z'), 'UTC');
    expect(widthMinutes).toBe(7 * DAY);
    for (const edge of edges) expect(new Date(edge * 60_000).getUTCDay()).toBe(1);
  });
});

describe('binOf', () => {
  const bins = timeBins(minute('2023-10-01T00:00Z'), minute('2024-01-20T00:00Z'), 'Europe/Berlin');

  it('agrees with a plain search for every hour', () => {
    const { edges } = bins;
    for (let t = edges[0]; t < edges[edges.length - 1]; t += 59) {
      const index = edges.findIndex((edge, i) => t >= edge && t < edges[i + 1]);
      expect(binOf(t, bins)).toBe(index);
    }
  });

  it('knows no bar outside', () => {
    expect(binOf(bins.edges[0] - 1, bins)).toBe(-1);
    expect(binOf(bins.edges[bins.edges.length - 1], bins)).toBe(-1);
  });
});

describe('zones', () => {
  it.each([
    ['UTC', 0],
    ['Asia/Kathmandu', 345],
    ['America/New_York', -300],
  ])('%s is %d minutes ahead in January', (zone, offset) => {
    expect(zoneOffset(minute('2024-01-15T12:00Z'), zone)).toBe(offset);
  });

  it('finds midnight on the day the clock changes', () => {
    const day = minute('2024-11-03T00:00Z') / DAY;
    expect(localMidnight(day, 'America/New_York')).toBe(minute('2024-11-03T04:00Z'));
  });
});

describe('bars of months', () => {
  it('begin with the months of the place, a quarter or a year where there are many', () => {
    const bars = timeBins(
      minute('2024-01-31T23:30Z'),
      minute('2024-04-02T00:00Z'),
      'Africa/Kigali',
      'months',
    );
    expect(Array.from(bars.edges, (edge) => new Date(edge * 60_000).toISOString().slice(0, 13))).toEqual([
      '2024-01-31T22',
      '2024-02-29T22',
      '2024-03-31T22',
      '2024-04-30T22',
    ]);
    expect(bars.months).toBe(1);
    for (let bar = 0; bar < 3; bar++) expect(binOf(bars.edges[bar], bars)).toBe(bar);
    expect(binOf(bars.edges[1] - 1, bars)).toBe(0);
    const years = (count: number) => minute(`${2024 - count}-05-01T00:00Z`);
    expect(timeBins(years(30), years(0), 'UTC', 'months').months).toBe(3);
    expect(timeBins(years(90), years(0), 'UTC', 'months').months).toBe(12);
  });
});
