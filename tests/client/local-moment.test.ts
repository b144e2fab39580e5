import { describe, expect, it } from 'vitest';
import { instantOf, localOf } from '../../client/local-moment.ts';

describe('a moment on the clocks of a zone', () => {
  it('is an instant, and back again', () => {
    expect(instantOf('2026-03-31T18:00', 'Asia/Kathmandu')).toBe('2026-03-31T12:15:00.000Z');
    expect(localOf('2026-03-31T12:15:00.000Z', 'Asia/Kathmandu')).toBe('2026-03-31T18:00');
    expect(instantOf('2026-12-31T23:30', 'America/New_York')).toBe('2027-01-01T04:30:00.000Z');
  });

  it('is right on both sides of a change of the clock', () => {
    // In Berlin clocks go from 02:00 to 03:00 on 29 March 2026, and from 03:00 back to 02:00 on 25 October.
    expect(instantOf('2026-03-29T01:59', 'Europe/Berlin')).toBe('2026-03-29T00:59:00.000Z');
    expect(instantOf('2026-03-29T03:00', 'Europe/Berlin')).toBe('2026-03-29T01:00:00.000Z');
    expect(instantOf('2026-10-25T01:59', 'Europe/Berlin')).toBe('2026-10-24T23:59:00.000Z');
    expect(instantOf('2026-10-25T03:00', 'Europe/Berlin')).toBe('2026-10-25T02:00:00.000Z');
  });

  it('is none while somebody types', () => {
    for (const text of ['', '2026-03-31', '0202-03-31T18:00']) expect(instantOf(text, 'UTC')).toBeUndefined();
  });
});
