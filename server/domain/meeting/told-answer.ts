/**
 * What a kept answer found, as far as a committee may be told. An answer names cells, clusters or single places, often
 * finer than the committee sees. So nothing of its geometry is used: the squares are those in which a member of the
 * committee is told incidents anyway, and each takes the class of the places that hold most of its incidents.
 */
import { sideOf, squareAt } from '../../../analysis/world-squares.ts';

export const TOLD_CLASSES = [
  'hot',
  'cold',
  'rising',
  'steady',
  'at_times',
  'past',
  'many_among_many',
  'many_among_few',
  'few_among_many',
  'few_among_few',
  'more',
  'fewer',
  'larger',
  'smaller',
  'denser',
  'sparser',
  'cluster',
  'repeat',
  'above',
  'below',
  'highest',
  'high',
  'middle',
] as const;
export type ToldClass = (typeof TOLD_CLASSES)[number];

/**
 * Why nothing is drawn: the answer is about times; it is one figure for all the ground; it names single places, finer than
 * the committee sees; it weighs harm, where one incident may show; nothing of it is in a square that the committee is told;
 * it is not kept any more.
 */
export const UNDRAWN = ['times', 'whole', 'places', 'harm', 'few', 'gone'] as const;
export type Undrawn = (typeof UNDRAWN)[number];

/** A cell, an area, an incident: what a row of an answer is about. */
export interface FoundPlace {
  readonly lon: number;
  readonly lat: number;
  /** Incidents there. */
  readonly count: number;
  /** Id of the area, where places are areas. */
  readonly area: number | null;
  readonly found: ToldClass | null;
}

export interface SeenSquare {
  readonly bounds: readonly [number, number, number, number];
  readonly side: number;
  readonly count: number;
}

export interface ToldSquare extends SeenSquare {
  readonly found: ToldClass;
}

/** Metres: a square from here on reaches far beyond what it is about. */
const WIDE = 8000;
/** As for squares: fewer in an area are not told. */
export const FEWEST_TOLD = 3;

/** Sums of incidents by class. */
type Tally = Map<ToldClass | null, number>;

/**
 * The squares in which an answer found something. Of squares in one another the finest stand for their place: the larger
 * ones hold what was left over around them. `cell`: metres of the cells of the answer; null when it has none.
 */
export function toldSquares(
  places: readonly FoundPlace[],
  seen: readonly SeenSquare[],
  cell: number | null,
): ToldSquare[] {
  const finest = finestOf(seen);
  const levels = [...new Set(finest.map(levelOf))];
  const tallies = new Map(finest.map((square): [string, Tally] => [keyOf(square), new Map()]));
  for (const place of places)
    for (const level of levels) {
      const tally = tallies.get(keyAt(level, place.lon, place.lat));
      if (tally) tally.set(place.found, (tally.get(place.found) ?? 0) + place.count);
    }
  return finest.flatMap((square) => {
    const tally = tallies.get(keyOf(square)) ?? new Map();
    const found = tally.size > 0 ? mostOf(withRest(tally, square.count)) : coarser(places, square, cell);
    return found === null ? [] : [{ ...square, found }];
  });
}

/** Those that hold no finer one, and are not so large that they are about no place. */
function finestOf(seen: readonly SeenSquare[]): SeenSquare[] {
  const holding = new Set<string>();
  const least = seen.reduce((side, square) => Math.min(side, square.side), WIDE);
  for (const square of seen)
    for (let side = square.side * 2; side < WIDE; side *= 2) holding.add(keyOf({ ...square, side }));
  return seen.filter(
    (square) => square.side < WIDE && (square.side === least || !holding.has(keyOf(square))),
  );
}

/** Incidents that no row of the answer is about, as those outside of clusters, are no finding. */
function withRest(tally: Tally, count: number): Tally {
  const told = [...tally.values()].reduce((sum, part) => sum + part, 0);
  return new Map(tally).set(null, (tally.get(null) ?? 0) + Math.max(0, count - told));
}

/** The class that holds more than any other, that of no finding among them. */
function mostOf(tally: Tally): ToldClass | null {
  const sorted = [...tally].sort(([, a], [, b]) => b - a);
  const [first, second] = sorted;
  return first && first[1] > 0 && first[1] > (second?.[1] ?? 0) ? first[0] : null;
}

/** Where cells are larger than the square, that of the cell it lies in: the one whose middle is nearest. */
function coarser(
  places: readonly FoundPlace[],
  { bounds: [west, south, east, north], side }: SeenSquare,
  cell: number | null,
): ToldClass | null {
  if (cell === null || cell <= side) return null;
  const [lon, lat] = [(west + east) / 2, (south + north) / 2];
  const narrow = Math.cos((lat * Math.PI) / 180);
  let best: { found: ToldClass | null; distance: number } | null = null;
  for (const place of places) {
    const distance = Math.hypot((place.lon - lon) * narrow, place.lat - lat) * DEGREE_METRES;
    if (distance <= cell && (best === null || distance < best.distance))
      best = { found: place.found, distance };
  }
  return best?.found ?? null;
}

const DEGREE_METRES = 111_319.49;
const levelOf = ({ side }: SeenSquare) => Math.round(Math.log2(side / sideOf(0)));

function keyAt(level: number, lon: number, lat: number): string {
  const { row, column } = squareAt(level, lon, lat);
  return `${level} ${row} ${column}`;
}

function keyOf(square: SeenSquare): string {
  const [west, south, east, north] = square.bounds;
  return keyAt(levelOf(square), (west + east) / 2, (south + north) / 2);
}
