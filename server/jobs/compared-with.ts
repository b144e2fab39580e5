import type { PointSet } from '../../analysis/point-set.ts';
import type { StudyArea } from './study-area.ts';

/** The incidents compared with that are not themselves among those of the filter. */
export function othersThan({ comparison, incidents }: StudyArea): PointSet {
  const { ids, points } = comparison();
  const own = new Set(incidents.ids);
  const kept = Uint32Array.from(ids.keys()).filter((i) => !own.has(ids[i]));
  return { x: Float64Array.from(kept, (i) => points.x[i]), y: Float64Array.from(kept, (i) => points.y[i]) };
}
