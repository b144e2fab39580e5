/**
 * The numbered grid of a map on paper. Its squares are those in which the places of concerns are kept (world-squares.ts), so
 * that a square read off paper is as exact as what is stored of it, and never looks finer.
 */
import { boundsOf, COARSEST_LEVEL, columnAt, rowAt, sideOf } from '../../../../analysis/world-squares.ts';

type Bounds = readonly [west: number, south: number, east: number, north: number];

export interface DotGrid {
  readonly level: number;
  /** Metres of a side, at least. */
  readonly sideM: number;
  readonly columns: number;
  readonly rows: number;
  /** Column and row of the upper left square, and the row whose columns all rows have here. */
  readonly west: number;
  readonly north: number;
  readonly band: number;
}

/** More would be too small for a finger, and letters would run out. */
const MOST_COLUMNS = 24;
const MOST_ROWS = 28;

/** The finest grid over the bounds that still can be read on a page. */
export function dotGrid([west, south, east, north]: Bounds): DotGrid {
  const band = rowAt((south + north) / 2);
  const at = (level: number): DotGrid => {
    const [left, right] = [columnAt(band, west) >> level, columnAt(band, east) >> level];
    const [bottom, top] = [rowAt(south) >> level, rowAt(north) >> level];
    return {
      level,
      sideM: sideOf(level),
      columns: right - left + 1,
      rows: top - bottom + 1,
      west: left,
      north: top,
      band: band >> level,
    };
  };
  let grid = at(0);
  while ((grid.columns > MOST_COLUMNS || grid.rows > MOST_ROWS) && grid.level < COARSEST_LEVEL)
    grid = at(grid.level + 1);
  return grid;
}

/** What makes two grids the same: an area that was drawn anew has another one, and its sheets another code. */
export const gridName = ({ level, west, north, columns, rows }: DotGrid): string =>
  [level, west, north, columns, rows].join(' ');

/** West, south, east and north of one square, counted from the upper left. */
export function cellBounds(grid: DotGrid, column: number, row: number): [number, number, number, number] {
  const { level } = grid;
  const [west, , east] = boundsOf({ level, row: grid.band, column: grid.west + column });
  const [, south, , north] = boundsOf({ level, row: grid.north - row, column: 0 });
  return [west, south, east, north];
}

export function gridBounds(grid: DotGrid): [number, number, number, number] {
  const [west, , , north] = cellBounds(grid, 0, 0);
  const [, south, east] = cellBounds(grid, grid.columns - 1, grid.rows - 1);
  return [west, south, east, north];
}

export const columnName = (column: number): string => String.fromCharCode(65 + column);
export const cellName = (column: number, row: number): string => `${columnName(column)}${row + 1}`;

export interface Cell {
  readonly column: number;
  readonly row: number;
}

/** A square as it was written down: C7, c 7, 7C, also in Arabic digits; null when it is not one of the grid. */
export function readCell(grid: DotGrid, written: string): Cell | null {
  const plain = latinDigits(written)
    .toUpperCase()
    .replaceAll(/[\s.,/-]/g, '');
  const found = /^([A-Z])(\d{1,2})$/.exec(plain) ?? /^(\d{1,2})([A-Z])$/.exec(plain);
  if (!found) return null;
  const [letter, digits] = /\d/.test(found[1]) ? [found[2], found[1]] : [found[1], found[2]];
  const [column, row] = [letter.charCodeAt(0) - 65, Number(digits) - 1];
  return column < grid.columns && row >= 0 && row < grid.rows ? { column, row } : null;
}

/** The middle of a square. */
export function middleOfCell(grid: DotGrid, { column, row }: Cell): [number, number] {
  const [west, south, east, north] = cellBounds(grid, column, row);
  return [(west + east) / 2, (south + north) / 2];
}

/** No finer than the square: of larger ones than concerns are kept in, only which neighbourhood it is. */
export const precisionOf = ({ level }: DotGrid): 'block_cell' | 'neighbourhood' =>
  level === 0 ? 'block_cell' : 'neighbourhood';

const ARABIC_INDIC = 0x660;
const PERSIAN = 0x6f0;

/** Digits of Arabic and Persian as the ones of a keyboard. */
export function latinDigits(text: string): string {
  return [...text]
    .map((sign) => {
      const code = sign.charCodeAt(0);
      if (code >= ARABIC_INDIC && code <= ARABIC_INDIC + 9) return String(code - ARABIC_INDIC);
      return code >= PERSIAN && code <= PERSIAN + 9 ? String(code - PERSIAN) : sign;
    })
    .join('');
}
