import { createHash } from 'node:crypto';
import { type PreparedPolygon, preparePolygon } from '../../analysis/prepared-polygon.ts';
import { type Grant, isExactEverywhere, reachOf } from '../domain/grants.ts';
import { areaGeometries, areaVersions } from './areas.ts';
import type { Viewer } from './ports.ts';
import type { Database } from './tables.ts';
import type { Reach, Sight } from './visible-to.ts';

const EVERYTHING: Sight = { key: 'exact', exact: 'everywhere', cell: 'everywhere' };
/** Shapes kept ready. */
const MOST_KEPT = 100;

/** Finds what a viewer's grants mean on the areas of today. An area that is gone gives nothing. */
export function sightReader(db: Database): (viewer: Viewer) => Promise<Sight> {
  const shapes = new Map<string, Promise<PreparedPolygon[]>>();
  const shapeOf = (id: number, version: number): Promise<PreparedPolygon[]> => {
    const key = `${id} ${version}`;
    const known = shapes.get(key) ?? areaGeometries(db, [id]).then((found) => found.map(preparePolygon));
    shapes.set(key, known);
    known.catch(() => shapes.delete(key));
    if (shapes.size > MOST_KEPT) shapes.delete(shapes.keys().next().value ?? key);
    return known;
  };
  return async ({ grants }) => {
    if (isExactEverywhere(grants)) return EVERYTHING;
    const versions = await areaVersions(db, areasOf(grants));
    const reach = async (tier: Grant['tier']): Promise<Reach> => {
      const ids = reachOf(grants, tier);
      if (ids === 'everywhere') return ids;
      const held = versions.filter(([id]) => ids.includes(id));
      return (await Promise.all(held.map(([id, version]) => shapeOf(id, version)))).flat();
    };
    const key = createHash('sha256')
      .update(JSON.stringify([grants, versions]))
      .digest('hex')
      .slice(0, 16);
    return { key, exact: await reach('exact'), cell: await reach('cell') };
  };
}

/** The areas a viewer sees exactly, with their versions (0: gone); none of them when that is everywhere. */
export async function exactAreas(db: Database, { grants }: Viewer): Promise<[number, number][]> {
  const reach = reachOf(grants, 'exact');
  if (reach === 'everywhere') return [];
  const versions = new Map(await areaVersions(db, reach));
  return reach.map((id) => [id, versions.get(id) ?? 0]);
}

function areasOf(grants: readonly Grant[]): number[] {
  return [...new Set(grants.flatMap(({ area }) => (area === null ? [] : [area])))];
}
