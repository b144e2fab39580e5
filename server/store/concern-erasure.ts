import { type Change, existing, newest, record } from './change.ts';
import { concernOf, concerns, findConcern } from './concern-rows.ts';
import { addStep, entryOf, put, silent } from './concern-writes.ts';
import type { Act, Concern, ConcernStore } from './ports.ts';
import type { DatabaseTransaction } from './tables.ts';

/** How a concern, or what it says of a person, is taken out again. */

const WHAT = 'concern';
const REFERRAL = 'protected_referral';

export async function erase(
  transaction: DatabaseTransaction,
  id: string,
  version: number,
  act: Act,
): Promise<Concern> {
  const before = newest(await findConcern(transaction, id), version, WHAT);
  if (before.erasedAt !== null) return before;
  const nothing = {
    ...{ summary: '', detail: '', search: '', answer: '', referred_to: '' },
    ...{ contact: null, has_photo: 0 as const },
  };
  await transaction.deleteFrom('concern_photo').where('concern_id', '=', id).execute();
  await put(transaction, before, { ...nothing, erased_at: act.at }, act);
  await transaction.updateTable('concern_step').set({ note: '' }).where('concern_id', '=', id).execute();
  await addStep(transaction, { id, step: 'erase', from: before.state, to: before.state, note: '' }, act);
  const change: Change = { text: ['kept', null], contact: [before.hasContact ? 'kept' : null, null] };
  await record(transaction, { ...entryOf(id, 'erase'), change }, silent(act));
  return existing(await findConcern(transaction, id), WHAT);
}

export async function forgetContacts(
  transaction: DatabaseTransaction,
  before: string,
  act: Act,
): Promise<number> {
  const due = await transaction
    .selectFrom('concern')
    .leftJoin('problem', 'problem.id', 'concern.problem_id')
    .select('concern.id')
    .where('contact', 'is not', null)
    .where(({ or, and, eb }) =>
      or([
        eb('settled_at', '<=', before),
        and([eb('problem.stage', '=', 'closed'), eb('problem.updated_at', '<=', before)]),
        eb('problem.deleted_at', '<=', before),
      ]),
    )
    .execute();
  for (const { id } of due) {
    const found = existing(await findConcern(transaction, id), WHAT);
    await put(transaction, found, { contact: null }, act);
    await record(transaction, entryOf(id, 'forget_contact'), act);
  }
  return due.length;
}

/** One more on a pathway for it and for each that was merged into it; the concerns themselves are gone. */
export async function protect(
  transaction: DatabaseTransaction,
  id: string,
  version: number,
  pathway: Parameters<ConcernStore['protect']>[2],
  act: Act,
): Promise<void> {
  const before = newest(await findConcern(transaction, id), version, WHAT);
  const same = await concerns(transaction).where('merged_into', '=', id).execute();
  for (const each of [...same.map(concernOf), before]) {
    await transaction.deleteFrom('concern_step').where('concern_id', '=', each.id).execute();
    await transaction.deleteFrom('concern_photo').where('concern_id', '=', each.id).execute();
    await transaction.deleteFrom('concern').where('id', '=', each.id).execute();
    await record(transaction, entryOf(each.id, 'protect'), silent(act));
    await countReferral(transaction, { receivedOn: each.receivedOn, pathway }, act);
  }
}

export async function countReferral(
  transaction: DatabaseTransaction,
  { receivedOn, pathway }: Parameters<ConcernStore['countReferral']>[0],
  act: Act,
): Promise<void> {
  await transaction
    .insertInto('protected_referral')
    .values({ received_on: receivedOn, pathway, count: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['received_on', 'pathway'])
        .doUpdateSet((is) => ({ count: is('protected_referral.count', '+', 1) })),
    )
    .execute();
  // Neither the day nor the pathway: with who wrote it, and when, they would say more than the count does.
  await record(transaction, { action: 'create', objectKind: REFERRAL, objectId: 'count' }, silent(act));
}
