import type { Backend } from './backend.ts';
import { type Change, record } from './change.ts';
import { parsed } from './json.ts';
import type { AuditStore } from './ports.ts';

export function auditStore({ db, write }: Backend): AuditStore {
  return {
    async of(objectKind, objectId) {
      const rows = await db
        .selectFrom('audit_entry')
        .leftJoin('user', 'user.id', 'audit_entry.actor')
        .selectAll('audit_entry')
        .select('user.name as actor_name')
        .where('object_kind', '=', objectKind)
        .where('object_id', '=', objectId)
        .orderBy('audit_entry.id')
        .execute();
      return rows.map((row) => ({
        id: row.id,
        at: row.at,
        actor: row.actor,
        actorName: row.actor_name,
        action: row.action,
        objectKind: row.object_kind,
        objectId: row.object_id,
        reason: row.reason,
        change: parsed<Change>(row.change),
      }));
    },
    async newest() {
      const { id } = await db
        .selectFrom('audit_entry')
        .select(({ fn }) => fn.max('id').as('id'))
        .executeTakeFirstOrThrow();
      return id ?? 0;
    },
    async after(id, limit) {
      const rows = await db
        .selectFrom('audit_entry')
        .select(['id', 'action', 'object_kind', 'object_id', 'change'])
        .where('id', '>', id)
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        id: row.id,
        action: row.action,
        objectKind: row.object_kind,
        objectId: row.object_id,
        change: parsed<Change>(row.change),
      }));
    },
    add: (entry, act) => write((transaction) => record(transaction, entry, act)),
  };
}
