import type { Database } from 'better-sqlite3';
import type { StoreTrouble } from '../../store-trouble.ts';
import type { Act } from '../ports.ts';
import { hasSnapshot, rebuildSnapshot } from './column-snapshot.ts';
import { undoImport } from './undo-import.ts';

/** Writes that touch a whole data set: done in a worker thread, in one transaction. */
export type LongWork =
  | { kind: 'rebuild-snapshot'; datasetId: number; version: number }
  | { kind: 'undo-import'; importId: string; act: Act };

/** What the worker says at its end. */
export type LongWorkReply =
  | { outcome: 'finished'; done: boolean }
  | { outcome: 'busy' }
  | { outcome: 'trouble'; trouble: StoreTrouble }
  | { outcome: 'failed'; message: string };

/** The caller holds the transaction. False when there was nothing to do any more. */
export function doLongWork(db: Database, work: LongWork): boolean {
  switch (work.kind) {
    case 'rebuild-snapshot':
      return rebuildIfMissing(db, work.datasetId, work.version);
    case 'undo-import':
      return undoImport(db, work.importId, work.act);
  }
}

/** Another process may have done it, or changed the data set, while this one waited for the write lock. */
function rebuildIfMissing(db: Database, datasetId: number, version: number): boolean {
  const dataset = db
    .prepare<[number], { version: number }>('SELECT version FROM dataset WHERE id = ?')
    .get(datasetId);
  if (dataset?.version !== version) return false;
  if (!hasSnapshot(db, datasetId, version)) rebuildSnapshot(db, datasetId, version);
  return true;
}
