import { describe, expect, it } from 'vitest';
import { alike, all, cautious, close, incomparable, partition, same, within } from '../../bench/agreement.ts';

const of = (...value: number[]) => ({ value });

describe('agreement of two answers', () => {
  it('allows what rounding leaves and no more', () => {
    expect(close('value')(of(1, 2, 3), of(1, 2, 3 + 1e-12)).holds).toBe(true);
    expect(close('value')(of(1, 2, 3), of(1, 2, 3 + 1e-6)).holds).toBe(false);
    expect(close('value')(of(0, 0), of(0, 1e-3)).holds).toBe(false);
  });

  it('measures against the largest value, also where that is equal in both', () => {
    const { words, holds } = within(0.01, 'value')(of(100, 1), of(100, 1.5));
    expect(words).toBe('value: within 5e-3');
    expect(holds).toBe(true);
  });

  it('wants the undefined in the same places, and as many values', () => {
    expect(close('value')(of(1, NaN), of(1, NaN)).holds).toBe(true);
    const { words, holds } = close('value')(of(1, NaN), of(1, 2));
    expect(words).toContain('1 defined in one alone');
    expect(holds).toBe(false);
    expect(close('value')(of(1), of(1, 2))).toEqual({
      words: 'value: 1 values against 2',
      holds: false,
    });
  });

  it('knows equal from nearly equal', () => {
    expect(same('value', 'cells')(of(1, 2), of(1, 2))).toEqual({ words: 'all cells equal', holds: true });
    expect(same('value', 'cells')(of(1, 2), of(1, 3))).toEqual({
      words: '1 of 2 cells equal',
      holds: false,
    });
  });

  it('lets chances of other draws lie apart by what draws do', () => {
    // Six standard errors of a difference of two shares of 999 draws are 0.134.
    expect(alike('value', 999)(of(0.5), of(0.6)).holds).toBe(true);
    expect(alike('value', 999)(of(0.5), of(0.65)).holds).toBe(false);
    expect(alike('value', 999, 2)(of(0.5), of(0.65)).holds).toBe(true);
    expect(alike('value', 9999)(of(0.5), of(0.6)).holds).toBe(false);
  });

  it('lets those be higher that count ties whole, not lower', () => {
    expect(cautious('value', 999)(of(0.9), of(0.5)).holds).toBe(true);
    expect(cautious('value', 999)(of(0.5), of(0.9)).holds).toBe(false);
  });

  it('compares clusters whatever their numbers', () => {
    expect(partition('value')(of(0, 0, 1, -1), of(7, 7, 3, -1)).holds).toBe(true);
    expect(partition('value')(of(0, 0, 1, -1), of(7, 7, 7, -1)).holds).toBe(false);
    const many = Array.from({ length: 1000 }, () => 0);
    expect(partition('value')(of(...many), of(...many.slice(3), -1, -1, -1)).holds).toBe(true);
    expect(
      partition('value')(of(...many), of(...many.slice(9), ...many.slice(0, 9).map(() => -1))).holds,
    ).toBe(false);
  });

  it('holds together only when each part does, and judges nothing that is not meant to be equal', () => {
    const parts = [same('value', 'cells'), incomparable('cells of its own')];
    expect(all(...parts)(of(1), of(1))).toEqual({ words: 'all cells equal; cells of its own', holds: true });
    expect(all(...parts)(of(1), of(2)).holds).toBe(false);
    expect(incomparable('cells of its own')(of(1), of(2)).holds).toBe(null);
  });
});
