import { containsPosition, preparePolygon } from '../../../../../analysis/prepared-polygon.ts';
import type { MapArea } from '../../../../map/scene.ts';

/**
 * Name of the smallest area round a position, neighbourhoods before all others and names before numbers; null where there
 * is none.
 */
export function areaNameAt([lon, lat]: readonly [number, number], areas: readonly MapArea[]): string | null {
  const size = ({ bounds: [west, south, east, north] }: MapArea) => (east - west) * (north - south);
  const rank = ({ kind, name }: MapArea) =>
    Number(/\p{Number}/u.test(name)) * 2 + Number(kind !== 'neighbourhood');
  const near = areas
    .filter(
      ({ bounds: [west, south, east, north] }) => lon >= west && lon <= east && lat >= south && lat <= north,
    )
    .sort((a, b) => rank(a) - rank(b) || size(a) - size(b));
  const found = near.find(({ geometry }) => {
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return false;
    return containsPosition(preparePolygon(geometry), lon, lat);
  });
  return found?.name ?? null;
}
