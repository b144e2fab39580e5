import { describe, expect, it } from 'vitest';
import { dayOf, startOfDay } from '../../client/day.ts';

describe('days in a zone', () => {
  it('begins a day at midnight of the zone', () => {
    expect(startOfDay('2024-07-01', 'America/New_York', 0)).toBe('2024-07-01T04:00:00.000Z');
    expect(startOfDay('2024-01-01', 'America/New_York', 0)).toBe('2024-01-01T05:00:00.000Z');
    expect(startOfDay('2024-07-01', 'UTC', 1)).toBe('2024-07-02T00:00:00.000Z');
    expect(startOfDay('2024-12-31', 'Asia/Kathmandu', 1)).toBe('2024-12-31T18:15:00.000Z');
  });

  it('begins the days of a change of the clock with the offset of their midnight', () => {
    expect(startOfDay('2024-03-31', 'Europe/Berlin', 0)).toBe('2024-03-30T23:00:00.000Z');
    expect(startOfDay('2024-03-31', 'Europe/Berlin', 1)).toBe('2024-03-31T22:00:00.000Z');
    expect(startOfDay('2024-11-03', 'America/New_York', 1)).toBe('2024-11-04T05:00:00.000Z');
  });

  it('gives back the day it began', () => {
    for (const zone of ['UTC', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Kiritimati']) {
      const instant = startOfDay('2024-02-29', zone, 0);
      expect(instant && dayOf(instant, zone, 0)).toBe('2024-02-29');
      const end = startOfDay('2024-02-29', zone, 1);
      expect(end && dayOf(end, zone, -1)).toBe('2024-02-29');
    }
  });

  it('begins no day that is not there', () => {
    expect(startOfDay('', 'UTC', 0)).toBeUndefined();
    expect(startOfDay('0002-01-01', 'UTC', 0)).toBeUndefined();
  });
});
