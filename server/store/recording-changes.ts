import type { Selectable } from 'kysely';
import type { Backend } from './backend.ts';
import { beginnings, existing, record } from './change.ts';
import type { RecordingChange, RecordingChangeStore } from './ports.ts';
import type { Reading, Tables } from './tables.ts';

const KIND = 'recording_change';

export function recordingChangeStore({ db, write }: Backend): RecordingChangeStore {
  return {
    list: async () => (await rows(db).orderBy('from_day', 'desc').orderBy('id', 'desc').execute()).map(told),
    get: (id) => find(db, id),
    create: (input, act) =>
      write(async (transaction) => {
        const { id } = await transaction
          .insertInto('recording_change')
          .values({
            from_day: input.fromDay,
            area_id: input.areaId,
            category_id: input.categoryId,
            kind: input.kind,
            effect: input.effect,
            note: input.note,
            created_by: act.actor ?? '',
            created_at: act.at,
          })
          .returning('id')
          .executeTakeFirstOrThrow();
        const line = { action: 'create', objectKind: KIND, objectId: id, change: beginnings(input) };
        await record(transaction, line, act);
        return existing(await find(transaction, id), 'change of recording');
      }),
    remove: (id, act) =>
      write(async (transaction) => {
        existing(await find(transaction, id), 'change of recording');
        await transaction
          .updateTable('recording_change')
          .set({ deleted_at: act.at })
          .where('id', '=', id)
          .execute();
        await record(transaction, { action: 'delete', objectKind: KIND, objectId: id }, act);
      }),
  };
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
