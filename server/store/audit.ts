import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Selectable, type SqlBool, sql } from 'kysely';
import type { Tier } from '../domain/grants.ts';
import { cursorOf, keyOf } from '../keyset.ts';
import { CHAIN_START, chainHash } from './audit-chain.ts';
import type { Backend } from './backend.ts';
import { type Change, record } from './change.ts';
import { parsed } from './json.ts';
import type { AuditEntry, AuditStore } from './ports.ts';
import type { Tables } from './tables.ts';

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
        .where('action', '!=', 'read')
        .orderBy('audit_entry.id')
        .execute();
      return rows.map(entryOf);
    },
    async count({ objectKind }) {
      const { count } = await db
        .selectFrom('audit_entry')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('object_kind', '=', objectKind)
        .executeTakeFirstOrThrow();
      return Number(count);
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
    async page(filter, { after, limit }) {
      const rows = await db
        .selectFrom('audit_entry')
        .leftJoin('user', 'user.id', 'audit_entry.actor')
        .selectAll('audit_entry')
        .select('user.name as actor_name')
        .$if(filter.actor !== undefined, (query) => query.where('actor', '=', filter.actor ?? ''))
        .$if(filter.action !== undefined, (query) => query.where('action', '=', filter.action ?? ''))
        .$if(filter.objectKind !== undefined, (query) =>
          query.where('object_kind', '=', filter.objectKind ?? ''),
        )
        .$if(filter.objectId !== undefined, (query) => query.where('object_id', '=', filter.objectId ?? ''))
        .$if(filter.precision !== undefined, (query) =>
          query.where('action', '=', 'read').where(gaveAs(filter.precision ?? 'exact')),
        )
        .$if(filter.from !== undefined, (query) => query.where('at', '>=', filter.from ?? ''))
        .$if(filter.to !== undefined, (query) => query.where('at', '<', filter.to ?? ''))
        .$if(after !== undefined, (query) =>
          query.where('audit_entry.id', '<', Number(keyOf(after ?? '', 1)[0])),
        )
        .orderBy('audit_entry.id', 'desc')
        .limit(limit + 1)
        .execute();
      const items = rows.slice(0, limit).map((row) => ({ ...entryOf(row), hash: row.hash }));
      const last = items.at(-1);
      return { items, next: rows.length > limit && last ? cursorOf(last.id) : null };
    },
    async verify() {
      let before = CHAIN_START;
      let entries = 0;
      for (let from = 0; ; ) {
        const rows = await db
          .selectFrom('audit_entry')
          .selectAll()
          .where('id', '>', from)
          .orderBy('id')
          .limit(VERIFIED_AT_ONCE)
          .execute();
        for (const row of rows) {
          const { object_kind: objectKind, object_id: objectId, hash, ...rest } = row;
          if (row.id !== entries + 1 || chainHash(before, { ...rest, objectKind, objectId }) !== hash)
            return { entries, head: before, brokenAt: row.id };
          before = hash;
          entries++;
        }
        if (rows.length < VERIFIED_AT_ONCE) return { entries, head: before, brokenAt: null };
        from = entries;
        await nextTurn();
      }
    },
    add: (line, act) => write((transaction) => record(transaction, line, act)),
    addAll: (lines) =>
      write(async (transaction) => {
        for (const { line, act } of lines) await record(transaction, line, act);
      }),
  };
}

/** As `grantsText` writes it: "exact in area 3, else cell". The first half is what the index of those entries says. */
const gaveAs = (tier: Tier) => sql<SqlBool>`
  json_extract(change, '$.precision[1]') IS NOT NULL
  AND instr(json_extract(change, '$.precision[1]'), ${tier}) > 0`;

/** Entries read and hashed in one go: a few milliseconds. */
const VERIFIED_AT_ONCE = 1000;

type AuditRow = Selectable<Tables['audit_entry']> & { actor_name: string | null };

function entryOf(row: AuditRow): AuditEntry {
  return {
    id: row.id,
    at: row.at,
    actor: row.actor,
    actorName: row.actor_name,
    action: row.action,
    objectKind: row.object_kind,
    objectId: row.object_id,
    reason: row.reason,
    change: parsed<Change>(row.change),
  };
}
