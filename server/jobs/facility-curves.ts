import { countPlaces } from '../../analysis/concentration.ts';
import { nearestAssets } from '../../analysis/nearest-asset.ts';
import type { PointSet } from '../../analysis/point-set.ts';
import { riskyFacilities } from '../../analysis/risky-facilities.ts';
import type { FacilityCurve } from './contract.ts';
import type { KindOfAsset } from './near-assets.ts';

/** Draws that take about half a second. */
const MOST_DRAWS = 20_000_000;
const FEWEST_SIMULATIONS = 99;

interface CurveOptions {
  /** Metres: incidents nearer than this belong to the nearest asset of the kind. */
  readonly reach: number;
  /** Assets outside the region have incidents that nobody looked at. */
  readonly inside: (x: number, y: number) => boolean;
  readonly simulations: number;
  readonly seed: number;
  readonly progress: (done: number) => void;
}

/** The J-curve of each kind, and what the same incidents give when they are dealt to its assets by chance. */
export function facilityCurves(
  incidents: PointSet,
  kinds: readonly KindOfAsset[],
  { progress, ...options }: CurveOptions,
): FacilityCurve[] {
  return kinds.map((kind, k) =>
    curveOf(incidents, kind, { ...options, progress: (done) => progress((k + done) / kinds.length) }),
  );
}

function curveOf(
  incidents: PointSet,
  { kind, points }: KindOfAsset,
  { reach, inside, simulations: wanted, seed, progress }: CurveOptions,
): FacilityCurve {
  const nearest = nearestAssets(incidents, points, {
    within: reach,
    tolerance: 0,
    progress: (done) => progress(done / 2),
  });
  const all = countPlaces(nearest.asset, points.x.length);
  const counts = all.filter((_, asset) => inside(points.x[asset], points.y[asset]));
  const total = counts.reduce((sum, count) => sum + count, 0);
  const simulations = Math.min(wanted, Math.max(FEWEST_SIMULATIONS, Math.floor(MOST_DRAWS / (total + 1))));
  const found = riskyFacilities(counts, {
    simulations,
    seed,
    progress: (done) => progress(0.5 + done / 2),
  });
  return {
    kind,
    assets: found.n,
    incidents: found.incidents,
    without: found.without,
    top: found.top.map(({ facilities, share, byChance }) => ({ assets: facilities, share, byChance })),
    p: Number.isNaN(found.p) ? null : found.p,
    simulations,
  };
}
