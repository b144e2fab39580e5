import { readFileSync } from 'node:fs';
import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { PAGE_LANGUAGES } from '../../../client/join/language.ts';
import { root } from '../../architecture/source-files.ts';

/** The texts of the telephone page, in each language it speaks: whole, with the same values, and every number said right. */
const OTHERS = PAGE_LANGUAGES.filter((language) => language !== 'en');
const read = (file: string): Record<string, string> =>
  JSON.parse(readFileSync(`${root}/client/${file}`, 'utf8'));
const english = Object.fromEntries(
  Object.entries(read('locales/en.json')).filter(([id]) => id.startsWith('join.')),
);

/** What stands in the braces, without the words of a choice. */
const valuesIn = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)(?=[,}])/g)].map(([, name]) => name ?? ''))].sort();

/** How a whole number can be said in a language: as its rules name it. */
const pluralsOf = (language: string): string[] => {
  const rules = new Intl.PluralRules(language);
  return [...new Set([0, 1, 2, 3, 11, 100, 1000, 1_000_000].map((count) => rules.select(count)))];
};

describe.each(OTHERS)('the telephone page in %s', (language) => {
  const texts = read(`join/locales/${language}.json`);

  it('has every text and no other', () => {
    expect(Object.keys(texts)).toEqual(Object.keys(english).sort());
  });

  it('takes the same values as the English', () => {
    const different = Object.entries(english).filter(
      ([id, text]) => valuesIn(texts[id] ?? '').join() !== valuesIn(text).join(),
    );
    expect(different).toEqual([]);
  });

  it('says every number it can come to', () => {
    const missing = Object.entries(texts).flatMap(([id, text]) =>
      text.split(/\{\w+, plural,/).flatMap((choice, i) => {
        const wanted = i === 0 ? [] : pluralsOf(language);
        return wanted.filter((form) => !choice.includes(` ${form} {`)).map((form) => `${id}: ${form}`);
      }),
    );
    expect(missing).toEqual([]);
  });

  it('can be shown, with whatever value', () => {
    const failures: string[] = [];
    const intl = createIntl({
      locale: language,
      messages: texts,
      onError: (error) => failures.push(error.message),
    });
    for (const [id, text] of Object.entries(texts))
      for (const count of [0, 1, 2, 3, 11, 100]) {
        const shown = intl.formatMessage(
          { id },
          Object.fromEntries(valuesIn(text).map((name) => [name, count])),
        );
        expect(shown, id).not.toMatch(/[{}#]|^$/);
      }
    expect(failures).toEqual([]);
  });

  it('is no copy of the English', () => {
    const same = Object.keys(english).filter((id) => texts[id] === english[id] && english[id] !== 'No');
    expect(same).toEqual([]);
  });
});

it('Arabic is written in Arabic', () => {
  const foreign = Object.entries(read('join/locales/ar.json')).filter(
    ([, text]) => !/\p{Script=Arabic}/u.test(text),
  );
  expect(foreign).toEqual([]);
});
