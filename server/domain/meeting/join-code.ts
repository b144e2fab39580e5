/**
 * The short code that lets a telephone into a meeting: read out, typed with a thumb, so that no sign looks like another
 * one and no word comes of it.
 */
export const CODE_SIGNS = 'CDFHJKMNPRTWXY34679';
export const CODE_LENGTH = 6;

/** The code of random bytes; null when they do not suffice. Bytes that would make some signs likelier are passed over. */
export function codeOf(bytes: Iterable<number>): string | null {
  const even = 256 - (256 % CODE_SIGNS.length);
  let code = '';
  for (const byte of bytes) {
    if (byte < even) code += CODE_SIGNS.charAt(byte % CODE_SIGNS.length);
    if (code.length === CODE_LENGTH) return code;
  }
  return null;
}

/** As it was typed: small letters, spaces and dashes do not matter. Null: no code looks like this. */
export function readCode(typed: string): string | null {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-\u2010-\u2015]/gu, '');
  const isCode = code.length === CODE_LENGTH && [...code].every((sign) => CODE_SIGNS.includes(sign));
  return isCode ? code : null;
}
