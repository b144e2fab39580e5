import { kinks } from '@turf/kinks';
import type { Geometry } from 'geojson';

/** Whether two sides of a drawn outline cross: nothing can be counted inside it. */
export function crossesItself(shape: Geometry): boolean {
  if (shape.type !== 'Polygon') return false;
  return kinks({ type: 'Polygon', coordinates: shape.coordinates }).features.length > 0;
}
