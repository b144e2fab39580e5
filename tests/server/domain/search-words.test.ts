import { expect, it } from 'vitest';
import { markedPieces, snippetOf, wordsOf } from '../../../server/domain/search-words.ts';

const found = (text: string, words: string[]) =>
  markedPieces(text, words).flatMap((piece) => (piece.isFound ? [piece.text] : []));

it('takes the words of a question and nothing that could be an operator', () => {
  expect(wordsOf('"lamps" NEAR(dark*) -x')).toEqual(['lamps', 'NEAR', 'dark', 'x']);
  expect(wordsOf(' *"()^: ')).toEqual([]);
  expect(wordsOf('a '.repeat(50))).toHaveLength(12);
  expect(wordsOf('a'.repeat(500))).toEqual(['a'.repeat(60)]);
  expect(wordsOf('مَدْرَسَة')).toEqual(['مدرسه']);
});

it('gives every letter of the text back, found or not', () => {
  for (const text of ['', 'Café am Café', 'مَدْرَسَة الحـــي', '…', 'a b a'])
    expect(
      markedPieces(text, ['caf', 'a', 'مدرسه'])
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
});

it('marks what begins with a word, accents and case aside', () => {
  expect(found('Cafés, CAFE and decaf', ['cafe'])).toEqual(['Cafés', 'CAFE']);
  expect(found('مَدْرَسَة', ['مدرسه'])).toEqual(['مَدْرَسَة']);
});

it('cuts a long text round its first word, and a short one not at all', () => {
  expect(snippetOf('Short.', ['short'])).toEqual([
    { text: 'Short', isFound: true },
    { text: '.', isFound: false },
  ]);
  const cut = snippetOf(`${'before '.repeat(100)}here ${'after '.repeat(100)}`, ['here']);
  const whole = cut.map(({ text }) => text).join('');
  expect(whole).toMatch(/^… (before )+here( after)+ …$/);
  expect(whole.length).toBeLessThan(250);
  expect(snippetOf('no word of it', ['other'])).toEqual([{ text: 'no word of it', isFound: false }]);
  // A word longer than the stretch is cut.
  expect(
    found(
      snippetOf(`x ${'y'.repeat(400)}`, ['yy'])
        .map(({ text }) => text)
        .join(''),
      ['yy'],
    ),
  ).toHaveLength(1);
});
