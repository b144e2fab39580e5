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
  it('offers nothing without periods', () => {
    expect(oneSide({ before: null, after: null }, '2024-06-01T00:00:00Z')).toBeNull();
  });
});
