import { DEGREE, FIRST_SQUARE_ROW, NO_SQUARE, type SeenColumns } from '../../analysis/incident-columns.ts';
import { boundsOf, sideOf, squareAt } from '../../analysis/world-squares.ts';
import type { CountedSquare } from './ports.ts';

/** Columns as somebody sees them, and the numbers of the rows that are meant, ascending. */
export interface SquareRows {
  readonly columns: SeenColumns;
  readonly rows: Uint32Array;
}

/** How many rows stand for each square, the largest squares first. Rows that are incidents themselves are not counted. */
export function countBySquare(sheets: readonly SquareRows[]): CountedSquare[] {
  const found = new Map<string, CountedSquare>();
  for (const { columns, rows } of sheets) {
    const { square, lon, lat } = columns;
    if (square === null) continue;
    // Those seen as they are stand first, and after them the rows of squares in their order.
    const first = square.findIndex((size) => size > 0);
    for (const number of rows) {
      const row = first + number - FIRST_SQUARE_ROW;
      if (number < FIRST_SQUARE_ROW || square[row] === NO_SQUARE) continue;
      const level = square[row] - 1;
      const bounds = boundsOf(squareAt(level, lon[row] / DEGREE, lat[row] / DEGREE));
      const key = bounds.join();
      const known = found.get(key) ?? { bounds, side: sideOf(level), count: 0 };
      known.count += 1;
      found.set(key, known);
    }
  }
  return [...found.values()].sort((a, b) => b.side - a.side || compare(a.bounds, b.bounds));
}

function compare([aWest, aSouth]: CountedSquare['bounds'], [bWest, bSouth]: CountedSquare['bounds']): number {
  return aWest - bWest || aSouth - bSouth;
}
