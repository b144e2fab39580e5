import type { PaperRow } from '../../../api/concerns.ts';
import { type DotGrid, middleOfCell, precisionOf, readCell } from '../sheets/dot-grid.ts';
import { rowsIn } from '../sheets/sheet-code.ts';
import { type Cells, isEmptyRow } from './sheet-draft.ts';

export type DotFault = 'typed_before' | 'no_square' | 'no_what';

export interface TypedDot {
  readonly row: number;
  readonly fault: DotFault | null;
  readonly concern: PaperRow;
}

export const SQUARE = 'square';
export const WHAT = 'what';
export const WHEN = 'when';

/** Rows of the sheet that stand in concerns already, by whoever typed them. */
export function dotsTyped(concerns: readonly { readonly detail: string }[], code: string): Set<number> {
  return new Set(concerns.flatMap(({ detail }) => rowsIn(detail, code)));
}

interface Sheet {
  readonly code: string;
  readonly grid: DotGrid;
  readonly receivedOn: string;
  readonly typedBefore: ReadonlySet<number>;
  /** Rows of which somebody read the words again and says that they can stay. */
  readonly checked: ReadonlySet<number>;
}

/** Concerns of all rows in which something stands. A row without a square has no place; that is for the person to say. */
export function typedDots(cells: Cells, sheet: Sheet): TypedDot[] {
  return Object.entries(cells)
    .filter(([, of]) => !isEmptyRow(of))
    .map(([row, of]) => dotOf(Number(row), of, sheet))
    .sort((a, b) => a.row - b.row);
}

function dotOf(row: number, cells: Readonly<Record<string, string>>, sheet: Sheet): TypedDot {
  const { code, grid, receivedOn, typedBefore, checked } = sheet;
  const [square, what, when] = [SQUARE, WHAT, WHEN].map((id) => (cells[id] ?? '').trim());
  const cell = square === '' ? null : readCell(grid, square);
  const fault = typedBefore.has(row)
    ? 'typed_before'
    : square !== '' && cell === null
      ? 'no_square'
      : what === ''
        ? 'no_what'
        : null;
  const place = cell && { position: middleOfCell(grid, cell), precision: precisionOf(grid) };
  const detail = [when, `${code} row ${row}`].filter((part) => part !== '').join('\n');
  const concern = { receivedOn, channel: 'paper_form', summary: what, detail, ...place };
  return { row, fault, concern: checked.has(row) ? { ...concern, wordsChecked: true } : concern };
}
