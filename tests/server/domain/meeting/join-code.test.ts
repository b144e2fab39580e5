import { describe, expect, it } from 'vitest';
import { CODE_LENGTH, CODE_SIGNS, codeOf, readCode } from '../../../../server/domain/meeting/join-code.ts';

describe('the code of a meeting', () => {
  it('has no two signs that look alike, and no vowel that would make a word', () => {
    for (const pair of ['0O', '1I', '1L', '2Z', '5S', '8B', 'UV', 'VY', 'CG', 'QO'])
      expect(
        [...pair].every((sign) => CODE_SIGNS.includes(sign)),
        pair,
      ).toBe(false);
    expect(CODE_SIGNS).not.toMatch(/[AEIOU]/);
    expect(new Set(CODE_SIGNS).size).toBe(CODE_SIGNS.length);
  });

  it('takes every sign as likely as any other', () => {
    const counts = new Map<string, number>();
    for (let byte = 0; byte < 256; byte++) {
      const sign = codeOf(Array(CODE_LENGTH).fill(byte))?.charAt(0);
      if (sign) counts.set(sign, (counts.get(sign) ?? 0) + 1);
    }
    expect(counts.size).toBe(CODE_SIGNS.length);
    expect(new Set(counts.values()).size).toBe(1);
  });

  it('is not made of too few bytes', () => {
    expect(codeOf([1, 2, 3, 4, 5])).toBeNull();
    expect(codeOf([255, 255, 1, 2, 3, 4, 5])).toBeNull();
    expect(codeOf([255, 0, 1, 2, 3, 4, 5])).toBe('CDFHJK');
  });

  it.each<[string, string | null]>([
    ['CDFHJK', 'CDFHJK'],
    ['cdf hjk', 'CDFHJK'],
    ['  cdf-hjk ', 'CDFHJK'],
    ['cdf–hjk', 'CDFHJK'],
    ['ＣＤＦＨＪＫ', 'CDFHJK'],
    ['CDFHJ', null],
    ['CDFHJKM', null],
    ['CDFHJ0', null],
    ['', null],
    ['\u0000CDFHJ', null],
  ])('is read from %j', (typed, code) => {
    expect(readCode(typed)).toBe(code);
  });
});
