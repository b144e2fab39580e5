import { containsPosition, type PreparedPolygon } from '../../analysis/prepared-polygon.ts';
import { boundsOf, COARSEST_LEVEL, sideOf, type WorldSquare } from '../../analysis/world-squares.ts';

/** Dwellings per square metre at a position; null where nobody has told. */
export type DwellingDensity = (lon: number, lat: number) => number | null;

export interface DwellingArea {
  readonly polygon: PreparedPolygon;
  readonly squareMetres: number;
  readonly dwellings: number;
}

/** At least so many homes share a square, where homes are known. */
export const FEWEST_DWELLINGS = 8;
/** 500 m: the finest squares where homes are not known. */
export const LEVEL_UNKNOWN = 1;
/** Positions along each side at which a square is asked for its homes. */
const SAMPLES = 4;

/** Spread evenly over each area; where areas overlap the smallest knows best. */
export function dwellingDensity(areas: readonly DwellingArea[]): DwellingDensity {
  const smallestFirst = areas
    .filter(({ squareMetres }) => squareMetres > 0)
    .sort((a, b) => a.squareMetres - b.squareMetres);
  return (lon, lat) => {
    const area = smallestFirst.find(({ polygon }) => containsPosition(polygon, lon, lat));
    return area ? area.dwellings / area.squareMetres : null;
  };
}

/** How fine the square around one of the finest squares may be: the level at which it has homes enough. */
export function finestLevels(densityAt: DwellingDensity | null): (row: number, column: number) => number {
  if (densityAt === null) return () => LEVEL_UNKNOWN;
  const known = new Map<string, number | null>();
  const dwellingsIn = (square: WorldSquare): number | null => {
    const key = `${square.level} ${square.row} ${square.column}`;
    let dwellings = known.get(key);
    if (dwellings === undefined) {
      dwellings = estimate(square, densityAt);
      known.set(key, dwellings);
    }
    return dwellings;
  };
  return (row, column) => {
    if (dwellingsIn({ level: 0, row, column }) === null) return LEVEL_UNKNOWN;
    let level = 0;
    while (level < COARSEST_LEVEL) {
      const square = { level, row: row >> level, column: column >> level };
      if ((dwellingsIn(square) ?? 0) >= FEWEST_DWELLINGS) return level;
      level++;
    }
    return level;
  };
}

/** Ground of which nothing is known counts as empty; null when that is all of it. */
function estimate(square: WorldSquare, densityAt: DwellingDensity): number | null {
  const [west, south, east, north] = boundsOf(square);
  let sum = 0;
  let found = false;
  for (let i = 0; i < SAMPLES; i++)
    for (let k = 0; k < SAMPLES; k++) {
      const lon = west + ((east - west) * (i + 0.5)) / SAMPLES;
      const lat = south + ((north - south) * (k + 0.5)) / SAMPLES;
      const density = densityAt(lon, lat);
      if (density === null) continue;
      found = true;
      sum += density;
    }
  return found ? (sum / SAMPLES ** 2) * sideOf(square.level) ** 2 : null;
}
