import { describe, expect, it } from 'vitest';
import { base32, codeOf, newTotpSecret, stepOfCode, totpAddress } from '../../../server/auth/totp.ts';

const SECRET = Buffer.from('12345678901234567890');
const at = (seconds: number) => new Date(seconds * 1000);

describe('codes by time', () => {
  // RFC 6238, appendix B: SHA-1, eight digits there, of which an app shows the last six.
  it.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('are those of RFC 6238 at %i seconds', (seconds, eight) => {
    const step = Math.floor(seconds / 30);
    expect(codeOf(SECRET, step)).toBe(eight.slice(2));
    expect(stepOfCode(SECRET, eight.slice(2), at(seconds))).toBe(step);
  });

  // RFC 4226, appendix D: the same by counter.
  it('are those of RFC 4226 by counter', () => {
    const codes = Array.from({ length: 10 }, (_, step) => codeOf(SECRET, step));
    expect(codes).toEqual('755224 287082 359152 969429 338314 254676 287922 162583 399871 520489'.split(' '));
  });

  it('are taken one step early or late, and no more', () => {
    const now = at(1_000_000_000);
    const step = Math.floor(1_000_000_000 / 30);
    const taken = [-3, -2, -1, 0, 1, 2, 3].map((off) => stepOfCode(SECRET, codeOf(SECRET, step + off), now));
    expect(taken).toEqual([null, null, step - 1, step, step + 1, null, null]);
  });

  it('may be typed with a space and in the digits of another script', () => {
    const code = codeOf(SECRET, 100);
    const now = at(3000);
    const written = (zero: number) =>
      [...code].map((digit) => String.fromCodePoint(zero + Number(digit))).join('');
    for (const typed of [
      `${code.slice(0, 3)} ${code.slice(3)}`,
      written(0x0660),
      written(0x06f0),
      written(0xff10),
    ])
      expect(stepOfCode(SECRET, typed, now), typed).toBe(100);
  });

  it.each(['', '12345', '1234567', 'abcdef', '٠', '\u0000'])('are not %j', (typed) => {
    expect(stepOfCode(SECRET, typed, at(59))).toBeNull();
  });
});

describe('what the app is told', () => {
  it('is the secret in base 32 as RFC 4648 writes it', () => {
    const of = (text: string) => base32(Buffer.from(text));
    expect(['f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map(of)).toEqual([
      'MY',
      'MZXQ',
      'MZXW6',
      'MZXW6YQ',
      'MZXW6YTB',
      'MZXW6YTBOI',
    ]);
  });

  it('is an address with name and workspace in it, whatever they hold', () => {
    const address = new URL(totpAddress(SECRET, 'Ámina: Okafor/نرگس', 'Old & Harbour'));
    expect(address.protocol).toBe('otpauth:');
    expect(decodeURIComponent(address.pathname)).toBe('/Common Ground Old & Harbour:Ámina  Okafor/نرگس');
    expect(Object.fromEntries(address.searchParams)).toEqual({
      secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
      issuer: 'Common Ground Old & Harbour',
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    });
  });

  it('is another one each time, of 160 bits', () => {
    expect(newTotpSecret()).toHaveLength(20);
    expect(newTotpSecret().equals(newTotpSecret())).toBe(false);
  });
});
