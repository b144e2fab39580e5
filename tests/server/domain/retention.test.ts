import { describe, expect, it } from 'vitest';
import { isDue, retentionRules, runsOutBefore } from '../../../server/domain/retention.ts';

const at = (text: string) => new Date(text);

describe('what has run out', () => {
  it('goes by whole months of the place', () => {
    const limit = (zone: string, now: string, months: number) =>
      runsOutBefore(zone, at(now), months).toISOString();
    expect(limit('UTC', '2025-03-01T12:00:00Z', 12)).toBe('2024-03-01T00:00:00.000Z');
    expect(limit('UTC', '2025-03-31T23:59:59Z', 12)).toBe('2024-03-01T00:00:00.000Z');
    expect(limit('UTC', '2025-01-15T00:00:00Z', 1)).toBe('2024-12-01T00:00:00.000Z');
    // Already April in Nairobi, still March in New York.
    expect(limit('Africa/Nairobi', '2025-03-31T22:00:00Z', 1)).toBe('2025-02-28T21:00:00.000Z');
    expect(limit('America/New_York', '2025-04-01T03:00:00Z', 1)).toBe('2025-02-01T05:00:00.000Z');
  });

  it('is never what the rules do not name', () => {
    expect(
      retentionRules.safeParse({ incidents: 0, categories: [], refusedRows: null, runs: null }).success,
    ).toBe(false);
    const twice = { categoryId: 1, months: 2 };
    const rules = { incidents: null, categories: [twice, twice], refusedRows: null, runs: null };
    expect(retentionRules.safeParse(rules).success).toBe(false);
    expect(retentionRules.safeParse({ ...rules, categories: [twice] }).success).toBe(true);
  });
});

describe('the clock', () => {
  const now = at('2025-03-10T12:00:00Z');

  it('is looked at once a day', () => {
    expect(isDue(null, now)).toBe(true);
    expect(isDue('2025-03-09T12:00:01Z', now)).toBe(false);
    expect(isDue('2025-03-09T12:00:00Z', now)).toBe(true);
    expect(isDue('2026-03-09T12:00:00Z', now)).toBe(true);
  });
});
