import type { Database } from 'better-sqlite3';
import type { Link } from '../../domain/link.ts';
import type { RetentionRules } from '../../domain/retention.ts';
import type { StoreTrouble } from '../../store-trouble.ts';
import type { LinkGuard } from '../backend.ts';
import type { Act } from '../ports.ts';
import { hasSnapshot, rebuildSnapshot } from './column-snapshot.ts';
import { countRunOut, takeOutRunOut } from './retain.ts';
import { undoImport } from './undo-import.ts';
import { writeContent } from './write-content.ts';

/** What may take long: done in a worker thread, in one transaction; the log is moved into the file outside of any. */
export type LongWork =
  | { kind: 'wipe-log' }
  | { kind: 'write-content'; attachmentId: string; content: Uint8Array }
  | { kind: 'rebuild-snapshot'; datasetId: number; version: number }
  | { kind: 'undo-import'; importId: string; act: Act; guard?: LinkGuard | undefined }
  | { kind: 'count-run-out'; rules: RetentionRules; at: string }
  | { kind: 'take-out-run-out'; datasetId: number; rules: RetentionRules; act: Act };

/** Whether it was done; the digest of what was written; how many incidents have run out, by category; how many were taken out; what kept it from being done. */
export type LongWorkResult = boolean | string | Map<number, number> | number | readonly Link[];

/** What the worker says at its end. */
export type LongWorkReply =
  | { outcome: 'finished'; done: LongWorkResult }
  | { outcome: 'busy' }
  | { outcome: 'trouble'; trouble: StoreTrouble }
  | { outcome: 'failed'; message: string };

/** The caller holds the transaction. False when there was nothing to do any more. */
export function doLongWork(db: Database, work: Exclude<LongWork, { kind: 'wipe-log' }>): LongWorkResult {
  switch (work.kind) {
    case 'write-content':
      return writeContent(db, work.attachmentId, work.content);
    case 'rebuild-snapshot':
      return rebuildIfMissing(db, work.datasetId, work.version);
    case 'undo-import':
      return undoImport(db, work.importId, work.act, work.guard);
    case 'count-run-out':
      return countRunOut(db, work.rules, new Date(work.at));
    case 'take-out-run-out':
      return takeOutRunOut(db, work.datasetId, work.rules, work.act);
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
