import type { FeatureCollection, Position } from 'geojson';
import type { Extent } from '../../extent.ts';

/** True when a street has a corner where incidents are: those of another city are of no use. */
export function anyStreetIn(streets: FeatureCollection | null, extents: readonly Extent[]): boolean {
  const holds = ([lon, lat]: Position) =>
    extents.some(([west, south, east, north]) => lon >= west && lon <= east && lat >= south && lat <= north);
  return (streets?.features ?? []).some(({ geometry }) => {
    if (geometry.type === 'LineString') return geometry.coordinates.some(holds);
    return geometry.type === 'MultiLineString' && geometry.coordinates.some((line) => line.some(holds));
  });
}
