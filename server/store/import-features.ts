import type { Database } from 'better-sqlite3';
import type { AreaGeometry, Bounds } from '../domain/geometry.ts';
import { boundsOf } from './geometry-bounds.ts';
import type { Act } from './ports.ts';

export interface AreaRow {
  kind: string;
  name: string;
  sourceId: string | null;
  geometry: AreaGeometry;
  population: number | null;
  dwellings: number | null;
}

export interface AssetRow {
  kind: string;
  name: string;
  sourceId: string | null;
  lon: number;
  lat: number;
  properties: Record<string, string | number | boolean | null>;
}

export interface ProtectedAssetRow {
  kind: string;
  name: string;
}

export interface StreetRow {
  name: string;
  class: string;
  geometry: object;
}
/** The import the rows belong to. */
interface InImport {
  dataset: { id: number };
  importId: string;
  act: Act;
}

/** Writes areas, assets and streets of an import. */
export function featureInserts(db: Database) {
  const area = db.prepare(
    `INSERT INTO area (dataset_id, import_id, kind, name, source_id, geometry, min_lon, min_lat, max_lon, max_lat, population,
       dwellings, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const asset = db.prepare(
    `INSERT INTO asset (dataset_id, import_id, kind, name, source_id, lon, lat, properties, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const protectedAsset = db.prepare(
    'INSERT INTO protected_asset (import_id, kind, name, created_at) VALUES (?, ?, ?, ?)',
  );
  const street = db.prepare(
    'INSERT INTO street (dataset_id, import_id, name, class, geometry) VALUES (?, ?, ?, ?, ?)',
  );
  return {
    area({ dataset, importId, act }: InImport, row: AreaRow): void {
      const box = boundsOf(row.geometry.coordinates) as Bounds;
      const geometry = JSON.stringify(row.geometry);
      area.run(
        dataset.id,
        importId,
        row.kind,
        row.name,
        row.sourceId,
        geometry,
        ...box,
        row.population,
        row.dwellings,
        act.at,
      );
    },
    asset({ dataset, importId, act }: InImport, row: AssetRow): void {
      const properties = JSON.stringify(row.properties);
      const { kind, name, sourceId, lon, lat } = row;
      asset.run(dataset.id, importId, kind, name, sourceId, lon, lat, properties, act.at);
    },
    protectedAsset({ importId, act }: InImport, { kind, name }: ProtectedAssetRow): void {
      protectedAsset.run(importId, kind, name, act.at);
    },
    street({ dataset, importId }: InImport, row: StreetRow): void {
      street.run(dataset.id, importId, row.name, row.class, JSON.stringify(row.geometry));
    },
  };
}
