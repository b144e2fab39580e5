import type { CategoryGuard } from '../domain/protected-categories.ts';
import type { AssetKinds } from './asset-kinds.ts';
import { ownText } from './label-book.ts';

const LONGEST_LABEL = 80;
const MOST_KEPT = 5000;
/** A calendar date, a time of day, or milliseconds since 1970 as map servers write them. */
const TIME = /^(\d{4}[-/.]\d{1,2}([-/.T ]|$)|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{1,2}:\d{2}|1\d{12}$)/;

type Reading = 'no matter' | 'beside a time' | 'by itself';

/**
 * Whether a row that is loaded as a place is a report of a protected kind all the same: a cell that is nothing but
 * the name of such a category, or one that speaks of it in a row with a time. A clinic or a shelter may speak of it.
 */
export function createReportGuard(guard: CategoryGuard, kinds: AssetKinds) {
  const known = new Map<string, Reading>();

  const read = (cell: string): Reading => {
    // Numbers and dates are no labels, and long text is prose.
    const first = cell.charCodeAt(0);
    if (cell.length < 3 || cell.length > LONGEST_LABEL || (first >= 43 && first <= 57)) return 'no matter';
    let reading = known.get(cell);
    if (reading === undefined) {
      reading = classify(cell);
      if (known.size >= MOST_KEPT) known.clear();
      known.set(ownText(cell), reading);
    }
    return reading;
  };

  const classify = (cell: string): Reading => {
    if (guard.classify(cell) !== 'protected' || kinds.kindOf(cell) !== null) return 'no matter';
    return guard.isBareProtected(cell) ? 'by itself' : 'beside a time';
  };

  return (cells: readonly string[]): boolean => {
    let spoken = false;
    for (const cell of cells) {
      const reading = read(cell.trim());
      if (reading === 'by itself') return true;
      if (reading === 'beside a time') spoken = true;
    }
    return spoken && cells.some((cell) => TIME.test(cell.trim()));
  };
}
