import { containsPosition, type PreparedPolygon, preparePolygon } from '../../analysis/prepared-polygon.ts';
import type { AreaGeometry } from '../domain/geometry.ts';

/** Whether a position lies in any area of the area tree. */
export interface AreaTest {
  contains(lon: number, lat: number): boolean;
}

export function createAreaTest(geometries: readonly AreaGeometry[]): AreaTest | null {
  if (geometries.length === 0) return null;
  const polygons: PreparedPolygon[] = geometries.map(preparePolygon);
  // Rows of one area often follow each other.
  let latest = 0;
  return {
    contains(lon, lat) {
      if (containsPosition(polygons[latest], lon, lat)) return true;
      for (let i = 0; i < polygons.length; i++)
        if (i !== latest && containsPosition(polygons[i], lon, lat)) {
          latest = i;
          return true;
        }
      return false;
    },
  };
}
