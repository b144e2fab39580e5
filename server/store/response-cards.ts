import { randomUUID } from 'node:crypto';
import type { CardFields } from '../domain/response-card.ts';
import type { Backend } from './backend.ts';
import { beginnings, differences, existing, newest, record } from './change.ts';
import { parsed } from './json.ts';
import { refuseLinked, toCard } from './links.ts';
import type { OwnCard, ResponseCardStore } from './ports.ts';
import type { Reading } from './tables.ts';

const WHAT = 'response_card';

export function responseCardStore({ db, write }: Backend): ResponseCardStore {
  return {
    list: async () => (await cards(db).orderBy('created_at').orderBy('id').execute()).map(cardOf),
    get: (id) => find(db, id),
    create: (input, act) =>
      write(async (transaction) => {
        const id = randomUUID();
        await transaction
          .insertInto('response_card')
          .values({
            id,
            body: JSON.stringify(input),
            created_by: act.actor ?? '',
            created_at: act.at,
            updated_at: act.at,
          })
          .execute();
        const change = beginnings(input);
        await record(transaction, { action: 'create', objectKind: WHAT, objectId: id, change }, act);
        return existing(await find(transaction, id), 'response card');
      }),
    update: (id, version, wanted, act) =>
      write(async (transaction) => {
        const before = newest(await find(transaction, id), version, 'response card');
        const change = differences<CardFields>(before, wanted);
        if (Object.keys(change).length === 0) return before;
        await transaction
          .updateTable('response_card')
          .set({ body: JSON.stringify(wanted), version: version + 1, updated_at: act.at })
          .where('id', '=', id)
          .execute();
        await record(transaction, { action: 'update', objectKind: WHAT, objectId: id, change }, act);
        return existing(await find(transaction, id), 'response card');
      }),
    remove: (id, act, links) =>
      write(async (transaction) => {
        existing(await find(transaction, id), 'response card');
        await refuseLinked(transaction, toCard(id), links);
        await transaction
          .updateTable('response_card')
          .set({ deleted_at: act.at })
          .where('id', '=', id)
          .execute();
        await record(transaction, { action: 'delete', objectKind: WHAT, objectId: id }, act);
      }),
  };
}

function cards(db: Reading) {
  return db.selectFrom('response_card').selectAll().where('deleted_at', 'is', null);
}

async function find(db: Reading, id: string): Promise<OwnCard | null> {
  const row = await cards(db).where('id', '=', id).executeTakeFirst();
  return row ? cardOf(row) : null;
}

type CardRow = Awaited<ReturnType<ReturnType<typeof cards>['executeTakeFirstOrThrow']>>;

function cardOf({ id, body, version, created_by }: CardRow): OwnCard {
  return { ...parsed<CardFields>(body), id, version, createdBy: created_by };
}
