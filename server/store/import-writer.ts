import type { Database } from 'better-sqlite3';
import type { CategoryScheme } from '../domain/protected-categories.ts';
import { AppError, Conflict, NotFound } from '../errors.ts';
import { categoryId, ensureScheme } from './import-categories.ts';
import {
  type AreaRow,
  type AssetRow,
  featureInserts,
  type ProtectedAssetRow,
  type StreetRow,
} from './import-features.ts';
import { type ImportLookup, importLookup, type TargetDataset } from './import-lookup.ts';
import type { Act, DatasetKind, ImportRecord, RefusedRow, TimePrecision } from './ports.ts';
import { addAuditEntry } from './sqlite/audit-log.ts';
import { rebuildSnapshot } from './sqlite/column-snapshot.ts';
import { openWriter } from './sqlite/connect.ts';

/**
 * Writes one import in one transaction on a connection of its own, in a worker thread. The statements are prepared
 * ones of the driver: a million rows go through here.
 */
export interface ImportWriter {
  readonly lookup: ImportLookup;
  begin(): void;
  /** Undoes everything since `begin`, if anything. */
  rollback(): void;
  /** Opens the import of a data set, which is made when it does not exist. */
  open(input: OpenInput): OpenedImport;
  /** Id of the stored category of a label; made when needed. */
  categoryId(label: string, builtIn: string | null): number;
  incident(row: IncidentRow): number;
  /** Whether the incident with this id is the row. */
  isSameIncident(id: number, row: IncidentRow): boolean;
  area(row: AreaRow): void;
  asset(row: AssetRow): void;
  /** A place that is never put on a map. */
  protectedAsset(row: ProtectedAssetRow): void;
  street(row: StreetRow): void;
  refused(row: RefusedRow): void;
  /** Counts, data version, columns, history; then commits. */
  finish(outcome: ImportOutcome): ImportRecord;
  close(): void;
}

export interface OpenInput {
  importId: string;
  fileName: string;
  mapping: unknown;
  target: { datasetId: number } | { datasetName: string };
  kind: DatasetKind;
  timezone: string;
  timePrecision: TimePrecision;
  locationMethod: string | null;
  act: Act;
}

export interface OpenedImport {
  dataset: TargetDataset;
  isNew: boolean;
  /** Id the first stored incident will get. */
  firstId: number;
}

export interface IncidentRow {
  categoryId: number;
  sourceId: string | null;
  key: number;
  from: number | null;
  to: number | null;
  reported: number | null;
  lon: number | null;
  lat: number | null;
  accuracy: number | null;
  place: string | null;
  flags: number;
}

export type ImportOutcome = Pick<
  ImportRecord,
  'read' | 'stored' | 'unlocated' | 'duplicates' | 'refused' | 'flagged' | 'bbox' | 'from' | 'to' | 'seconds'
> & { remember: { shape: string; mapping: unknown } | null };

const WAIT = 60_000;
const COARSENESS: readonly TimePrecision[] = ['instant', 'day', 'month'];

