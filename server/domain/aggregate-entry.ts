/** Totals of a category of which nothing else may be kept: who gave them under what agreement, and how small they may be. */

/** Smaller totals point at persons; of them is kept only that they are smaller. */
export const FEWEST_IN_A_TOTAL = 10;

/** What is kept of a count; null: fewer than 10. */
export function keptCount(count: number): number | null {
  return count < FEWEST_IN_A_TOTAL ? null : count;
}

export interface Agreement {
  readonly categoryIds: readonly number[];
  /** First and last day, ISO dates. */
  readonly from: string;
  readonly to: string;
}

export function isInForce({ from, to }: Agreement, day: string): boolean {
  return from <= day && day <= to;
}

export type EntryFault = 'not_in_force' | 'other_category' | 'not_aggregate_only' | 'month_to_come';

/** Why a total of a month (YYYY-MM) cannot be entered on a day, or null when it can. */
export function entryFault(
  agreement: Agreement,
  category: { readonly id: number; readonly protected: string },
  month: string,
  day: string,
): EntryFault | null {
  if (category.protected !== 'aggregate_only') return 'not_aggregate_only';
  if (!isInForce(agreement, day)) return 'not_in_force';
  if (!agreement.categoryIds.includes(category.id)) return 'other_category';
  return month > day.slice(0, 7) ? 'month_to_come' : null;
}
