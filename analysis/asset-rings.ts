/**
 * Question: do incidents lie closer together around a kind of asset than away from it?
 * Method: rings by the distance to the nearest asset of the kind; incidents per km² in each ring against the ground beyond
 * the widest one, as a ratio with the exact conditional interval (Przyborowski & Wilenski 1940,
 * doi:10.1093/biomet/31.3-4.313), the density with the exact Poisson interval (Garwood 1936), and the false discovery
 * rate over all rings of all kinds.
 *
 * Assumptions: incidents and ground are of the same study area; the ground is given as points that stand for equal areas,
 * fine enough for the narrowest ring. Rings are half-open: a distance on the limit belongs to the outer one.
 * Not to conclude: that the asset is the cause. Assets also mark where people are; kinds stand next to each other.
 */
import { binomialInterval, binomialTwoSided } from './binomial.ts';
import { falseDiscoveryRate } from './false-discovery.ts';
import { asLines, nearestSegments } from './nearest-segment.ts';
import type { PointSet } from './point-set.ts';
import { poissonInterval } from './poisson-interval.ts';
import type { Warning } from './warning.ts';

export interface AssetRingInput {
  readonly incidents: PointSet;
  /** Assets of each kind. */
  readonly kinds: readonly PointSet[];
  /** Points all over the study area, such as the centres of small cells. */
  readonly ground: PointSet;
  /** Metres between them: each stands for the square of this. */
  readonly spacing: number;
}

export interface AssetRingOptions {
  /** Outer limits of the rings in metres, ascending. */
  readonly distances: readonly number[];
  readonly level: number;
  readonly progress?: (done: number) => void;
}

export interface AssetRing {
  /** Index of the kind. */
  readonly kind: number;
  /** Metres, half-open. */
  readonly from: number;
  readonly to: number;
  readonly incidents: number;
  readonly km2: number;
  /** Incidents per km² with its interval; NaN without ground. */
  readonly density: number;
  readonly densityInterval: readonly [number, number];
  /** Expected at the density beyond the widest ring. */
  readonly expected: number;
  /** Null where there are too few to say. */
  readonly ratio: number | null;
  readonly ratioInterval: readonly [number, number] | null;
  /** NaN where there are too few to say. */
  readonly p: number;
  readonly q: number;
  /** More (1) or fewer (-1) than beyond, after the correction; 0 neither. */
  readonly verdict: -1 | 0 | 1;
}

export interface AssetRings {
  readonly n: number;
  /** Kind by kind, from the inner ring outwards. */
  readonly rings: readonly AssetRing[];
  /** Beyond the widest ring, for each kind. */
  readonly beyond: readonly { readonly incidents: number; readonly km2: number }[];
  readonly distances: readonly number[];
  readonly level: number;
  /** coarse_ground: measured every `value` metres; kinds_without_assets, nothing_beyond: `value` kinds. */
  readonly warnings: readonly Warning[];
}

/** A ring with fewer expected incidents has no ratio. */
export const RING_EXPECTED_FLOOR = 5;
/** Steps of the ground that the narrowest ring must hold. */
const STEPS_A_RING = 4;

export function assetRings(input: AssetRingInput, options: AssetRingOptions): AssetRings {
  requireInput(input, options);
  const { incidents, kinds, ground, spacing } = input;
  const { distances, level, progress = () => {} } = options;
  const km2 = (spacing * spacing) / 1e6;
  const found = kinds.map((assets, kind) => {
    const part = (share: number) => (done: number) =>
      progress((kind + share * 0.5 + done * 0.5) / kinds.length);
    const counts = bandCounts(incidents, assets, distances, part(0));
    const areas = bandCounts(ground, assets, distances, part(1)).map((count) => count * km2);
    return { counts, areas };
  });
  const last = distances.length;
  const tested = found.flatMap(({ counts, areas }, kind) =>
    distances.map((_, ring) => compare(kind, ring, counts, areas, options)),
  );
  const q = falseDiscoveryRate(Float64Array.from(tested, ({ p }) => p));
  const warnings: Warning[] = [];
  const narrowest = Math.min(...distances.map((to, ring) => to - (distances[ring - 1] ?? 0)));
  if (spacing * STEPS_A_RING > narrowest) warnings.push({ code: 'coarse_ground', value: spacing });
  const empty = kinds.filter(({ x }) => x.length === 0).length;
  if (empty > 0) warnings.push({ code: 'kinds_without_assets', value: empty });
  const everywhere = found.filter(({ counts }) => counts[last] === 0).length;
  if (everywhere > 0) warnings.push({ code: 'nothing_beyond', value: everywhere });
  return {
    n: incidents.x.length,
    rings: tested.map((ring, i) => ({ ...ring, q: q[i], verdict: verdictOf(ring.ratio, q[i], level) })),
    beyond: found.map(({ counts, areas }) => ({ incidents: counts[last], km2: areas[last] })),
    distances,
    level,
    warnings,
  };
}

/** Points in each ring and, last, beyond all. */
function bandCounts(
  points: PointSet,
  assets: PointSet,
  distances: readonly number[],
  progress: (done: number) => void,
): Float64Array {
  const widest = distances[distances.length - 1];
  const { distance } = nearestSegments(points, asLines(assets), { limit: widest, tolerance: 0, progress });
  const counts = new Float64Array(distances.length + 1);
  for (let i = 0; i < distance.length; i++) {
    let ring = 0;
    while (ring < distances.length && !(distance[i] < distances[ring])) ring++;
    counts[ring]++;
  }
  return counts;
}

function compare(
  kind: number,
  ring: number,
  counts: Float64Array,
  areas: Float64Array,
  { distances, level }: AssetRingOptions,
): Omit<AssetRing, 'q' | 'verdict'> {
  const last = distances.length;
  const [inside, beyond] = [counts[ring], counts[last]];
  const [here, there] = [areas[ring], areas[last]];
  const { low, high } = poissonInterval(inside, level);
  const expected = there > 0 ? (beyond / there) * here : NaN;
  const enough = expected >= RING_EXPECTED_FLOOR;
  const share = here / (here + there);
  const odds = (s: number) => (s / (1 - s)) * (there / here);
  const [least, most] = binomialInterval(inside, inside + beyond, level);
  return {
    kind,
    from: distances[ring - 1] ?? 0,
    to: distances[ring],
    incidents: inside,
    km2: here,
    density: inside / here,
    densityInterval: [low / here, high / here],
    expected,
    ratio: enough ? inside / expected : null,
    ratioInterval: enough ? [odds(least), odds(most)] : null,
    p: enough ? binomialTwoSided(inside, inside + beyond, share) : NaN,
  };
}

function verdictOf(ratio: number | null, q: number, level: number): -1 | 0 | 1 {
  if (ratio === null || !(q < 1 - level)) return 0;
  return ratio > 1 ? 1 : -1;
}

function requireInput({ spacing }: AssetRingInput, { distances, level }: AssetRingOptions): void {
  if (!(spacing > 0 && Number.isFinite(spacing)))
    throw new RangeError(`spacing must be above 0 metres, got ${spacing}`);
  if (!(level > 0 && level < 1)) throw new RangeError(`level must be between 0 and 1, got ${level}`);
  if (distances.length === 0) throw new RangeError('at least one distance is needed, got 0');
  distances.forEach((to, ring) => {
    if (!(to > (distances[ring - 1] ?? 0) && Number.isFinite(to)))
      throw new RangeError(`distances must ascend from above 0 metres, got ${distances.join(', ')}`);
  });
}