export function openImportWriter(file: string, scheme: CategoryScheme): ImportWriter {
  const db = openWriter(file, WAIT);
  db.pragma('cache_size = -65536');
  db.pragma('temp_store = MEMORY');
  const lookup = importLookup(db);
  let opened: (OpenInput & OpenedImport) | null = null;
  let insertIncident: ((row: IncidentRow) => void) | null = null;
  let nextId = 0;
  const current = () => {
    if (!opened) throw new Error('The import was not opened.');
    return opened;
  };
  const refusedRow = db.prepare(
    'INSERT INTO refused_row (import_id, line, reason, detail, cells) VALUES (?, ?, ?, ?, ?)',
  );
  const sameRow = db
    .prepare<[number], (string | number | null)[]>(
      'SELECT source_id, occurred_from, occurred_to, lon, lat, category_id, place_text FROM incident WHERE id = ?',
    )
    .raw();
  const features = featureInserts(db);

  return {
    lookup,
    begin() {
      try {
        db.exec('BEGIN IMMEDIATE');
      } catch (error) {
        throw isBusy(error) ? storeBusy() : error;
      }
    },
    rollback() {
      if (db.inTransaction) db.exec('ROLLBACK');
    },
    open(input) {
      const known = lookup.dataset(input.target);
      if (known && known.kind !== input.kind)
        throw new Conflict(
          'wrong_kind',
          `The data set holds ${known.kind}, not ${input.kind}: choose another name.`,
        );
      const dataset = known ?? createDataset(db, input);
      nextId = nextIncidentId(db);
      opened = { ...input, dataset, isNew: known === null, firstId: nextId };
      insertImport(db, opened);
      insertIncident = incidentInsert(db, dataset.id, input.importId, input.locationMethod);
      ensureScheme(db, scheme);
      return { dataset, isNew: opened.isNew, firstId: nextId };
    },
    categoryId: (label, builtIn) => categoryId(db, scheme, label, builtIn),
    incident(row) {
      insertIncident?.(row);
      return nextId++;
    },
    isSameIncident(id, row) {
      const found = sameRow.get(id);
      if (!found) return false;
      const [sourceId, from, to, lon, lat, category, place] = found;
      if (row.sourceId !== null) return sourceId === row.sourceId;
      return (
        sourceId === null &&
        from === row.from &&
        to === row.to &&
        lon === row.lon &&
        lat === row.lat &&
        category === row.categoryId &&
        place === row.place
      );
    },
    area: (row) => features.area(current(), row),
    asset: (row) => features.asset(current(), row),
    protectedAsset: (row) => features.protectedAsset(current(), row),
    street: (row) => features.street(current(), row),
    refused({ line, reason, detail, cells }) {
      refusedRow.run(current().importId, line, reason, detail, JSON.stringify(cells));
    },
    finish(outcome) {
      const { dataset, importId, kind, isNew, timePrecision, act } = current();
      const changed = isNew || outcome.stored + outcome.unlocated > 0;
      const version = dataset.version + (changed && !isNew ? 1 : 0);
      if (changed) {
        const precision = coarser(dataset.timePrecision, timePrecision);
        db.prepare('UPDATE dataset SET version = ?, time_precision = ? WHERE id = ?').run(
          version,
          precision,
          dataset.id,
        );
        if (kind === 'incidents') rebuildSnapshot(db, dataset.id, version);
      }
      finishImport(db, importId, outcome);
      recordHistory(db, current(), outcome);
      if (outcome.remember) rememberMapping(db, outcome.remember, act.at);
      db.exec('COMMIT');
      return recordOf(current(), outcome);
    },
    close() {
      if (!db.open) return;
      if (db.inTransaction) db.exec('ROLLBACK');
      // Moves the rows out of the log here, so that no later write of the main thread has to.
      db.pragma('wal_checkpoint(PASSIVE)');
      db.close();
    },
  };
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}

function storeBusy(): AppError {
  return new AppError(503, 'store_busy', 'Another import is being stored: try again when it has finished.');
}

function createDataset(
  db: Database,
  { target, kind, timezone, timePrecision, act }: OpenInput,
): TargetDataset {
  if (!('datasetName' in target)) throw new NotFound('data set');
  const { lastInsertRowid } = db
    .prepare('INSERT INTO dataset (name, kind, timezone, time_precision, created_at) VALUES (?, ?, ?, ?, ?)')
    .run(target.datasetName, kind, timezone, timePrecision, act.at);
  const id = Number(lastInsertRowid);
  audit(db, act, 'create', 'dataset', String(id), { name: [null, target.datasetName], kind: [null, kind] });
  return { id, kind, timezone, timePrecision, version: 1 };
}

/** Ids are never given twice, so this is not the greatest id plus one: rows may have been taken out again. */
function nextIncidentId(db: Database): number {
  const { next } = db
    .prepare<[], { next: number }>(
      "SELECT coalesce(max(seq), 0) + 1 AS next FROM sqlite_sequence WHERE name = 'incident'",
    )
    .get()!;
  return next;
}

