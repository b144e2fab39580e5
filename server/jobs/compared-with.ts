import type { PointSet } from '../../analysis/point-set.ts';
import { valuesAt } from '../../analysis/values-at.ts';
import type { StudyArea } from './study-area.ts';

/** The incidents compared with that are not themselves among those of the filter, or among others of one's own. */
export function othersThan({ comparison, incidents }: StudyArea, ids = incidents.ids): PointSet {
  const compared = comparison();
  const own = ascending(ids);
  const kept = new Uint32Array(compared.ids.length);
  let size = 0;
  let at = 0;
  for (let i = 0; i < compared.ids.length; i++) {
    const id = compared.ids[i];
    // Ids ascend within a data set, and begin anew with the next.
    if (at > 0 && own[at - 1] >= id) at = 0;
    while (at < own.length && own[at] < id) at++;
    if (own[at] !== id) kept[size++] = i;
  }
  const rows = kept.subarray(0, size);
  return { x: valuesAt(compared.points.x, rows), y: valuesAt(compared.points.y, rows) };
}

function ascending(ids: Uint32Array): Uint32Array {
  for (let i = 1; i < ids.length; i++) if (ids[i] < ids[i - 1]) return ids.slice().sort();
  return ids;
}
