import { containsPosition, preparePolygon } from '../analysis/prepared-polygon.ts';
import type { AppDeps } from './deps.ts';
import type { Grant } from './domain/grants.ts';

/** Those of the exact grants that hold at a place: by which of them somebody saw what is there. */
export async function grantsAt(
  { store }: Pick<AppDeps, 'store'>,
  grants: readonly Grant[],
  position: readonly [number, number] | null,
): Promise<Grant[]> {
  const holding = await Promise.all(
    grants.map(async ({ tier, area }) => {
      if (tier !== 'exact') return false;
      if (area === null) return true;
      const found = position && (await store.areas.get(area));
      return found ? containsPosition(preparePolygon(found.geometry), position[0], position[1]) : false;
    }),
  );
  return grants.filter((_, i) => holding[i]);
}
