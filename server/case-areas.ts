import type { AppDeps } from './deps.ts';
import { areaAndBelow } from './concern-areas.ts';
import { withCoarseShapes } from './domain/coarse-shapes.ts';
import type { AreaGeometry } from './domain/geometry.ts';
import { groundOf as squareMetresOf } from './domain/geometry-ground.ts';
import { type Ground, groundOf, liesIn } from './domain/lies-in.ts';
import { placeOfCase } from './domain/places.ts';
import type { Area, CaseOutline } from './store/ports.ts';

type Placed = Pick<CaseOutline, 'id' | 'geometry' | 'rule'>;

/**
 * In which areas cases lie: those their rule names, or else the smallest official one that holds the whole shape. For
 * whoever sees coarse shapes it is the coarse shape that lies there.
 */
export function createCaseAreas({ store }: Pick<AppDeps, 'store'>) {
  /** Preparing an outline takes longer than asking it. */
  const prepared = new Map<string, Ground>();

  function groundIn({ id, version, geometry }: Area): Ground {
    const key = `${id}:${version}`;
    const ground = prepared.get(key) ?? groundOf(geometry);
    prepared.set(key, ground);
    return ground;
  }

  async function look(isExact: boolean) {
    const areas = await store.areas.list();
    const byId = new Map(areas.map((area) => [area.id, area]));
    const shapesOf = async (ids: readonly number[]): Promise<AreaGeometry[] | null> => {
      const found = ids.flatMap((id) => byId.get(id)?.geometry ?? []);
      return found.length === ids.length ? found : null;
    };
    const placeOf = (one: Placed) => placeOfCase(isExact ? one : withCoarseShapes(one), shapesOf);
    return { areas, placeOf };
  }

  return {
    /** The areas of each case, by its id. */
    async of(cases: readonly Placed[], isExact: boolean): Promise<Map<string, number[]>> {
      const { areas, placeOf } = await look(isExact);
      const smallestFirst = areas
        .filter(({ kind }) => kind !== 'custom')
        .map((area) => ({ area, size: squareMetresOf(area.geometry) }))
        .sort((a, b) => a.size - b.size || a.area.id - b.area.id)
        .map(({ area }) => area);
      const known = new Set(areas.map(({ id }) => id));
      const found = await Promise.all(
        cases.map(async (one): Promise<[string, number[]]> => {
          const named = one.geometry || one.rule?.geometry ? [] : (one.rule?.areas ?? []);
          if (named.length > 0) return [one.id, named.filter((id) => known.has(id))];
          const place = await placeOf(one);
          const holds = (area: Area) => place?.every((shape) => liesIn(shape, groundIn(area)));
          const smallest = place === null ? undefined : smallestFirst.find(holds);
          return [one.id, smallest ? [smallest.id] : []];
        }),
      );
      return new Map(found);
    },
    /** Ids of the cases that lie in an area, or are about it or what lies below it in the tree. */
    async inside(areaId: number, cases: readonly Placed[], isExact: boolean): Promise<string[]> {
      const { areas, placeOf } = await look(isExact);
      const below = new Set(areaAndBelow(areaId, areas));
      const asked = areas.find(({ id }) => id === areaId);
      if (!asked) return [];
      const ground = groundIn(asked);
      const found = await Promise.all(
        cases.map(async (one) => {
          const named = one.rule?.areas ?? [];
          if (!one.geometry && !one.rule?.geometry && named.some((id) => below.has(id))) return [one.id];
          const place = await placeOf(one);
          return place?.every((shape) => liesIn(shape, ground)) ? [one.id] : [];
        }),
      );
      return found.flat();
    },
  };
}
