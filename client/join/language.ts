/** The languages of the page and of the meeting on this telephone. */

/** Those the page itself is written in; what a meeting asks may come in others. */
export const PAGE_LANGUAGES = ['en', 'fr', 'es', 'pt', 'ar'] as const;
export type PageLanguage = (typeof PAGE_LANGUAGES)[number];

/** The one the page speaks to whoever reads this language. */
export const pageLanguage = (language: string): PageLanguage =>
  PAGE_LANGUAGES.find((one) => one === baseOf(language)) ?? 'en';

/** What can be chosen: first what the meeting speaks, then what the page can say besides. */
export function choicesOf(languages: readonly string[]): string[] {
  const spoken = new Set(languages.map(baseOf));
  return [...languages, ...PAGE_LANGUAGES.filter((language) => !spoken.has(language))];
}

/** The tag for days and numbers: as the telephone is set for the language of the page, with its region. */
export function localeOf(language: string, set: readonly string[]): string {
  const page = pageLanguage(language);
  try {
    const own = [language, ...set].filter((one) => baseOf(one) === page && one.includes('-'));
    return Intl.getCanonicalLocales(own[0] ?? page)[0] ?? page;
  } catch {
    return page;
  }
}

/** Written from right to left. */
const RTL = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ku', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi']);

export const directionOf = (language: string): 'ltr' | 'rtl' => (RTL.has(baseOf(language)) ? 'rtl' : 'ltr');

const baseOf = (language: string): string => language.split('-')[0]?.toLowerCase() ?? '';

/** What the telephone is set to, as the server takes it. */
export function ownLanguage(languages: readonly string[]): string {
  const fitting = languages.find((language) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/.test(language));
  return fitting ?? 'en';
}

/** The one of several languages that suits best; else the first, which is the main one of a meeting. */
export function bestOf(languages: readonly string[], wanted: string): string {
  const same = languages.find((language) => language === wanted);
  return same ?? languages.find((language) => baseOf(language) === baseOf(wanted)) ?? languages[0] ?? 'en';
}

/** A language as its speakers call it. */
export function nameOfLanguage(language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}

export interface Said {
  readonly text: string;
  readonly language: string;
}

/** The text in a language of the meeting, else as it was first written. */
export function said(
  text: string,
  texts: Readonly<Record<string, string>>,
  language: string,
  first: string,
): Said {
  const own = Object.entries(texts).find(([tag]) => tag === language || baseOf(tag) === baseOf(language));
  return own ? { text: own[1], language: own[0] } : { text, language: first };
}
