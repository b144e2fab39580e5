import { nearestDistances } from '../../analysis/nearest-neighbour-index.ts';
import type { PointSet } from '../../analysis/point-set.ts';

const FARTHEST = 500;
/** A kind with a single asset has no neighbour to go by. */
const ALONE = 200;
const STEP = 10;

/**
 * How far "near" an asset of a kind is, in metres: half the median distance to the nearest other of the kind, so that what
 * is near one is seldom near the next. It looks at assets alone: a distance that was chosen because incidents lie within
 * it would prove itself.
 */
export function nearDistance(assets: PointSet, cell: number): number {
  const distances = nearestDistances(assets).sort();
  const median = distances.length < 2 ? 2 * ALONE : distances[distances.length >> 1];
  const half = Math.round(median / 2 / STEP) * STEP;
  return Math.max(cell, Math.min(half, FARTHEST));
}
