import { describe, expect, it } from 'vitest';
import { typedNumber } from '../../../client/ui/typed-number.ts';

/** What is said key by key. */
function said(
  keys: readonly (readonly [text: string, parsed: number])[],
  base: number,
  limits = {},
): number[] {
  let typing = { base, told: base };
  return keys.map(([text, parsed]) => {
    typing = typedNumber(text, parsed, typing, limits);
    return typing.told;
  });
}

describe('a number while it is typed', () => {
  it('is said with each key that makes one', () => {
    const keys = [
      ['1', 1],
      ['1.', 1],
      ['1.5', 1.5],
    ] as const;
    expect(said(keys, 0)).toEqual([1, 1, 1.5]);
  });

  it('is what stood there as long as it may not stand there, and none in an empty field', () => {
    const keys = [
      ['', Number.NaN],
      ['-', Number.NaN],
      ['1', 1],
      ['12', 12],
      ['123', 123],
    ] as const;
    expect(said(keys, 20, { minValue: 10, maxValue: 100 })).toEqual([Number.NaN, 20, 20, 12, 20]);
  });
});
