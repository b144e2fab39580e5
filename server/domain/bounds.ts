import { boundsOf, squareAt } from '../../analysis/world-squares.ts';
import type { Bounds } from './geometry.ts';

/** The bounds around all bounds; null when there are none. */
export function boundsOfAll(parts: readonly (Bounds | null)[]): Bounds | null {
  let all: Bounds | null = null;
  for (const part of parts) {
    if (part === null) continue;
    all =
      all === null
        ? [...part]
        : [
            Math.min(all[0], part[0]),
            Math.min(all[1], part[1]),
            Math.max(all[2], part[2]),
            Math.max(all[3], part[3]),
          ];
  }
  return all;
}

/** 2 km. */
const WIDE = 3;

/** Out to the edges of squares of 2 km, so that the outermost incident is not given away. */
export function widened([west, south, east, north]: Bounds): Bounds {
  const low = boundsOf(squareAt(WIDE, west, south));
  const high = boundsOf(squareAt(WIDE, east, north));
  return [low[0], low[1], high[2], high[3]];
}
