import type { Database } from 'better-sqlite3';
import { isLinked, type Link } from '../../domain/link.ts';
import type { LinkGuard } from '../backend.ts';
import { type LinkRow, linkOf } from '../links.ts';
import type { Act, AuditLine } from '../ports.ts';
import { addAuditEntry } from './audit-log.ts';
import { rebuildSnapshot } from './column-snapshot.ts';

/**
 * Takes the rows of one import out again; the record of it stays. The caller holds the transaction.
 * False when it was undone already; the links when something links to it.
 */
export function undoImport(
  db: Database,
  importId: string,
  act: Act,
  guard?: LinkGuard,
): boolean | readonly Link[] {
  const links = guard ? linksNow(db, guard.asks) : [];
  if (guard && isLinked(links, guard.known)) return links;
  const marked = db
    .prepare<[string, string], { dataset_id: number }>(
      'UPDATE import SET undone_at = ? WHERE id = ? AND undone_at IS NULL RETURNING dataset_id',
    )
    .get(act.at, importId);
  if (!marked) return false;
  const datasetId = marked.dataset_id;
  takeOutRows(db, datasetId, importId, act.at);
  const { version, kind } = db
    .prepare<[number], { version: number; kind: string }>(
      'UPDATE dataset SET version = version + 1 WHERE id = ? RETURNING version, kind',
    )
    .get(datasetId)!;
  if (kind === 'incidents') rebuildSnapshot(db, datasetId, version);
  const change: AuditLine['change'] = { undoneAt: [null, act.at] };
  addAuditEntry(db, { action: 'undo', objectKind: 'import', objectId: importId, change }, act);
  return true;
}

function linksNow(db: Database, asks: LinkGuard['asks']): Link[] {
  return asks.flatMap(({ sql, parameters, holds }) =>
    db
      .prepare<unknown[], LinkRow>(sql)
      .all(...parameters)
      .map((row) => linkOf(row, holds)),
  );
}

/** Areas and assets may be pointed at by other records, so they are hidden; incidents and streets are gone. */
function takeOutRows(db: Database, datasetId: number, importId: string, at: string): void {
  for (const table of ['incident', 'street'])
    db.prepare(`DELETE FROM ${table} WHERE dataset_id = ? AND import_id = ?`).run(datasetId, importId);
  db.prepare('DELETE FROM protected_asset WHERE import_id = ?').run(importId);
  for (const table of ['area', 'asset'])
    db.prepare(
      `UPDATE ${table} SET deleted_at = ?, version = version + 1
       WHERE dataset_id = ? AND import_id = ? AND deleted_at IS NULL`,
    ).run(at, datasetId, importId);
}
