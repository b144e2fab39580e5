import { createContext, type ReactNode, use, useMemo } from 'react';
import { createIntl, type IntlShape, type MessageDescriptor, RawIntlProvider, useIntl } from 'react-intl';
import { agendaWordsIn } from '../../../agenda-item-words.ts';
import { directionOf } from './item-words.ts';
import styles from './stage.module.css';
import { WALL_ARABIC } from './wall-arabic.ts';
import { WALL_FRENCH } from './wall-french.ts';
import { WALL_SPANISH } from './wall-spanish.ts';

const CATALOGUES: Readonly<Partial<Record<string, Readonly<Record<string, string>>>>> = {
  en: {},
  fr: WALL_FRENCH,
  es: WALL_SPANISH,
  ar: WALL_ARABIC,
};
/** Languages in which the wall has words of its own. */
export const WALL_LANGUAGES = Object.keys(CATALOGUES);

const baseOf = (language: string): string => language.split('-')[0] ?? language;

/** The words, days and numbers of a language; null where the wall has none in it. */
export function wallIntl(shown: IntlShape, language: string): IntlShape | null {
  const base = baseOf(language);
  if (base === baseOf(shown.locale)) return shown;
  const messages = CATALOGUES[base];
  if (!messages) return null;
  return createIntl({
    locale: language,
    messages: { ...messages, ...agendaWordsIn(base) },
    defaultLocale: 'en',
    onError: () => {},
  });
}

const Second = createContext<IntlShape | null>(null);

/** The wall speaks the languages of the meeting, two at most; where it has no words in the first, that of whoever opened it. */
export function WallLanguages({
  languages,
  children,
}: {
  languages: readonly string[];
  children: ReactNode;
}) {
  const shown = useIntl();
  const { first, second } = useMemo(() => {
    const [main = shown.locale, ...others] = languages;
    const known = wallIntl(shown, main);
    const more = known === null ? [main, ...others] : others;
    const other = more.map((language) => wallIntl(shown, language)).find((intl) => intl !== null);
    const used = known ?? shown;
    return { first: used, second: other && other.locale !== used.locale ? other : null };
  }, [shown, languages]);
  return (
    <RawIntlProvider value={first}>
      <Second value={second}>{children}</Second>
    </RawIntlProvider>
  );
}

/** The second language of the wall; null where it has one. */
export const useSecond = (): IntlShape | null => use(Second);

type Values = Parameters<IntlShape['formatMessage']>[1] & Record<string, string | number>;

interface TwoProps {
  of: MessageDescriptor;
  /** Days and numbers are written in each language. */
  values?: (intl: IntlShape) => Values;
  /** On one line, as a label has them; else one below the other. */
  inline?: boolean;
}

/** Fixed words in the first language of the wall and, smaller, in the second. */
export function Two({ of, values, inline = false }: TwoProps) {
  const intl = useIntl();
  return <TwoTexts say={(each) => each.formatMessage(of, values?.(each))} inline={inline} main={intl} />;
}

/** The same for what is put together of several messages. */
export function TwoTexts({
  say,
  inline = false,
  main,
}: {
  say: (intl: IntlShape) => string;
  inline?: boolean;
  main: IntlShape;
}) {
  const second = useSecond();
  const first = say(main);
  const other = second === null ? first : say(second);
  return (
    <>
      <bdi lang={main.locale}>{first}</bdi>
      {second === null || other === first ? null : (
        <>
          {inline ? ' · ' : null}
          <span
            className={inline ? styles.beside : styles.second}
            lang={second.locale}
            dir={directionOf(second.locale)}
          >
            {other}
          </span>
        </>
      )}
    </>
  );
}

/** Stands by itself in a sentence of another direction. */
export const isolated = (text: string): string => `\u2068${text}\u2069`;

/** A day of the calendar, in words. */
export const dayText = (intl: IntlShape, day: string): string =>
  intl.formatDate(`${day.slice(0, 10)}T12:00:00Z`, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
