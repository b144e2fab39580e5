import { describe, expect, it } from 'vitest';
import { stepOf } from '../../../client/ui/figure-table.tsx';

describe('stepOf', () => {
  it.each([
    [0, undefined],
    [null, undefined],
    [undefined, undefined],
    [Number.NaN, undefined],
    [0.001, 1],
    [0.17, 2],
    [0.5, 4],
    [1, 6],
    [1.4, 6],
  ])('puts a share of %s on step %s', (share, step) => {
    expect(stepOf(share)).toBe(step);
  });
});
