import { describe, expect, it } from 'vitest';
import { FLAG_DATE_ONLY, FLAG_MONTH_ONLY } from '../../analysis/incident-columns.ts';
import { writtenAs } from '../../client/incident-time.ts';

const written = (flags: number, style: 'full' | 'medium' | 'day', zone = 'America/New_York') =>
  new Intl.DateTimeFormat('en-GB', writtenAs(flags, style, zone) as Intl.DateTimeFormatOptions).format(
    new Date('2024-01-02T02:54:00Z'),
  );

describe('when an incident happened', () => {
  it('is told by the clocks of its place', () => {
    expect(written(0, 'medium')).toBe('1 Jan 2024, 21:54');
    expect(written(0, 'medium', 'UTC')).toBe('2 Jan 2024, 02:54');
  });

  it('has no hour where only the date is known, and no day where only the month is', () => {
    expect(written(FLAG_DATE_ONLY, 'full')).toBe('Monday, 1 January 2024');
    expect(written(FLAG_MONTH_ONLY, 'full')).toBe('January 2024');
    expect(written(0, 'day')).toBe('1 Jan 2024');
  });
});
