import { describe, expect, it } from 'vitest';
import { relativeTime } from '../../../../client/views/problems/relative-time.ts';

const now = Date.parse('2026-03-01T12:00:00Z');

describe('relativeTime', () => {
  it.each([
    ['2026-03-01T11:59:40Z', { unit: 'minute', value: 0 }],
    ['2026-03-01T11:30:00Z', { unit: 'minute', value: -30 }],
    ['2026-03-01T09:10:00Z', { unit: 'hour', value: -2 }],
    ['2026-02-27T11:00:00Z', { unit: 'day', value: -2 }],
  ])('says %s as %j', (instant, said) => {
    expect(relativeTime(instant, now)).toEqual(said);
  });

  it('leaves what is long ago to a date', () => {
    expect(relativeTime('2026-01-01T00:00:00Z', now)).toBeNull();
  });

  it('never says that a change lies ahead when two clocks differ', () => {
    expect(relativeTime('2026-03-01T12:03:00Z', now)).toEqual({ unit: 'minute', value: 0 });
  });
});
