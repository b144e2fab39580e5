/** Names for the columns of a file without a header, where its values leave no doubt. */
import { sampleRows, type TableShape } from '../../imports/guess-table.ts';

const NUMBER = /^\s*[+-]?\d+(?:[.,]\d+)?\s*$/;
const DATE = /^\s*(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})/;
const ROWS = 200;
/** Numbers up to here could be degrees: which of them are longitudes is not for us to guess. */
const MOST_DEGREES = 180;

/** Whether columns of a file without a header have only their numbers. */
export function isUnnamed(columns: readonly string[]): boolean {
  return columns.some((name) => /^Column \d+$/.test(name));
}

/** How to name them. */
export const NAME_COLUMNS =
  'this file has no header, so its columns can be named with --columns, as in --columns x,y,time';

/** `x`, `y` for the first two columns of metres, `date` for the first of dates; the others keep their numbers. */
export function namedByValues(shape: TableShape, sample: string, whole: boolean): TableShape {
  const { columns, delimiter } = shape;
  const rows = sampleRows(sample, delimiter, whole)
    .slice(0, ROWS)
    .filter(({ cells }) => cells.length === columns.length);
  const having = (what: (cell: string) => boolean) =>
    [...columns.keys()].filter((at) => rows.length > 0 && rows.every(({ cells }) => what(cells[at])));
  const names = [...columns];
  const [date] = having((cell) => DATE.test(cell));
  if (date !== undefined) names[date] = 'date';
  const [x, y] = having((cell) => NUMBER.test(cell));
  if (y === undefined || !rows.some(({ cells }) => [x, y].some((at) => isMetres(cells[at]))))
    return { ...shape, columns: names };
  names[x] = 'x';
  names[y] = 'y';
  return { ...shape, columns: names };
}

function isMetres(cell: string): boolean {
  return Math.abs(Number(cell.replace(',', '.'))) > MOST_DEGREES;
}
