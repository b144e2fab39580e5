import { DEGREE, FLAG_APPROXIMATE, MISSING } from '../../analysis/incident-columns.ts';
import { middleOf } from '../../analysis/point-set.ts';
import type { Plane } from '../../analysis/projection.ts';
import { withoutStrays } from '../../analysis/stray-positions.ts';
import type { Task } from './task.ts';

/** Positions (in stored units) and times of the wanted incidents. */
export interface LocatedIncidents {
  readonly ids: Uint32Array;
  readonly lon: Int32Array;
  readonly lat: Int32Array;
  readonly from: Int32Array;
  readonly flags: Uint8Array;
  readonly category: Uint16Array;
  readonly unlocated: number;
  readonly approximate: number;
  readonly stray: number;
}

export function locatedIncidents({ datasets, ids }: Pick<Task, 'datasets' | 'ids'>): LocatedIncidents {
  const held = {
    ids: new Uint32Array(ids.length),
    lon: new Int32Array(ids.length),
    lat: new Int32Array(ids.length),
    from: new Int32Array(ids.length),
    flags: new Uint8Array(ids.length),
    category: new Uint16Array(ids.length),
  };
  let size = 0;
  let unlocated = 0;
  let approximate = 0;
  eachWanted({ datasets, ids }, (columns, row) => {
    if (columns.lon[row] === MISSING || columns.lat[row] === MISSING) {
      unlocated++;
      return;
    }
    if ((columns.flags[row] & FLAG_APPROXIMATE) !== 0) approximate++;
    held.lon[size] = columns.lon[row];
    held.lat[size] = columns.lat[row];
    held.from[size] = columns.from[row];
    held.flags[size] = columns.flags[row];
    held.category[size] = columns.category[row];
    held.ids[size++] = columns.id[row];
  });
  return {
    ids: held.ids.subarray(0, size),
    lon: held.lon.subarray(0, size),
    lat: held.lat.subarray(0, size),
    from: held.from.subarray(0, size),
    flags: held.flags.subarray(0, size),
    category: held.category.subarray(0, size),
    unlocated,
    approximate,
    stray: 0,
  };
}

/** Calls `visit` with the row of each wanted incident. */
export function eachWanted(
  { datasets, ids }: Pick<Task, 'datasets' | 'ids'>,
  visit: (columns: Task['datasets'][number], row: number) => void,
): void {
  for (const columns of datasets) {
    let at = 0;
    for (let row = 0; row < columns.length && at < ids.length; row++) {
      const id = columns.id[row];
      while (ids[at] < id) at++;
      if (ids[at] === id) visit(columns, row);
    }
  }
}

/** Without a region of its own a run covers the place the incidents are about, not the way to a wrong coordinate. */
export function withinReach(located: LocatedIncidents): LocatedIncidents {
  const kept = withoutStrays(located.lon, located.lat, DEGREE);
  if (kept === null) return located;
  // The arrays are this run's own, so what is kept moves up in place.
  const { ids, lon, lat, from, flags, category } = located;
  for (const column of [ids, lon, lat, from, flags, category])
    for (let i = 0; i < kept.length; i++) column[i] = column[kept[i]];
  const size = kept.length;
  return {
    ...located,
    ids: ids.subarray(0, size),
    lon: lon.subarray(0, size),
    lat: lat.subarray(0, size),
    from: from.subarray(0, size),
    flags: flags.subarray(0, size),
    category: category.subarray(0, size),
    stray: located.ids.length - size,
  };
}

/** Of the region when there is one, so that runs over the same region have the same cells. */
export function centreOf(
  regions: Task['regions'],
  located: Pick<LocatedIncidents, 'lon' | 'lat'>,
): Plane | null {
  if (regions === null) return middleOf(located.lon, located.lat, DEGREE);
  const corners = regions.flat(3);
  return middleOf(
    corners.map(([lon]) => lon),
    corners.map(([, lat]) => lat),
  );
}
