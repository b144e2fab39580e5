import type { Commitment } from '../../../api/commitments.ts';

export const SHOWN = ['open', 'overdue', 'residents', 'all'] as const;
export type Shown = (typeof SHOWN)[number];

const OPEN: readonly Commitment['state'][] = ['proposed', 'agreed', 'in_progress', 'blocked', 'reopened'];

const FITS: Record<Shown, (commitment: Pick<Commitment, 'state' | 'overdue'>) => boolean> = {
  open: ({ state }) => OPEN.includes(state),
  overdue: ({ overdue }) => overdue,
  residents: ({ state }) => state === 'delivered',
  all: () => true,
};

/** The soonest due first, those without a day last. */
export function shownAs<T extends Pick<Commitment, 'state' | 'overdue' | 'dueOn'>>(
  all: readonly T[],
  show: Shown,
): T[] {
  return all.filter(FITS[show]).sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'));
}

export function countsOf(all: readonly Pick<Commitment, 'state' | 'overdue'>[]): Record<Shown, number> {
  const count = (show: Shown) => all.filter(FITS[show]).length;
  return { open: count('open'), overdue: count('overdue'), residents: count('residents'), all: all.length };
}