/** First, with no counts yet, so that its rows can point to it. */
function insertImport(
  db: Database,
  { importId, dataset, fileName, mapping, act }: OpenInput & OpenedImport,
): void {
  db.prepare(
    `INSERT INTO import (id, dataset_id, file_name, mapping, read_rows, stored, unlocated, duplicates, refused, seconds,
       created_by, created_at)
     VALUES (?, ?, ?, ?, 0, 0, 0, 0, '{}', 0, ?, ?)`,
  ).run(importId, dataset.id, fileName, JSON.stringify(mapping), act.actor, act.at);
}

function finishImport(db: Database, importId: string, o: ImportOutcome): void {
  db.prepare(
    `UPDATE import SET read_rows = ?, stored = ?, unlocated = ?, duplicates = ?, refused = ?, flagged = ?, bbox = ?,
       time_from = ?, time_to = ?, seconds = ? WHERE id = ?`,
  ).run(
    o.read,
    o.stored,
    o.unlocated,
    o.duplicates,
    JSON.stringify(o.refused),
    JSON.stringify(o.flagged),
    o.bbox && JSON.stringify(o.bbox),
    o.from,
    o.to,
    o.seconds,
    importId,
  );
}

/** What is the same in every row is part of the statement: every bound value costs time a million times. */
function incidentInsert(
  db: Database,
  datasetId: number,
  importId: string,
  locationMethod: string | null,
): (row: IncidentRow) => void {
  const quoted = (text: string | null) => (text === null ? 'NULL' : `'${text.replace(/'/g, "''")}'`);
  const statement = db.prepare(
    `INSERT INTO incident (dataset_id, import_id, category_id, source_id, dedupe_key, occurred_from, occurred_to,
       reported_at, lon, lat, accuracy_m, location_method, place_text, flags)
     VALUES (${datasetId}, ${quoted(importId)}, ?, ?, ?, ?, ?, ?, ?, ?, ?, ${quoted(locationMethod)}, ?, ?)`,
  );
  return (row) => {
    statement.run(
      row.categoryId,
      row.sourceId,
      row.key,
      row.from,
      row.to,
      row.reported,
      row.lon,
      row.lat,
      row.accuracy,
      row.place,
      row.flags,
    );
  };
}

function recordHistory(
  db: Database,
  { importId, dataset, act }: OpenInput & OpenedImport,
  o: ImportOutcome,
): void {
  const refused = Object.values(o.refused).reduce((sum, count) => sum + count, 0);
  audit(db, act, 'import', 'dataset', String(dataset.id), {
    import: [null, importId],
    read: [null, o.read],
    stored: [null, o.stored],
    unlocated: [null, o.unlocated],
    duplicates: [null, o.duplicates],
    refused: [null, refused],
  });
}

function audit(
  db: Database,
  act: Act,
  action: string,
  objectKind: string,
  objectId: string,
  change: Record<string, [unknown, unknown]>,
): void {
  addAuditEntry(db, { action, objectKind, objectId, change }, act);
}

function rememberMapping(
  db: Database,
  { shape, mapping }: { shape: string; mapping: unknown },
  at: string,
): void {
  db.prepare(
    `INSERT INTO remembered_mapping (shape, mapping, updated_at) VALUES (?, ?, ?)
     ON CONFLICT (shape) DO UPDATE SET mapping = excluded.mapping, updated_at = excluded.updated_at`,
  ).run(shape, JSON.stringify(mapping), at);
}

function coarser(a: TimePrecision, b: TimePrecision): TimePrecision {
  return COARSENESS[Math.max(COARSENESS.indexOf(a), COARSENESS.indexOf(b))];
}

function recordOf(
  { importId, dataset, fileName, mapping, act }: OpenInput & OpenedImport,
  { remember: _, ...counts }: ImportOutcome,
): ImportRecord {
  return {
    id: importId,
    datasetId: dataset.id,
    fileName,
    mapping,
    ...counts,
    createdBy: act.actor,
    createdAt: act.at,
    undoneAt: null,
  };
}
