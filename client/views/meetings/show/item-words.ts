import type { AgendaKind } from '../../../../server/app.ts';
import { itemWordIn } from '../../../agenda-item-words.ts';

const RIGHT_TO_LEFT = ['ar', 'fa', 'he', 'ur', 'ps', 'sd', 'ug', 'yi', 'dv', 'ckb'];

/** The direction in which a language is written. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.includes(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

export interface Titled {
  readonly language: string;
  readonly text: string;
}

/**
 * The title in the languages of the meeting, two at most, the main one first. What was written goes before what its kind
 * is called; a language without either is left out.
 */
export function titlesOf(
  item: { kind: AgendaKind; title: string; titles: Readonly<Record<string, string>> },
  languages: readonly string[],
  worded: string,
): Titled[] {
  const [main = 'en', ...others] = languages;
  const first = item.titles[main] || item.title || itemWordIn(item.kind, main) || worded;
  const more = others.flatMap((language) => {
    const text = item.titles[language] || (language === 'en' && item.title === '' ? worded : null);
    const word = text ?? itemWordIn(item.kind, language);
    return word ? [{ language, text: word }] : [];
  });
  const isWord = !item.titles[main] && !item.title && !itemWordIn(item.kind, main);
  return [{ language: isWord ? 'en' : main, text: first }, ...more].slice(0, 2);
}
