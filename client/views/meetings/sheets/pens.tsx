import { createContext, useContext } from 'react';
import type { IntlShape, MessageDescriptor } from 'react-intl';
import { AGENDA_ITEM_WORDS, itemWordIn } from '../../../agenda-item-words.ts';
import type { AgendaItem } from '../../../api/meetings.ts';
import {
  baseOf,
  directionOf,
  hasWordsIn,
  intlOn,
  type PaperWords,
} from '../../../documents/paper-language.ts';
import { ARABIC } from './arabic.ts';
import { FRENCH } from './french.ts';
import styles from './sheets.module.css';
import { SPANISH } from './spanish.ts';

const WORDS: PaperWords = { ar: ARABIC, fr: FRENCH, es: SPANISH };

/** What a sheet is written with in one language: its words, its way of running, the clocks of the workspace. */
export interface Pen {
  readonly language: string;
  readonly intl: IntlShape;
  readonly direction: 'ltr' | 'rtl';
  readonly zone: string;
}

/** Whether the fixed words of sheets can be written in a language. */
export const hasSheetWords = (language: string, shown: string): boolean => hasWordsIn(WORDS, language, shown);

export function penOf(shown: IntlShape, language: string, zone: string): Pen {
  const direction = hasSheetWords(language, shown.locale) ? directionOf(language) : 'ltr';
  return { language, intl: intlOn(WORDS, shown, language), direction, zone };
}

/** The languages that stand on the sheet, the main one first. */
export const Pens = createContext<readonly Pen[]>([]);

type Values = Readonly<Record<string, string | number>>;

interface SaidProps {
  readonly word: MessageDescriptor;
  readonly values?: Values | ((pen: Pen) => Values);
}

/** Fixed words in each language of the sheet. */
export function Said({ word, values }: SaidProps) {
  return (
    <InEach
      text={(pen) => pen.intl.formatMessage(word, typeof values === 'function' ? values(pen) : values)}
    />
  );
}

/** One text in each language, each running its own way; what is the same in both stands once. */
export function InEach({ text }: { readonly text: (pen: Pen) => string }) {
  const pens = useContext(Pens);
  const said = pens.map((pen) => ({ pen, text: text(pen) }));
  const different = said.filter((one, i) => said.findIndex((other) => other.text === one.text) === i);
  return (
    <span className={styles.both}>
      {different.map(({ pen, text: written }) => (
        <span key={pen.language} lang={pen.intl.locale} dir={pen.direction} className={styles.said}>
          {written}
        </span>
      ))}
    </span>
  );
}

/** What people wrote: in the language where they gave it, else as it was first written. */
export function writtenIn(
  { language }: Pen,
  texts: Readonly<Record<string, string>>,
  otherwise: string,
): string {
  const own = Object.entries(texts).find(([tag]) => tag === language || baseOf(tag) === baseOf(language));
  return own?.[1] || otherwise;
}

/** What an item of the agenda is called on paper. */
export function itemOnPaper(pen: Pen, { kind, title, titles }: AgendaItem): string {
  const own = writtenIn(pen, titles, title);
  return own || (itemWordIn(kind, pen.language) ?? pen.intl.formatMessage(AGENDA_ITEM_WORDS[kind]));
}

/** A day without a time. */
export const dayOnPaper = ({ intl }: Pen, day: string): string =>
  intl.formatDate(day, { dateStyle: 'long', timeZone: 'UTC' });

/** The beginning of a meeting, and its end where that is set. */
export function whenOnPaper({ intl, zone }: Pen, startsAt: string, endsAt: string | null): string {
  const start = intl.formatDate(startsAt, { dateStyle: 'full', timeStyle: 'short', timeZone: zone });
  if (endsAt === null) return start;
  const day = intl.formatDate(startsAt, { dateStyle: 'full', timeZone: zone });
  const time = (at: string) => intl.formatTime(at, { timeStyle: 'short', timeZone: zone });
  const isSameDay = day === intl.formatDate(endsAt, { dateStyle: 'full', timeZone: zone });
  return isSameDay ? `${day}, ${time(startsAt)}–${time(endsAt)}` : start;
}
