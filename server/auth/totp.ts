import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** One-time codes by time (RFC 6238): SHA-1, 6 digits, 30 seconds, which is what every app understands. */

const STEP_MS = 30_000;
const DIGITS = 6;
/** Steps a clock may be off, to both sides. */
const SKEW = 1;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export function newTotpSecret(): Buffer {
  return randomBytes(20);
}

/** The code of one half minute, counted from 1970. */
export function codeOf(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', secret).update(counter).digest();
  const offset = digest.readUInt8(digest.length - 1) & 0xf;
  const number = digest.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
}

/** The half minute whose code this is, of those that are open now; null when it is none of theirs. */
export function stepOfCode(secret: Buffer, code: string, now: Date): number | null {
  const given = Buffer.from(digitsOf(code));
  const current = Math.floor(now.getTime() / STEP_MS);
  let found: number | null = null;
  for (const step of [current - SKEW, current, current + SKEW]) {
    if (step < 0) continue;
    const right = Buffer.from(codeOf(secret, step));
    if (given.length === right.length && timingSafeEqual(given, right)) found = step;
  }
  return found;
}

/** Digits of any script, without the space that apps show in the middle. */
function digitsOf(code: string): string {
  return [...code.normalize('NFKC')]
    .flatMap((sign) => {
      if (/\d/.test(sign)) return [sign];
      return /\p{Nd}/u.test(sign) ? [String(valueOfDigit(sign))] : [];
    })
    .join('');
}

/** Decimal digits of a script stand in a row of ten, from zero on. */
function valueOfDigit(digit: string): number {
  let point = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(point - 1))) {
    point -= 1;
    value += 1;
  }
  return value;
}

/** Base 32 (RFC 4648), as apps take it typed. */
export function base32(bytes: Uint8Array): string {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => LETTERS[Number.parseInt(group.padEnd(5, '0'), 2)]).join('');
}

/** What the code that is photographed says. */
export function totpAddress(secret: Buffer, name: string, workspace: string): string {
  const issuer = encodeURIComponent(`Common Ground ${workspace}`.trim().replaceAll(':', ' '));
  const label = `${issuer}:${encodeURIComponent(name.replaceAll(':', ' '))}`;
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${issuer}&algorithm=SHA1&digits=${DIGITS}&period=30`;
}
