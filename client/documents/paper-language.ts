import { createIntl, type IntlShape } from 'react-intl';

/** Scripts that run from right to left, of languages that committees here have. */
const BACKWARD: readonly string[] = ['ar', 'fa', 'he', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi'];

/** The fixed words of one kind of document, by language and then by their ids. */
export type PaperWords = Readonly<Record<string, Readonly<Record<string, string>>>>;

export const baseOf = (language: string): string => language.split('-')[0] ?? language;

export const directionOf = (language: string): 'ltr' | 'rtl' =>
  BACKWARD.includes(baseOf(language)) ? 'rtl' : 'ltr';

/** Whether headings and fixed words can be written in a language; what people write can be in any. */
export const hasWordsIn = (words: PaperWords, language: string, shown: string): boolean =>
  baseOf(language) === baseOf(shown) || baseOf(language) in words;

/** The words, dates and numbers of a language for paper; of the page itself where it has no words of its own. */
export function intlOn(words: PaperWords, shown: IntlShape, language: string): IntlShape {
  if (baseOf(language) === baseOf(shown.locale)) return shown;
  return createIntl({
    locale: language,
    messages: words[baseOf(language)] ?? shown.messages,
    defaultLocale: shown.locale,
    onError: () => {},
  });
}

export function languageName(intl: IntlShape, language: string): string {
  return intl.formatDisplayName(language, { type: 'language' }) ?? language;
}
