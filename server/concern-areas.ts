import { containsPosition, preparePolygon } from '../analysis/prepared-polygon.ts';
import type { AreaFinder } from './domain/concern-place.ts';
import { groundOf } from './domain/geometry-ground.ts';
import type { Area } from './store/ports.ts';

/** Finds official areas; those that were drawn by hand may be as small as a house and are none. */
export function findInAreas(areas: readonly Area[]): AreaFinder {
  const byId = new Map(areas.map((area) => [area.id, area]));
  const smallestFirst = areas
    .filter(({ kind }) => kind !== 'custom')
    .map((area) => ({ area, polygon: preparePolygon(area.geometry), ground: groundOf(area.geometry) }))
    .sort((a, b) => a.ground - b.ground || a.area.id - b.area.id);
  return {
    at: ([lon, lat], kinds) =>
      smallestFirst.find(
        ({ area, polygon }) => kinds.includes(area.kind) && containsPosition(polygon, lon, lat),
      )?.area.id ?? null,
    kindOf: (id) => byId.get(id)?.kind ?? null,
    above(id, kinds) {
      const seen = new Set<number>();
      for (let area = byId.get(id); area && !seen.has(area.id); area = byId.get(area.parentId ?? 0)) {
        if (kinds.includes(area.kind)) return area.id;
        seen.add(area.id);
      }
      return null;
    },
  };
}

/** An area with all that lies below it in the tree. */
export function areaAndBelow(id: number, areas: readonly Pick<Area, 'id' | 'parentId'>[]): number[] {
  const found = new Set([id]);
  for (let size = 0; size !== found.size; ) {
    size = found.size;
    for (const area of areas) if (area.parentId !== null && found.has(area.parentId)) found.add(area.id);
  }
  return [...found];
}
