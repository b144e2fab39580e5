import { createHash, randomInt } from 'node:crypto';

/** Without letters that look like digits, and without vowels that make words. */
const LETTERS = '23456789BCDFGHJKMNPQRSTVWXYZ';
const GROUPS = 4;
const COUNT = 10;

/** Ten codes as they are shown, once: 4 groups of 4 signs, 76 random bits. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: COUNT }, () =>
    Array.from({ length: GROUPS }, () =>
      Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
    ).join('-'),
  );
}

/** What is kept of a code. Case, spaces and hyphens are the typist's. */
export function hashOfRecoveryCode(code: string, userId: string): string {
  const plain = code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
  return createHash('sha256').update(`${userId}\n${plain}`).digest('hex');
}
