import { DEGREE, NO_SQUARE, type SeenColumns } from '../../analysis/incident-columns.ts';
import {
  boundsOf,
  COARSEST_LEVEL,
  sideOf,
  squareAt,
  type WorldSquare,
} from '../../analysis/world-squares.ts';

/** Incidents that are told no finer than by a square. */
export interface CountedSquare {
  readonly bounds: readonly [west: number, south: number, east: number, north: number];
  /** Metres of a side, at least. */
  readonly side: number;
  readonly count: number;
  /** A square kilometre, with those that larger squares around it hold spread evenly over them. */
  readonly density: number;
}

interface Squares {
  /** Number of the square of each row; `NOWHERE` for rows of no square. */
  readonly numberOf: Uint32Array;
  readonly squares: readonly WorldSquare[];
}

const NOWHERE = 0xffffffff;
const SQUARE_KILOMETRE = 1e6;

/** Rows of a data set by square. Found once: rows of one square come from the server side by side, or nearly so. */
export function findSquares({ lon, lat, square, length }: SeenColumns): Squares | null {
  if (square === null) return null;
  const numberOf = new Uint32Array(length).fill(NOWHERE);
  const numbers = new Map<string, number>();
  const squares: WorldSquare[] = [];
  let last = { lon: 0, lat: 0, size: 0, number: NOWHERE };
  for (let row = 0; row < length; row++) {
    const size = square[row];
    if (size === 0 || size === NO_SQUARE) continue;
    if (last.lon !== lon[row] || last.lat !== lat[row] || last.size !== size) {
      const found = squareAt(size - 1, lon[row] / DEGREE, lat[row] / DEGREE);
      const key = keyOf(found);
      const number = numbers.get(key) ?? squares.push(found) - 1;
      numbers.set(key, number);
      last = { lon: lon[row], lat: lat[row], size, number };
    }
    numberOf[row] = last.number;
  }
  return { numberOf, squares };
}

/** The squares that hold rows with the verdict 0, the largest first, so that finer ones are drawn over them. */
export function countSquares(
  sheets: readonly { squares: Squares | null; verdict: Uint8Array }[],
): CountedSquare[] {
  const found = new Map<string, { square: WorldSquare; count: number }>();
  for (const { squares, verdict } of sheets) {
    if (squares === null) continue;
    const counts = new Uint32Array(squares.squares.length);
    for (let row = 0; row < verdict.length; row++)
      if (verdict[row] === 0 && squares.numberOf[row] !== NOWHERE) counts[squares.numberOf[row]]++;
    counts.forEach((count, number) => {
      if (count === 0) return;
      const square = squares.squares[number];
      const key = keyOf(square);
      found.set(key, { square, count: count + (found.get(key)?.count ?? 0) });
    });
  }
  const ownDensity = (square: WorldSquare): number =>
    ((found.get(keyOf(square))?.count ?? 0) / sideOf(square.level) ** 2) * SQUARE_KILOMETRE;
  return [...found.values()]
    .sort((a, b) => b.square.level - a.square.level)
    .map(({ square, count }) => ({
      bounds: boundsOf(square),
      side: sideOf(square.level),
      count,
      density: around(square).reduce((sum, each) => sum + ownDensity(each), 0),
    }));
}

/** A square and all larger ones that hold it. */
function around({ level, row, column }: WorldSquare): WorldSquare[] {
  return Array.from({ length: COARSEST_LEVEL - level + 1 }, (_, up) => ({
    level: level + up,
    row: row >> up,
    column: column >> up,
  }));
}

const keyOf = ({ level, row, column }: WorldSquare): string => `${level} ${row} ${column}`;
