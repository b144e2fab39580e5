import type { Selectable } from 'kysely';
import type { RecordingChangeFields } from '../domain/case/recording-change.ts';
import type { Backend } from './backend.ts';
import { beginnings, differences, existing, newest, record } from './change.ts';
import type { RecordingChange, RecordingChangeStore } from './ports.ts';
import type { Reading, Tables } from './tables.ts';

const KIND = 'recording_change';
const WHAT = 'change of recording';

export function recordingChangeStore({ db, write }: Backend): RecordingChangeStore {
  return {
    list: async () => (await rows(db).orderBy('from_day', 'desc').orderBy('id', 'desc').execute()).map(told),
    get: (id) => find(db, id),
    create: (input, act) =>
      write(async (transaction) => {
        const { id } = await transaction
          .insertInto('recording_change')
          .values({
            ...columnsOf(input),
            created_by: act.actor ?? '',
            created_at: act.at,
          })
          .returning('id')
          .executeTakeFirstOrThrow();
        const line = { action: 'create', objectKind: KIND, objectId: id, change: beginnings(input) };
        await record(transaction, line, act);
        return existing(await find(transaction, id), WHAT);
      }),
    update: (id, version, wanted, act) =>
      write(async (transaction) => {
        const before = newest(await find(transaction, id), version, WHAT);
        const change = differences<RecordingChangeFields>(before, wanted);
        if (Object.keys(change).length === 0) return before;
        await transaction
          .updateTable('recording_change')
          .set({ ...columnsOf(wanted), version: version + 1 })
          .where('id', '=', id)
          .execute();
        await record(transaction, { action: 'update', objectKind: KIND, objectId: id, change }, act);
        return existing(await find(transaction, id), WHAT);
      }),
    remove: (id, act) =>
      write(async (transaction) => {
        existing(await find(transaction, id), WHAT);
        await transaction
          .updateTable('recording_change')
          .set({ deleted_at: act.at })
          .where('id', '=', id)
          .execute();
        await record(transaction, { action: 'delete', objectKind: KIND, objectId: id }, act);
      }),
  };
}

function columnsOf({ fromDay, untilDay, areaId, categoryId, kind, effect, note }: RecordingChangeFields) {
  const what = { area_id: areaId, category_id: categoryId, kind, effect, note };
  return { from_day: fromDay, until_day: untilDay, ...what };
}

function rows(db: Reading) {
  return db.selectFrom('recording_change').selectAll().where('deleted_at', 'is', null);
}

async function find(db: Reading, id: number): Promise<RecordingChange | null> {
  const row = await rows(db).where('id', '=', id).executeTakeFirst();
  return row ? told(row) : null;
}

function told(row: Selectable<Tables['recording_change']>): RecordingChange {
  return {
    id: row.id,
    fromDay: row.from_day,
    untilDay: row.until_day,
    areaId: row.area_id,
    categoryId: row.category_id,
    kind: row.kind,
    effect: row.effect,
    note: row.note,
    version: row.version,
    createdBy: row.created_by,
    createdAt: row.created_at,
  };
}
