import type { FeatureCollection, Position } from 'geojson';
import type { Extent } from '../../../../map/extent.ts';

/** True when a street has a corner where incidents are: those of another city are of no use. */
export function anyStreetIn(streets: FeatureCollection | null, extents: readonly Extent[]): boolean {
  const holds = (position: Position) => isIn(position, extents);
  return (streets?.features ?? []).some(({ geometry }) => {
    if (geometry.type === 'LineString') return geometry.coordinates.some(holds);
    return geometry.type === 'MultiLineString' && geometry.coordinates.some((line) => line.some(holds));
  });
}

/** The assets where incidents are. */
export const assetsIn = <Asset extends { readonly position: Position }>(
  assets: readonly Asset[],
  extents: readonly Extent[],
): Asset[] => assets.filter(({ position }) => isIn(position, extents));

const isIn = ([lon, lat]: Position, extents: readonly Extent[]): boolean =>
  extents.some(([west, south, east, north]) => lon >= west && lon <= east && lat >= south && lat <= north);
