import type { Box, PointSet } from '../../analysis/point-set.ts';
import { type Plane, toPlane } from '../../analysis/projection.ts';
import type { StudyArea } from './study-area.ts';
import type { PlaceAsset } from './task.ts';

/** Fewer of a kind, and each of them makes what is found round it. */
export const FEWEST_ASSETS = 5;

export interface KindOfAsset {
  readonly kind: string;
  readonly assets: readonly PlaceAsset[];
  readonly points: PointSet;
}

/** Assets no farther than `reach` metres from the box around the region, and how many lie beyond. */
export function assetsNear({ task, incidents }: StudyArea, box: Box, reach: number) {
  const all = task.places.assets;
  const { x, y } = placed(all, incidents.plane);
  const assets = all.filter(
    (_, i) =>
      x[i] >= box.minX - reach &&
      x[i] <= box.maxX + reach &&
      y[i] >= box.minY - reach &&
      y[i] <= box.maxY + reach,
  );
  return { assets, outside: all.length - assets.length };
}

/** The kinds that are wanted, by name; without a wish those with enough assets. */
export function kindsOf(
  assets: readonly PlaceAsset[],
  wanted: readonly string[],
  plane: Plane,
): KindOfAsset[] {
  const names = [...new Set(assets.map(({ kind }) => kind))].sort();
  return names.flatMap((kind) => {
    const own = assets.filter((asset) => asset.kind === kind);
    const chosen = wanted.length === 0 ? own.length >= FEWEST_ASSETS : wanted.includes(kind);
    return chosen ? [{ kind, assets: own, points: placed(own, plane) }] : [];
  });
}

export function placed(assets: readonly PlaceAsset[], plane: Plane): PointSet {
  return toPlane(
    plane,
    assets.map(({ lon }) => lon),
    assets.map(({ lat }) => lat),
  );
}
