import { describe, expect, it } from 'vitest';
import { oneSide } from '../../../../../client/views/problems/response/one-side.ts';

const plan = {
  before: { from: '2024-01-01T00:00:00Z', to: '2025-01-01T00:00:00Z' },
  after: { from: '2025-03-01T00:00:00Z', to: '2026-03-01T00:00:00Z' },
};

describe('a change of recording inside a plan', () => {
  it('cuts the beginning off the period before', () => {
    expect(oneSide(plan, '2024-06-01T00:00:00Z')).toEqual({
      before: { from: '2024-06-01T00:00:00Z', to: '2025-01-01T00:00:00Z' },
    });
  });
  it('cuts the end off the period after', () => {
    expect(oneSide(plan, '2025-06-01T00:00:00Z')).toEqual({
      after: { from: '2025-03-01T00:00:00Z', to: '2025-06-01T00:00:00Z' },
    });
  });
  it.each(['2025-01-01T00:00:00Z', '2025-02-01T00:00:00Z', '2025-03-01T00:00:00Z', '2023-01-01T00:00:00Z'])(
    'offers nothing for %s',
    (day) => {
      expect(oneSide(plan, day)).toBeNull();
    },
  );
  it.each<[string, string, string, ReturnType<typeof oneSide>]>([
    [
      'a week of the period before',
      '2024-06-01',
      '2024-06-08',
      { before: { from: '2024-06-08', to: plan.before.to } },
    ],
    [
      'one that began earlier',
      '2023-06-01',
      '2024-02-01',
      { before: { from: '2024-02-01', to: plan.before.to } },
    ],
    [
      'a week of the period after',
      '2025-06-01',
      '2025-06-08',
      { after: { from: plan.after.from, to: '2025-06-01' } },
    ],
    [
      'one that goes on after it',
      '2026-02-01',
      '2026-05-01',
      { after: { from: plan.after.from, to: '2026-02-01' } },
    ],
    ['days of both periods', '2024-12-01', '2025-04-01', null],
    ['the end of the period before', '2024-12-01', '2025-02-01', null],
    ['the beginning of the period after', '2025-02-01', '2025-04-01', null],
    ['a week between them', '2025-02-01', '2025-02-08', null],
  ])('of %s all days are outside', (_, day, over, expected) => {
    expect(oneSide(plan, day, over)).toEqual(expected);
  });
  it('offers nothing without periods', () => {
    expect(oneSide({ before: null, after: null }, '2024-06-01T00:00:00Z')).toBeNull();
  });
});
