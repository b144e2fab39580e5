/**
 * Question: at which asset does each incident lie?
 * Method: nearest asset by the straight line (see `nearest-segment.ts`), if it is nearer than a limit; the incidents of each
 * asset are then a count by place, for `concentration.ts` and `risky-facilities.ts`.
 *
 * Assumptions: metres of one plane; assets are points. Equal distances go to the asset with the lower number, so that the
 * same data give the same counts. The limit is half-open as rings are: a distance on it is no longer near.
 * Not to conclude: that an incident has to do with the asset it was given to; where two are about as near, it is a guess,
 * and such incidents are counted as `ambiguous`.
 */
import { asLines, nearestSegments } from './nearest-segment.ts';
import type { PointSet } from './point-set.ts';

export interface NearestAssetOptions {
  /** Metres: incidents nearer than this belong to the nearest asset, others to none. */
  readonly within: number;
  /** A second asset at most this much farther makes an incident ambiguous; metres, 1 unless said. */
  readonly tolerance?: number;
  /** Called now and then with the share that is done; what it throws ends the work. */
  readonly progress?: (done: number) => void;
}

export interface NearestAssets {
  readonly n: number;
  /** Number of the nearest asset, -1 for none. */
  readonly asset: Int32Array;
  /** Incidents that are near none. */
  readonly none: number;
  /** Incidents with a second asset as near. */
  readonly ambiguous: number;
  readonly within: number;
}

export function nearestAssets(
  incidents: PointSet,
  assets: PointSet,
  { within, ...options }: NearestAssetOptions,
): NearestAssets {
  const found = nearestSegments(incidents, asLines(assets), { ...options, limit: within });
  const asset = found.line.map((nearest, i) => (found.distance[i] < within ? nearest : -1));
  const none = asset.reduce((sum, nearest) => sum + (nearest < 0 ? 1 : 0), 0);
  return { n: found.n, asset, none, ambiguous: found.ambiguous, within };
}
