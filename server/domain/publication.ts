/** What may be made public, and how it gets there: counts that two persons let out, and that are struck and never deleted. */

export type PublicationState = 'prepared' | 'approved' | 'released' | 'withdrawn' | 'struck';

/** From a state to those that follow it. */
export const PUBLICATION_STEPS: Readonly<Record<PublicationState, readonly PublicationState[]>> = {
  prepared: ['approved', 'withdrawn'],
  approved: ['released', 'withdrawn'],
  released: ['struck'],
  withdrawn: [],
  struck: [],
};

/** No published figure, and no sum or difference of published figures, stands for fewer incidents. */
export const LEAST_PUBLISHED = 5;
/** Areas times periods, with their totals. */
export const MOST_FIGURES = 3000;
/** Releases that a new one is held against. */
export const MOST_RELEASES = 5000;

export type PublicationStep = 'month' | 'quarter' | 'year' | 'whole';

/** What is counted: every area of a kind in every period. Months as 2026-03, both included. */
export interface PublicationWish {
  readonly areaKind: string;
  /** Null: all. */
  readonly categories: readonly number[] | null;
  readonly datasets: readonly number[] | null;
  readonly from: string;
  readonly to: string;
  readonly step: PublicationStep;
}

const MONTHS: Readonly<Record<Exclude<PublicationStep, 'whole'>, number>> = {
  month: 1,
  quarter: 3,
  year: 12,
};

/** The first months of the periods and the month after the last; null when they do not fill the span. */
export function periodMonths({
  from,
  to,
  step,
}: Pick<PublicationWish, 'from' | 'to' | 'step'>): string[] | null {
  const first = monthNumber(from);
  const end = monthNumber(to) + 1;
  if (end <= first) return null;
  const length = step === 'whole' ? end - first : MONTHS[step];
  if ((end - first) % length !== 0) return null;
  const edges: string[] = [];
  for (let month = first; month <= end; month += length) edges.push(monthText(month));
  return edges;
}

const monthNumber = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1;
const monthText = (number: number): string =>
  `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
