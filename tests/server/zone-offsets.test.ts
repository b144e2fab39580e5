import { describe, expect, it } from 'vitest';
import { offsetChanges, zoneOffsets } from '../../server/zone-offsets.ts';

const at = (instant: string) => Date.parse(instant) / 1000;
const WEEK = 7 * 86_400;

describe('offsets of a zone', () => {
  it.each([
    ['America/New_York', '2024-03-10T06:59:59Z', -5 * 3600],
    ['America/New_York', '2024-03-10T07:00:00Z', -4 * 3600],
    ['Asia/Kathmandu', '2024-01-01T00:00:00Z', 5.75 * 3600],
    ['Australia/Lord_Howe', '2024-01-01T00:00:00Z', 11 * 3600],
    ['UTC', '1901-01-01T00:00:00Z', 0],
  ])('%s at %s is %d s ahead', (zone, instant, offset) => {
    expect(zoneOffsets(zone)(at(instant))).toBe(offset);
  });

  it('change to the second, whatever the steps begin with', () => {
    for (const start of ['2024-01-01T00:00:00Z', '2024-01-03T05:06:07Z']) {
      const found = offsetChanges(
        zoneOffsets('America/New_York'),
        at(start),
        at('2024-12-31T00:00:00Z'),
        WEEK,
      );
      expect(found.starts).toEqual([at('2024-03-10T07:00:00Z'), at('2024-11-03T06:00:00Z')]);
      expect(found.offsets).toEqual([-5, -4, -5].map((hours) => hours * 3600));
    }
  });

  it('are one where the clocks never change, and over no time at all', () => {
    const tokyo = zoneOffsets('Asia/Tokyo');
    expect(offsetChanges(tokyo, at('2020-01-01'), at('2024-01-01'), WEEK)).toEqual({
      starts: [],
      offsets: [32_400],
    });
    expect(offsetChanges(tokyo, 5, 5, WEEK)).toEqual({ starts: [], offsets: [32_400] });
  });
});
