import { localeOf, type PageLanguage, pageLanguage } from './language.ts';
import ar from './locales/ar.json?url&no-inline';
import es from './locales/es.json?url&no-inline';
import fr from './locales/fr.json?url&no-inline';
import pt from './locales/pt.json?url&no-inline';

/** The page speaks English by itself; every other language is a small file of its own, loaded when somebody reads it. */
const FILES: Readonly<Record<Exclude<PageLanguage, 'en'>, string>> = { ar, es, fr, pt };

export interface Texts {
  readonly page: PageLanguage;
  readonly locale: string;
  readonly messages: Readonly<Record<string, string>>;
}

export const inEnglish = (language = 'en'): Texts => ({
  page: 'en',
  locale: localeOf(pageLanguage(language) === 'en' ? language : 'en', navigator.languages),
  messages: {},
});

/** Fails without a connection, and may then be tried again: a file is asked for as often as needed, unlike a module. */
export async function loadTexts(language: string): Promise<Texts> {
  const page = pageLanguage(language);
  if (page === 'en') return inEnglish(language);
  const reply = await fetch(FILES[page]);
  if (!reply.ok) throw new Error(`No texts in ${page}: ${reply.status}`);
  return { page, locale: localeOf(language, navigator.languages), messages: await reply.json() };
}
