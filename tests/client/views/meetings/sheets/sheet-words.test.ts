import { createIntl, type MessageDescriptor } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { ARABIC } from '../../../../../client/views/meetings/sheets/arabic.ts';
import { FRENCH } from '../../../../../client/views/meetings/sheets/french.ts';
import { penOf } from '../../../../../client/views/meetings/sheets/pens.tsx';
import { SHEET_WORDS } from '../../../../../client/views/meetings/sheets/sheet-words.ts';
import { SPANISH } from '../../../../../client/views/meetings/sheets/spanish.ts';

const words: MessageDescriptor[] = Object.values(SHEET_WORDS);
const ids = words.map(({ id }) => String(id)).sort();
/** Their own spelling of a word may be that of English. */
const SAME = [
  'sheet.group',
  'sheet.number',
  'sheet.north',
  'sheet.agenda.minutes',
  'sheet.vote',
  'sheet.vote.no',
];
const LANGUAGES = { ar: ARABIC, fr: FRENCH, es: SPANISH };
const VALUES = {
  start: '1',
  end: '2',
  address: 'a',
  code: 'b',
  columns: 3,
  rows: 4,
  side: '250',
  count: 3,
  codes: 'c',
  number: 5,
};

describe.each(Object.entries(LANGUAGES))('the sheets in %s', (language, said) => {
  const pen = penOf(createIntl({ locale: 'en', onError: () => {} }), language, 'UTC');

  it('have every word, and none that is not asked for', () => {
    expect(Object.keys(said).sort()).toEqual(ids);
  });

  it('say each in its own language, with everything that is put into it', () => {
    for (const word of words) {
      const id = String(word.id);
      const english = String(word.defaultMessage);
      const text = pen.intl.formatMessage(word, VALUES);
      if (!SAME.includes(id) && !/^sheet\.(tally\.(police|public)|survey\.question)$/.test(id))
        expect(text, id).not.toBe(english);
      for (const [, name] of english.matchAll(/\{(\w+)[,}]/g)) expect(said[id], id).toContain(`{${name}`);
    }
  });

  it('run the way of the language', () => {
    expect(pen.direction).toBe(language === 'ar' ? 'rtl' : 'ltr');
  });
});

it('stays in the words of the page where a language has none', () => {
  const pen = penOf(createIntl({ locale: 'en', onError: () => {} }), 'sw', 'UTC');
  expect(pen.intl.formatMessage(SHEET_WORDS.when)).toBe('When');
  expect(pen.direction).toBe('ltr');
});
