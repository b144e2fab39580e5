import type { Database } from 'better-sqlite3';
import { CHAIN_START, chainHash } from '../audit-chain.ts';
import type { Act, AuditLine } from '../ports.ts';

/** Adds an entry to the history over a plain connection. The caller holds the transaction. */
export function addAuditEntry(
  db: Database,
  { action, objectKind, objectId, change = {} }: AuditLine,
  act: Act,
): void {
  const last = db
    .prepare<[], { id: number; hash: string }>('SELECT id, hash FROM audit_entry ORDER BY id DESC LIMIT 1')
    .get();
  const entry = {
    id: (last?.id ?? 0) + 1,
    at: act.at,
    actor: act.actor,
    action,
    objectKind,
    objectId,
    reason: act.reason ?? '',
    change: JSON.stringify(change),
  };
  db.prepare(
    `INSERT INTO audit_entry (id, at, actor, action, object_kind, object_id, reason, change, hash)
     VALUES (:id, :at, :actor, :action, :objectKind, :objectId, :reason, :change, :hash)`,
  ).run({ ...entry, hash: chainHash(last?.hash ?? CHAIN_START, entry) });
}

/** Chains the entries that were written before there was a chain. */
export function chainOldEntries(db: Database): void {
  const missing = db.prepare('SELECT 1 FROM audit_entry WHERE hash IS NULL LIMIT 1');
  if (missing.get() === undefined) return;
  db.transaction(() => {
    const entries = db
      .prepare<[], Parameters<typeof chainHash>[1] & { hash: string | null }>(
        `SELECT id, at, actor, action, object_kind AS objectKind, object_id AS objectId, reason, change, hash
         FROM audit_entry ORDER BY id`,
      )
      .all();
    const write = db.prepare('UPDATE audit_entry SET hash = ? WHERE id = ?');
    let before = CHAIN_START;
    for (const { hash, ...entry } of entries) {
      if (hash === null) write.run(chainHash(before, entry), entry.id);
      before = hash ?? chainHash(before, entry);
    }
  }).immediate();
}
