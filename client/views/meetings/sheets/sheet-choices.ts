import type { IntlShape } from 'react-intl';
import type { Commitment } from '../../../api/commitments.ts';
import type { AgendaItem } from '../../../api/meetings.ts';

/** What the secretary chose to print; nothing of it is stored. */
export interface SheetChoices {
  readonly sheets: readonly SheetName[];
  readonly language: string;
  /** Empty: none. */
  readonly second: string;
  readonly layout: 'together' | 'apart';
  readonly ask: string;
  readonly copies: number;
  readonly slips: number;
  /** Null: those of the agenda. */
  readonly promises: readonly string[] | null;
  /** Empty: none. */
  readonly problem: string;
}

export const SHEETS = ['invitation', 'agenda', 'tally', 'dots', 'ballots', 'promises', 'survey'] as const;
export type SheetName = (typeof SHEETS)[number];

export const MOST_COPIES = 8;
export const MOST_SLIPS = 200;

export function firstChoices(languages: readonly string[], shown: string): SheetChoices {
  const [main = shown, second = ''] = languages;
  return {
    sheets: ['invitation', 'agenda', 'tally'],
    language: main,
    second,
    layout: 'together',
    ask: '',
    copies: 1,
    slips: 12,
    promises: null,
    problem: '',
  };
}

/** The languages of each sheet: both on one, or a sheet in each. */
export function languagesOf({ language, second, layout }: SheetChoices): string[][] {
  if (second === '' || second === language) return [[language]];
  return layout === 'together' ? [[language, second]] : [[language], [second]];
}

/** Promises that a meeting asks about: said to be done, or overdue; what is internal never goes on paper. */
export function promisesToAsk(
  commitments: readonly Commitment[],
  items: readonly AgendaItem[],
): Commitment[] {
  const onAgenda = items.flatMap(({ commitmentId }) => commitmentId ?? []);
  const place = ({ id }: Commitment) => (onAgenda.includes(id) ? onAgenda.indexOf(id) : onAgenda.length);
  return commitments
    .filter(
      ({ state, overdue, visibility }) => visibility !== 'internal' && (state === 'delivered' || overdue),
    )
    .toSorted(
      (a, b) =>
        place(a) - place(b) || (a.dueOn ?? '').localeCompare(b.dueOn ?? '') || a.id.localeCompare(b.id),
    );
}

/** Those that were chosen; while nobody chose, those on the agenda, and if it has none all of them. */
export function chosenPromises(
  all: readonly Commitment[],
  items: readonly AgendaItem[],
  chosen: readonly string[] | null,
): Commitment[] {
  if (chosen !== null) return all.filter(({ id }) => chosen.includes(id));
  const onAgenda = all.filter(({ id }) => items.some(({ commitmentId }) => commitmentId === id));
  return onAgenda.length > 0 ? onAgenda : [...all];
}

/** What stands on the agenda, as people will hear it. */
export const spokenOf = (items: readonly AgendaItem[]): AgendaItem[] =>
  items.filter(({ state }) => state !== 'dropped');

/** A language as the page calls it. */
export const languageLabel = (intl: IntlShape, language: string): string =>
  intl.formatDisplayName(language, { type: 'language', fallback: 'code' }) ?? language;
