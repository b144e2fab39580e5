/** Words of any script, with the marks names have; the joiners are letters' business in Persian and the Indic scripts. */
const NAME = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} '’.·_@-]|\u200c|\u200d)*$/u;

/** The name as it is kept: one space between words, one way to write each letter. */
export function tidyName(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/gu, ' ');
}

/** What two spellings of the same name share. */
export function nameKeyOf(name: string): string {
  return tidyName(name.normalize('NFKC')).toLowerCase();
}

/** What is wrong with a name, or null. */
export function faultOfName(name: string): string | null {
  const tidy = tidyName(name);
  if (tidy === '') return 'Choose a name.';
  if ([...tidy].length > 60) return 'The name must be at most 60 characters.';
  if (!NAME.test(tidy)) return "The name may hold letters, digits, spaces and the signs ' . · _ @ -";
  return null;
}
