import type { IntlShape } from 'react-intl';
import { agendaWordsIn } from '../../agenda-item-words.ts';
import { hasWordsIn, intlOn, type PaperWords } from '../../documents/paper-language.ts';
import { ARABIC } from './arabic.ts';
import { FRENCH } from './french.ts';
import { SPANISH } from './spanish.ts';

export { directionOf, languageName } from '../../documents/paper-language.ts';

/** All fixed words of minutes, by language. */
export const WORDS: PaperWords = {
  ar: ARABIC,
  fr: { ...FRENCH, ...agendaWordsIn('fr') },
  es: { ...SPANISH, ...agendaWordsIn('es') },
};

/** Whether headings and fixed words can be written in a language; what people write can be in any. */
export const hasWords = (language: string, shown: string): boolean => hasWordsIn(WORDS, language, shown);

/** The words, dates and numbers of a language for paper; of the page itself where it has no words of its own. */
export const paperIntl = (shown: IntlShape, language: string): IntlShape => intlOn(WORDS, shown, language);
