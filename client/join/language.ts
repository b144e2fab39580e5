/** The languages of the meeting on this telephone. */

/** Written from right to left. */
const RTL = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ku', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi']);

export const directionOf = (language: string): 'ltr' | 'rtl' => (RTL.has(baseOf(language)) ? 'rtl' : 'ltr');

const baseOf = (language: string): string => language.split('-')[0]?.toLowerCase() ?? '';

/** What the telephone is set to, as the server takes it. */
export function ownLanguage(languages: readonly string[]): string {
  const fitting = languages.find((language) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/.test(language));
  return fitting ?? 'en';
}

/** The one of the meeting's languages that suits best; the first is its main one. */
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
