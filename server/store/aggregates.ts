import { Conflict } from '../errors.ts';
import type { Backend } from './backend.ts';
import { beginnings, existing, newest, record } from './change.ts';
import { parsed } from './json.ts';
import type { AggregateCount, AggregateStore, SharingAgreement } from './ports.ts';
import type { Reading } from './tables.ts';

const AGREEMENT = 'sharing_agreement';
const COUNT = 'aggregate_count';
/** How a count too small to be kept stands in the history. */
const FEWER = 'fewer than 10';

export function aggregateStore({ db, write }: Backend): AggregateStore {
  return {
    agreements: async () => (await agreements(db).orderBy('id').execute()).map(agreementOf),
    agreement: (id) => findAgreement(db, id),
    agree: (input, act) =>
      write(async (transaction) => {
        const { id } = await transaction
          .insertInto('sharing_agreement')
          .values({
            organisation: input.organisation,
            covers: input.covers,
            categories: JSON.stringify(input.categoryIds),
            agreed_by: input.agreedBy,
            text: input.text,
            valid_from: input.from,
            valid_to: input.to,
            created_by: act.actor ?? '',
            created_at: act.at,
          })
          .returning('id')
          .executeTakeFirstOrThrow();
        const change = beginnings(input);
        await record(transaction, { action: 'create', objectKind: AGREEMENT, objectId: id, change }, act);
        return existing(await findAgreement(transaction, id), 'sharing agreement');
      }),
    endAgreement: (id, version, lastDay, act) =>
      write(async (transaction) => {
        const before = newest(await findAgreement(transaction, id), version, 'sharing agreement');
        if (lastDay >= before.to)
          throw new Conflict(
            'ends_no_sooner',
            'An agreement can only end sooner. Record a new one to go on for longer.',
          );
        await transaction
          .updateTable('sharing_agreement')
          .set({ valid_to: lastDay, version: version + 1 })
          .where('id', '=', id)
          .execute();
        const change = { to: [before.to, lastDay] as [unknown, unknown] };
        await record(transaction, { action: 'update', objectKind: AGREEMENT, objectId: id, change }, act);
        return existing(await findAgreement(transaction, id), 'sharing agreement');
      }),
    counts: async () => (await counts(db).orderBy('month', 'desc').orderBy('id').execute()).map(countOf),
    count: (id) => findCount(db, id),
    enter: (input, act) =>
      write(async (transaction) => {
        const there = await counts(transaction)
          .where('agreement_id', '=', input.agreementId)
          .where('category_id', '=', input.categoryId)
          .where('area_id', '=', input.areaId)
          .where('month', '=', input.month)
          .executeTakeFirst();
        if (there)
          throw new Conflict('count_is_there', 'This total was entered already. Correct that one instead.');
        const { id } = await transaction
          .insertInto('aggregate_count')
          .values({
            agreement_id: input.agreementId,
            category_id: input.categoryId,
            area_id: input.areaId,
            month: input.month,
            count: input.count,
            entered_on: input.enteredOn,
            created_at: act.at,
          })
          .returning('id')
          .executeTakeFirstOrThrow();
        const change = beginnings({ ...input, count: input.count ?? FEWER });
        await record(transaction, { action: 'create', objectKind: COUNT, objectId: id, change }, act);
        return existing(await findCount(transaction, id), 'total');
      }),
    correct: (id, version, { count, enteredOn }, act) =>
      write(async (transaction) => {
        const before = newest(await findCount(transaction, id), version, 'total');
        if (before.count === count) return before;
        await transaction
          .updateTable('aggregate_count')
          .set({ count, entered_on: enteredOn, version: version + 1 })
          .where('id', '=', id)
          .execute();
        const change = { count: [before.count ?? FEWER, count ?? FEWER] as [unknown, unknown] };
        await record(transaction, { action: 'update', objectKind: COUNT, objectId: id, change }, act);
        return existing(await findCount(transaction, id), 'total');
      }),
  };
}

const agreements = (db: Reading) => db.selectFrom('sharing_agreement').selectAll();
const counts = (db: Reading) => db.selectFrom('aggregate_count').selectAll();

async function findAgreement(db: Reading, id: number): Promise<SharingAgreement | null> {
  const row = await agreements(db).where('id', '=', id).executeTakeFirst();
  return row ? agreementOf(row) : null;
}

async function findCount(db: Reading, id: number): Promise<AggregateCount | null> {
  const row = await counts(db).where('id', '=', id).executeTakeFirst();
  return row ? countOf(row) : null;
}

type AgreementRow = Awaited<ReturnType<ReturnType<typeof agreements>['executeTakeFirstOrThrow']>>;
type CountRow = Awaited<ReturnType<ReturnType<typeof counts>['executeTakeFirstOrThrow']>>;

function agreementOf(row: AgreementRow): SharingAgreement {
  return {
    id: row.id,
    organisation: row.organisation,
    covers: row.covers,
    categoryIds: parsed(row.categories),
    agreedBy: row.agreed_by,
    text: row.text,
    from: row.valid_from,
    to: row.valid_to,
    version: row.version,
  };
}

function countOf(row: CountRow): AggregateCount {
  return {
    id: row.id,
    agreementId: row.agreement_id,
    categoryId: row.category_id,
    areaId: row.area_id,
    month: row.month,
    count: row.count,
    enteredOn: row.entered_on,
    version: row.version,
  };
}
