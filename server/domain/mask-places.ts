import { DEGREE, type IncidentColumns, MISSING } from '../../analysis/incident-columns.ts';
import { COARSEST_LEVEL, columnAt, rowAt, type WorldSquare } from '../../analysis/world-squares.ts';

/**
 * Where every row lies on the grid of the world. A tile is one of the coarsest squares; a step is one of the finest squares
 * in it along the Z-order curve, so that squares of every level are stretches of the curve: `step >> 2 * level`.
 */
export interface RowPlaces {
  readonly tile: Uint32Array;
  readonly step: Uint32Array;
  /** The level of the finest square a row may be shown in. */
  readonly finest: Uint8Array;
  /** All rows by tile and step. */
  readonly order: Uint32Array;
}

const SIDE = 2 ** COARSEST_LEVEL;
const STEPS = SIDE * SIDE;
/** Tiles of a band fit in 9 bits, and there are fewer bands than 255. */
const BAND = 512;
export const NOWHERE = 255 * BAND;
const TILES = NOWHERE + 1;

const STRETCH = 50_000;
/** How many rows a look at the homes around a new place is worth. */
const NEW_PLACE = 40;

export function* placesOf(
  columns: IncidentColumns,
  finestLevel: (row: number, column: number) => number,
): Generator<void, RowPlaces> {
  const tile = new Uint32Array(columns.length);
  const step = new Uint32Array(columns.length);
  for (let row = 0; row < columns.length; row++) {
    place(columns, row, tile, step);
    if (row % STRETCH === STRETCH - 1) yield;
  }
  const rows = new Uint32Array(columns.length);
  for (let row = 0; row < rows.length; row++) rows[row] = row;
  const bySteps = byNumber(rows, step, STEPS);
  yield;
  const order = byNumber(bySteps, tile, TILES);
  yield;
  const places = { tile, step, finest: new Uint8Array(columns.length), order };
  yield* findFinest(places, finestLevel);
  return places;
}

function place({ lon, lat }: IncidentColumns, row: number, tile: Uint32Array, step: Uint32Array): void {
  if (lon[row] === MISSING || lat[row] === MISSING) {
    tile[row] = NOWHERE;
    return;
  }
  const y = rowAt(lat[row] / DEGREE);
  const x = columnAt(y, lon[row] / DEGREE);
  tile[row] = (y >> COARSEST_LEVEL) * BAND + (x >> COARSEST_LEVEL);
  step[row] = spread(x & (SIDE - 1)) | (spread(y & (SIDE - 1)) << 1);
}

/** Asks once a place: rows of one lie next to each other. */
function* findFinest(
  { tile, step, finest, order }: RowPlaces,
  finestLevel: (row: number, column: number) => number,
): Generator<void> {
  let level = 0;
  let work = 0;
  for (let i = 0; i < order.length; i++) {
    const [row, before] = [order[i], order[i - 1]];
    if (tile[row] === NOWHERE) break;
    if (i === 0 || step[row] !== step[before] || tile[row] !== tile[before]) {
      level = finestLevel(rowOf(tile[row], step[row]), columnOf(tile[row], step[row]));
      work += NEW_PLACE;
    }
    finest[row] = level;
    if (++work < STRETCH) continue;
    work = 0;
    yield;
  }
}

/** The square of a level that holds a row; null without a place. */
export function squareOfRow({ tile, step }: RowPlaces, row: number, level: number): WorldSquare | null {
  if (tile[row] === NOWHERE) return null;
  return {
    level,
    row: rowOf(tile[row], step[row]) >> level,
    column: columnOf(tile[row], step[row]) >> level,
  };
}

const rowOf = (tile: number, step: number): number => Math.floor(tile / BAND) * SIDE + gathered(step >> 1);
const columnOf = (tile: number, step: number): number => (tile % BAND) * SIDE + gathered(step);

/** Rows by their number, equal ones in the order they came in (counting sort). */
export function byNumber(rows: Uint32Array, numberOf: Uint32Array, numbers: number): Uint32Array {
  const next = new Uint32Array(numbers + 1);
  for (let i = 0; i < rows.length; i++) next[numberOf[rows[i]] + 1]++;
  for (let number = 0; number < numbers; number++) next[number + 1] += next[number];
  const sorted = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i++) sorted[next[numberOf[rows[i]]]++] = rows[i];
  return sorted;
}

/** The bits of a number below 512 at every second place. */
function spread(value: number): number {
  let bits = (value | (value << 8)) & 0x00ff00ff;
  bits = (bits | (bits << 4)) & 0x0f0f0f0f;
  bits = (bits | (bits << 2)) & 0x33333333;
  return (bits | (bits << 1)) & 0x55555555;
}

/** Every second bit of a number below 2^18, side by side: the opposite of `spread`. */
function gathered(value: number): number {
  let bits = value & 0x55555555;
  bits = (bits | (bits >> 1)) & 0x33333333;
  bits = (bits | (bits >> 2)) & 0x0f0f0f0f;
  bits = (bits | (bits >> 4)) & 0x00ff00ff;
  return (bits | (bits >> 8)) & 0x0000ffff;
}
