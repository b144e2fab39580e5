import { describe, expect, it } from 'vitest';
import { entryFault, keptCount } from '../../../server/domain/aggregate-entry.ts';

const agreement = { categoryIds: [4], from: '2026-01-01', to: '2026-06-30' };
const category = { id: 4, protected: 'aggregate_only' };

describe('a total', () => {
  it.each([
    [0, null],
    [9, null],
    [10, 10],
    [123, 123],
  ])('of %d is kept as %s', (given, kept) => expect(keptCount(given)).toBe(kept));

  it.each([
    [category, '2026-02', '2026-03-01', null],
    [category, '2026-03', '2026-03-01', null],
    [category, '2025-02', '2026-06-30', null],
    [category, '2026-04', '2026-03-31', 'month_to_come'],
    [category, '2026-02', '2026-07-01', 'not_in_force'],
    [category, '2025-02', '2025-12-31', 'not_in_force'],
    [{ ...category, id: 5 }, '2026-02', '2026-03-01', 'other_category'],
    [{ id: 4, protected: 'never_store' }, '2026-02', '2026-03-01', 'not_aggregate_only'],
    [{ id: 4, protected: 'none' }, '2026-02', '2026-03-01', 'not_aggregate_only'],
  ])('of %o in %s on %s: %s', (of, month, day, fault) =>
    expect(entryFault(agreement, of, month, day)).toBe(fault),
  );
});
