import type { Database } from 'better-sqlite3';
import type { AreaGeometry, Bounds } from '../domain/geometry.ts';
import type { NeverMappedKind } from '../domain/protected-assets.ts';
import { normaliseLabel } from '../domain/protected-categories.ts';
import { parsed } from './json.ts';
import type { DatasetKind, TimePrecision } from './ports.ts';

export interface TargetDataset {
  id: number;
  kind: DatasetKind;
  timezone: string;
  timePrecision: TimePrecision;
  version: number;
}

/** What a load asks the store before and while it runs. Works on any connection of the calling thread. */
export interface ImportLookup {
  /** By id or by name; hidden data sets are not found. */
  dataset(target: { datasetId: number } | { datasetName: string }): TargetDataset | null;
  recallMapping(shape: string): unknown;
  /** Outlines of the areas of the workspace; those of the demo area do not count. */
  areaGeometries(): AreaGeometry[];
  /** Where the workspace's own data lie. */
  knownBounds(): Bounds[];
  /** Categories the workspace has marked as protected: labels of files, and codes of the built-in scheme. */
  protectedCategories(): { labels: Set<string>; codes: Set<string> };
  /** Kinds of places that are never put on a map. */
  neverMappedKinds(): NeverMappedKind[];
  /** What tells the listed ones apart, for `featureKey` of server/imports/feature-load.ts. */
  protectedAssetKeys(): Set<string>;
  incidentKeys(datasetId: number): IterableIterator<[id: number, key: number]>;
  incidentCount(datasetId: number): number;
  /** What tells features of a data set apart, for `featureKey` of server/imports/feature-load.ts. */
  featureRows(kind: 'areas' | 'assets' | 'streets', datasetId: number): IterableIterator<FeatureRow>;
}

export interface FeatureRow {
  source_id: string | null;
  name: string;
  shape: string;
}

interface StoredFeature {
  source_id: string | null;
  name: string;
  shape?: string;
  lon?: number;
  lat?: number;
}

const FEATURE_QUERIES = {
  areas: 'SELECT source_id, name, geometry AS shape FROM area WHERE dataset_id = ? AND deleted_at IS NULL',
  assets:
    'SELECT source_id, kind || char(31) || name AS name, lon, lat FROM asset WHERE dataset_id = ? AND deleted_at IS NULL',
  streets: 'SELECT NULL AS source_id, name, geometry AS shape FROM street WHERE dataset_id = ?',
} as const;

export function importLookup(db: Database): ImportLookup {
  return {
    dataset(target) {
      const [column, value] =
        'datasetId' in target ? (['id', target.datasetId] as const) : (['name', target.datasetName] as const);
      const row = db
        .prepare<[string | number], TargetDataset>(
          `SELECT id, kind, timezone, time_precision AS timePrecision, version
           FROM dataset WHERE ${column} = ? AND deleted_at IS NULL`,
        )
        .get(value);
      return row ?? null;
    },
    recallMapping(shape) {
      const row = db
        .prepare<[string], { mapping: string }>('SELECT mapping FROM remembered_mapping WHERE shape = ?')
        .get(shape);
      return row ? parsed<unknown>(row.mapping) : null;
    },
    areaGeometries() {
      const rows = db
        .prepare<[], { geometry: string }>(
          `SELECT area.geometry FROM area LEFT JOIN dataset ON dataset.id = area.dataset_id
           WHERE area.deleted_at IS NULL AND dataset.deleted_at IS NULL AND coalesce(dataset.origin, 'user') = 'user'`,
        )
        .all();
      return rows.map(({ geometry }) => parsed<AreaGeometry>(geometry));
    },
    knownBounds() {
      return db
        .prepare<[], Bounds>(
          `SELECT min_lon, min_lat, max_lon, max_lat FROM dataset_summary
             JOIN dataset ON dataset.id = dataset_summary.dataset_id
             WHERE origin = 'user' AND deleted_at IS NULL AND min_lon IS NOT NULL
           UNION ALL
           SELECT min(min_lon), min(min_lat), max(max_lon), max(max_lat) FROM area
             JOIN dataset ON dataset.id = area.dataset_id
             WHERE origin = 'user' AND area.deleted_at IS NULL AND dataset.deleted_at IS NULL
             HAVING count(*) > 0`,
        )
        .raw()
        .all();
    },
    protectedCategories() {
      const rows = db
        .prepare<[], { scheme: string; code: string; name: string }>(
          "SELECT scheme, code, name FROM category WHERE protected <> 'none'",
        )
        .all();
      const isBuiltIn = ({ scheme }: { scheme: string }) => scheme === 'common-ground';
      return {
        labels: new Set(rows.filter((row) => !isBuiltIn(row)).map(({ name }) => normaliseLabel(name))),
        codes: new Set(rows.filter(isBuiltIn).map(({ code }) => code)),
      };
    },
    neverMappedKinds: () =>
      db.prepare<[], NeverMappedKind>('SELECT kind, name FROM never_mapped_kind ORDER BY kind').all(),
    protectedAssetKeys: () =>
      new Set(db.prepare<[], string>('SELECT kind || char(31) || name FROM protected_asset').pluck().all()),
    incidentKeys: (datasetId) =>
      db
        .prepare<[number], [number, number]>('SELECT id, dedupe_key FROM incident WHERE dataset_id = ?')
        .raw()
        .iterate(datasetId),
    incidentCount(datasetId) {
      const row = db
        .prepare<[number], { count: number }>('SELECT count(*) AS count FROM incident WHERE dataset_id = ?')
        .get(datasetId);
      return row?.count ?? 0;
    },
    *featureRows(kind, datasetId) {
      const rows = db.prepare<[number], StoredFeature>(FEATURE_QUERIES[kind]).iterate(datasetId);
      for (const { source_id, name, shape, lon, lat } of rows)
        yield { source_id, name, shape: shape ?? `${lon} ${lat}` };
    },
  };
}
