/**
 * Question: which counts can be published without giving away a small one?
 * Method: cell suppression (Willenborg & de Waal 2001, doi:10.1007/978-1-4613-0121-9): counts from 1 to below the
 * threshold are hidden; then the smallest other counts are hidden too, until the published total leaves every small
 * count all the values from 1 to the threshold less 1. When no such choice exists, the total is withheld. A table is
 * treated as one list: a row or column with a hidden cell shows no total, so the only sum that is left is the whole.
 * The whole total is also only given when it is itself not small.
 *
 * Assumptions: zeros may be shown. The reader knows which cells are hidden as small and which as secondary, but not how
 * the latter were chosen. Two tables of overlapping areas or periods must be checked against each other
 * (`differenceIsSafe`).
 * Not to conclude: that nobody can be recognised: who knows some of the incidents knows more than the table.
 */
import type { Warning } from './warning.ts';

export type CellState = 'shown' | 'small' | 'secondary';

export interface Suppressed {
  readonly n: number;
  readonly states: readonly CellState[];
  /** Null for hidden cells. */
  readonly counts: readonly (number | null)[];
  /** Null when it would give a small count away. */
  readonly total: number | null;
  readonly threshold: number;
  /** total_withheld: it would give `value` cells away. */
  readonly warnings: readonly Warning[];
}

export const SUPPRESSION_THRESHOLD = 5;

/** Hides small counts of a list that is published with its total. */
export function suppressCounts(
  counts: ArrayLike<number>,
  threshold: number = SUPPRESSION_THRESHOLD,
): Suppressed {
  requireCounts(counts, threshold);
  const states: CellState[] = Array.from(counts, (count) => (isSmall(count, threshold) ? 'small' : 'shown'));
  const total = Array.from(counts).reduce((sum, count) => sum + count, 0);
  const chosen = secondaryCells(counts, states, threshold);
  const withheld = chosen === null || isSmall(total, threshold);
  for (const cell of withheld ? [] : chosen) states[cell] = 'secondary';
  return {
    n: counts.length,
    states,
    counts: states.map((state, cell) => (state === 'shown' ? counts[cell] : null)),
    total: withheld ? null : total,
    threshold,
    warnings: withheld
      ? [{ code: 'total_withheld', value: states.filter((state) => state !== 'shown').length }]
      : [],
  };
}

export interface SuppressedTable extends Suppressed {
  readonly columns: number;
  /** Null for lines with a hidden cell. */
  readonly rowTotals: readonly (number | null)[];
  readonly columnTotals: readonly (number | null)[];
}

/** Hides small counts of a table, row by row, that is published with its totals. */
export function suppressTable(
  counts: ArrayLike<number>,
  columns: number,
  threshold: number = SUPPRESSION_THRESHOLD,
): SuppressedTable {
  if (!Number.isSafeInteger(columns) || columns < 1 || counts.length % columns !== 0)
    throw new RangeError(`${counts.length} cells do not make rows of ${columns}`);
  const list = suppressCounts(counts, threshold);
  const rows = counts.length / columns;
  const line = (length: number, cellAt: (k: number) => number) => {
    let sum: number | null = 0;
    for (let k = 0; k < length; k++) {
      const count = list.counts[cellAt(k)];
      sum = sum === null || count === null ? null : sum + count;
    }
    return sum;
  };
  return {
    ...list,
    columns,
    rowTotals: Array.from({ length: rows }, (_, row) => line(columns, (k) => row * columns + k)),
    columnTotals: Array.from({ length: columns }, (_, column) => line(rows, (k) => k * columns + column)),
  };
}

/** Whether two published counts, one of a part of the other's area or period, do not give away a small rest. */
export function differenceIsSafe(
  whole: number,
  part: number,
  threshold: number = SUPPRESSION_THRESHOLD,
): boolean {
  requireCounts([whole, part], threshold);
  if (part > whole) throw new RangeError(`a part cannot have more than the whole, got ${part} of ${whole}`);
  return !isSmall(whole - part, threshold);
}

/** The simplest safe way: every number, totals too, to the nearest multiple of the base on its own. */
export function roundedCounts(counts: ArrayLike<number>, base = SUPPRESSION_THRESHOLD): number[] {
  requireCounts(counts, base);
  return Array.from(counts, (count) => Math.round(count / base) * base);
}

function isSmall(count: number, threshold: number): boolean {
  return count > 0 && count < threshold;
}

/**
 * The smallest count that protects all small ones, or else the fewest; none when they protect each other; null when
 * nothing does. What a reader can work out of a
 * small count p from the hidden sum: at most p + Σ (other small - 1) + Σ (secondary - threshold), because small ones
 * are at least 1 and secondary ones at least the threshold; at least 1, as soon as something secondary has no upper end.
 */
function secondaryCells(
  counts: ArrayLike<number>,
  states: readonly CellState[],
  threshold: number,
): number[] | null {
  const small = Array.from(counts).filter((_, cell) => states[cell] === 'small');
  if (small.length === 0) return [];
  const spare = small.reduce((sum, count) => sum + count - 1, 0);
  const room = (small.length - 1) * (threshold - 2);
  if (spare >= threshold - 2 && spare <= room) return [];
  // The least protected is the same for all: p + (spare - (p - 1)) = spare + 1.
  const missing = threshold - 1 - (spare + 1);
  const others = Array.from(counts, (_, cell) => cell)
    .filter((cell) => counts[cell] >= threshold)
    .sort((a, b) => counts[a] - counts[b] || a - b);
  const single = others.find((cell) => counts[cell] - threshold >= missing);
  if (single !== undefined) return [single];
  const chosen: number[] = [];
  let gained = 0;
  for (const cell of others.toReversed()) {
    chosen.push(cell);
    gained += counts[cell] - threshold;
    if (gained >= missing) return chosen;
  }
  return null;
}

function requireCounts(counts: ArrayLike<number>, threshold: number): void {
  if (!Number.isSafeInteger(threshold) || threshold < 2)
    throw new RangeError(`the threshold must be a whole number from 2 on, got ${threshold}`);
  for (let cell = 0; cell < counts.length; cell++)
    if (!Number.isSafeInteger(counts[cell]) || counts[cell] < 0)
      throw new RangeError(`counts must be whole numbers from 0 on, got ${counts[cell]}`);
}
