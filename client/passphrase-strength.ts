export type Strength = 'empty' | 'short' | 'weak' | 'fair' | 'strong';

export const SHORTEST_PASSPHRASE = 12;

/** A hint, not a rule: length counts most, and repeating oneself counts for nothing. */
export function passphraseStrength(text: string): Strength {
  if (text === '') return 'empty';
  if ([...text].length < SHORTEST_PASSPHRASE) return 'short';
  const bits = [...new Set(chunks(text))].length * 3.5 + varietyOf(text) * 4;
  if (bits < 40) return 'weak';
  return bits < 60 ? 'fair' : 'strong';
}

/** Every character with the one before it, so that "aaaa" and "1212" hold little. */
function chunks(text: string): string[] {
  const folded = [...text.toLocaleLowerCase()];
  return folded.map((character, i) => (folded[i - 1] ?? '') + character);
}

function varietyOf(text: string): number {
  return [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[\s\p{P}\p{S}]/u].filter((kind) => kind.test(text)).length;
}
