import { describe, expect, it } from 'vitest';
import { createConcernKeys } from '../../server/concern-keys.ts';

const keys = createConcernKeys('a key that only this test uses, long enough');

describe('a receipt', () => {
  it('is ten signs that are read as no others, another one each time', () => {
    const codes = Array.from({ length: 500 }, () => keys.newReceipt());
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(new Set(codes).size).toBe(500);
  });

  it('is known again however it was written down', () => {
    const digest = keys.digestOf('K0M1X-9ABCD');
    for (const code of ['k0m1x9abcd', ' KOMIX 9ABCD ', 'koml x-9abcd'])
      expect(keys.digestOf(code)).toBe(digest);
    expect(keys.digestOf('K0M1X-9ABCE')).not.toBe(digest);
  });

  it('cannot be tried without the key', () => {
    expect(createConcernKeys('another key, also long enough').digestOf('K0M1X-9ABCD')).not.toBe(
      keys.digestOf('K0M1X-9ABCD'),
    );
  });
});
