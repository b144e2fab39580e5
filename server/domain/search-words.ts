/** What somebody searches for, as words; and which words of a text it found. */

/** A longer question is cut: nobody types it, and each word is looked up. */
const MOST_WORDS = 12;
const LONGEST_WORD = 60;
/** Marks belong to the word they stand in, as the index takes them. */
const WORD = /[\p{L}\p{N}\p{Co}\p{M}]+/gu;

/** The words of a question, the forms of Arabic letters aside; quotes, stars and operators are no words. */
export function wordsOf(text: string): string[] {
  const words = text.match(WORD) ?? [];
  return words.slice(0, MOST_WORDS).map((word) => lettersOf(word.slice(0, LONGEST_WORD)));
}

/** As the index keeps them: server/store/sqlite/migrations/0023_search.sql says the same in SQL. */
function lettersOf(word: string): string {
  return word
    .replace(/[\u064B-\u0652\u0670\u0640]/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/ؤ/g, 'و')
    .replace(/ئ/g, 'ي')
    .replace(/ß/g, 'ss')
    .replace(/ı/g, 'i');
}

/** For comparing: accents of Latin letters and case aside too. */
function folded(word: string): string {
  return lettersOf(word)
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/g, '')
    .toLowerCase();
}

/** A stretch of text, and whether it is one of the words that were found. */
export interface Piece {
  text: string;
  isFound: boolean;
}

/** A text in pieces, its found words by themselves. */
export function markedPieces(text: string, words: readonly string[]): Piece[] {
  const wanted = words.map(folded);
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(WORD)) {
    if (!wanted.some((word) => folded(match[0]).startsWith(word))) continue;
    if (match.index > from) pieces.push({ text: text.slice(from, match.index), isFound: false });
    pieces.push({ text: match[0], isFound: true });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), isFound: false });
  return pieces;
}

const BEFORE = 60;
const LENGTH = 240;

/** The part of a text round its first found word, at whole words; its beginning when there is none. */
export function snippetOf(text: string, words: readonly string[]): Piece[] {
  const tidy = text.replace(/\s+/g, ' ').trim();
  const first = markedPieces(tidy, words).findIndex(({ isFound }) => isFound);
  const at = first <= 0 ? 0 : (markedPieces(tidy, words)[0]?.text.length ?? 0);
  const space = tidy.indexOf(' ', at - BEFORE);
  const from = at <= BEFORE ? 0 : space >= 0 && space < at ? space + 1 : at - BEFORE;
  const last = tidy.lastIndexOf(' ', from + LENGTH);
  const end = from + LENGTH >= tidy.length ? tidy.length : last > at ? last : from + LENGTH;
  const stretch = `${from > 0 ? '… ' : ''}${tidy.slice(from, end)}${end < tidy.length ? ' …' : ''}`;
  return markedPieces(stretch, words);
}
