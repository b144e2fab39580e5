/**
 * Question: in which square of one fixed grid of the whole world does a position lie, finely or coarsely?
 * Method: 155 bands of equal latitude; each is cut into as many equal tiles as fit with a width of 128 km at the edge
 * nearer the pole, and every tile into halves nine times over, down to 250 m (a quadtree: each square is four of the
 * next finer level). Nothing depends on the data or on a question, so the same place is in the same square in every data
 * set and every version of it. Sides are at least the named ones: up to 3 % more in height, up to 6 % more in width
 * below 65 degrees of latitude.
 *
 * Assumptions: WGS 84 degrees. Within 1.2 degrees of a pole squares are narrower than named.
 * Not to conclude: anything from where the edges run.
 */

/** Metres of the finest squares. */
export const FINEST_SIDE = 250;
/** Level 0 is the finest, each next one has sides twice as long. */
export const COARSEST_LEVEL = 9;

const TILE_SQUARES = 2 ** COARSEST_LEVEL;
const TILE_SIDE = FINEST_SIDE * TILE_SQUARES;
const BANDS = 155;
const ROWS = BANDS * TILE_SQUARES;
/** Metres of a degree of longitude on the equator, without the ellipsoid's few tenths of a per cent more elsewhere. */
const DEGREE_METRES = 111_319.49;

/** A square: row from the south and column from 180 degrees west, counted in squares of its level. */
export interface WorldSquare {
  readonly level: number;
  readonly row: number;
  readonly column: number;
}

/** Metres of a side, at least. */
export function sideOf(level: number): number {
  return FINEST_SIDE * 2 ** level;
}

/** Row of the finest squares; the coarser ones are `row >> level`. */
export function rowAt(lat: number): number {
  return Math.min(Math.max(Math.floor(((lat + 90) / 180) * ROWS), 0), ROWS - 1);
}

/** Column of the finest squares in the band of a row; the coarser ones are `column >> level`. */
export function columnAt(row: number, lon: number): number {
  const columns = TILES[row >> COARSEST_LEVEL] * TILE_SQUARES;
  const column = Math.floor(((lon + 180) / 360) * columns);
  return ((column % columns) + columns) % columns;
}

/** West, south, east, north in degrees. */
export function boundsOf({ level, row, column }: WorldSquare): [number, number, number, number] {
  const rows = ROWS / 2 ** level;
  const columns = TILES[row >> (COARSEST_LEVEL - level)] * (TILE_SQUARES / 2 ** level);
  return [
    (column / columns) * 360 - 180,
    (row / rows) * 180 - 90,
    ((column + 1) / columns) * 360 - 180,
    ((row + 1) / rows) * 180 - 90,
  ];
}

/** Middle of a square in degrees. */
export function middleOf(square: WorldSquare): { lon: number; lat: number } {
  const [west, south, east, north] = boundsOf(square);
  return { lon: (west + east) / 2, lat: (south + north) / 2 };
}

/** The square of a level that holds a position. */
export function squareAt(level: number, lon: number, lat: number): WorldSquare {
  const row = rowAt(lat);
  return { level, row: row >> level, column: columnAt(row, lon) >> level };
}

/** Tiles of 128 km in each band. */
const TILES = Int32Array.from({ length: BANDS }, (_, band) => {
  const edge = (i: number) => Math.abs((i / BANDS) * 180 - 90);
  const nearerPole = Math.max(edge(band), edge(band + 1));
  const around = 360 * DEGREE_METRES * Math.cos((nearerPole * Math.PI) / 180);
  return Math.max(Math.floor(around / TILE_SIDE), 1);
});
