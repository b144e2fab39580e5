import { crc32 } from 'node:zlib';
import { preparePolygon } from '../../analysis/prepared-polygon.ts';
import { type DwellingDensity, dwellingDensity } from '../domain/dwelling-floor.ts';
import { groundOf } from '../domain/geometry-ground.ts';
import { parsed } from './json.ts';
import type { Area } from './ports.ts';
import type { Database } from './tables.ts';

/** Changes whenever another area says how many homes it has, or one says something else. */
export async function dwellingsVersion(db: Database): Promise<string> {
  const rows = await areasWithDwellings(db).select(['area.id', 'area.version']).execute();
  return crc32(JSON.stringify(rows.map(({ id, version }) => [id, version]))).toString(36);
}

/** Null when no area says how many homes it has. */
export async function readDensity(db: Database): Promise<DwellingDensity | null> {
  const rows = await areasWithDwellings(db).select(['area.geometry', 'area.dwellings']).execute();
  if (rows.length === 0) return null;
  return dwellingDensity(
    rows.map((row) => {
      const geometry = parsed<Area['geometry']>(row.geometry);
      return {
        polygon: preparePolygon(geometry),
        squareMetres: groundOf(geometry),
        dwellings: row.dwellings ?? 0,
      };
    }),
  );
}

function areasWithDwellings(db: Database) {
  return db
    .selectFrom('area')
    .leftJoin('dataset', 'dataset.id', 'area.dataset_id')
    .where('dataset.deleted_at', 'is', null)
    .where('area.deleted_at', 'is', null)
    .where('area.dwellings', 'is not', null)
    .orderBy('area.id');
}
