export type Box = readonly [west: number, south: number, east: number, north: number];

const ENOUGH = 50;
const TAIL = 0.02;

/**
 * Where most of the positions lie. A single slip of the keyboard stretches the bounds of a data set over a whole country,
 * and a map that opens on them shows nothing. Bounds that are hardly wider than the core, or too few positions to say,
 * are left as they are.
 */
export function coreBounds(bounds: Box, positions: readonly (readonly [number, number])[]): Box {
  if (positions.length < ENOUGH) return bounds;
  const [west, east] = coreOf(positions.map(([lon]) => lon));
  const [south, north] = coreOf(positions.map(([, lat]) => lat));
  const core: Box = [
    Math.max(west, bounds[0]),
    Math.max(south, bounds[1]),
    Math.min(east, bounds[2]),
    Math.min(north, bounds[3]),
  ];
  const stretched = bounds[2] - bounds[0] > 2 * (east - west) || bounds[3] - bounds[1] > 2 * (north - south);
  return stretched ? core : bounds;
}

/** Without the outermost values at either end, widened by as much as they may well have filled. */
function coreOf(values: number[]): [number, number] {
  values.sort((a, b) => a - b);
  const skip = Math.floor(values.length * TAIL);
  const low = values[skip];
  const high = values[values.length - 1 - skip];
  const margin = (high - low) * 0.15;
  return [low - margin, high + margin];
}
