import { Conflict } from '../errors.ts';
import type { Backend } from './backend.ts';
import { type Change, differences, existing, newest, record } from './change.ts';
import { countReferral, erase, forgetContacts, protect } from './concern-erasure.ts';
import {
  concernOf,
  concerns,
  findConcern,
  pageOfConcerns,
  placeColumns,
  searchTextOf,
  valuesOf,
} from './concern-rows.ts';
import { addStep, columnsOf, entryOf, put, silent } from './concern-writes.ts';
import type { Act, Concern, ConcernInput, ConcernOutcome, ConcernStep, ConcernStore } from './ports.ts';
import { findProblem } from './problem-rows.ts';
import type { DatabaseTransaction, Reading } from './tables.ts';

const WHAT = 'concern';

/**
 * The history (audit) can never be changed, so no word of a concern, no place and no contact goes into it: only which fields
 * were written. The words of triage are in `concern_step` and go when a person asks for that.
 */
export function concernStore({ db, write, wipeLog }: Backend): ConcernStore {
  return {
    page: (filter, page) => pageOfConcerns(db, filter, page),
    get: (id) => findConcern(db, id),
    byReceipt: async (receipt) => {
      const row = await concerns(db).where('receipt', '=', receipt).executeTakeFirst();
      return row ? concernOf(row) : null;
    },
    create: (input, act) => write((transaction) => create(transaction, input, act)),
    update: (id, version, change, act) =>
      write((transaction) => update(transaction, id, version, change, act)),
    step: (id, version, { step, to, note, outcome }, act) =>
      write(async (transaction) => {
        const before = newest(await findConcern(transaction, id), version, WHAT);
        if (outcome.problemId && outcome.problemId !== before.problemId)
          existing(await findProblem(transaction, outcome.problemId), 'problem case');
        if (outcome.mergedInto) await takeAlong(transaction, id, outcome.mergedInto);
        await put(transaction, before, { state: to, ...columnsOf(outcome) }, act);
        await addStep(transaction, { id, step, from: before.state, to, note }, act);
        await record(transaction, { ...entryOf(id, step), change: told(before, to, outcome) }, silent(act));
        return existing(await findConcern(transaction, id), WHAT);
      }),
    steps: (id) => steps(db, id),
    contact: async (id) => {
      const row = await db.selectFrom('concern').select('contact').where('id', '=', id).executeTakeFirst();
      return row?.contact ?? null;
    },
    erase: async (id, version, act) => {
      const erased = await write((transaction) => erase(transaction, id, version, act));
      await wipeLog();
      return erased;
    },
    forgetContact: async (id, version, act) => {
      const forgotten = await write(async (transaction) => {
        const before = newest(await findConcern(transaction, id), version, WHAT);
        if (!before.hasContact) return before;
        await put(transaction, before, { contact: null }, act);
        await record(transaction, entryOf(id, 'forget_contact'), silent(act));
        return existing(await findConcern(transaction, id), WHAT);
      });
      await wipeLog();
      return forgotten;
    },
    forgetContacts: async (before, act) => {
      const forgotten = await write((transaction) => forgetContacts(transaction, before, act));
      if (forgotten > 0) await wipeLog();
      return forgotten;
    },
    countReferral: (input, act) => write((transaction) => countReferral(transaction, input, act)),
    protect: async (id, version, pathway, act) => {
      await write((transaction) => protect(transaction, id, version, pathway, act));
      await wipeLog();
    },
    referrals: async () => {
      const rows = await db
        .selectFrom('protected_referral')
        .selectAll()
        .orderBy('received_on', 'desc')
        .orderBy('pathway')
        .execute();
      return rows.map(({ received_on, pathway, count }) => ({ receivedOn: received_on, pathway, count }));
    },
  };
}

async function create(
  transaction: DatabaseTransaction,
  input: Parameters<ConcernStore['create']>[0],
  act: Act,
): Promise<Concern> {
  const { id, consent, consentAt, contact, receipt } = input;
  await transaction
    .insertInto('concern')
    .values({
      id,
      received_on: input.receivedOn,
      channel: input.channel,
      language: input.language,
      summary: input.summary,
      detail: input.detail,
      category_id: input.categoryId,
      ...placeColumns(input.place),
      occurred_from: input.occurredFrom,
      occurred_to: input.occurredTo,
      frequency: input.frequency,
      affected_groups: JSON.stringify(input.affectedGroups),
      harms: JSON.stringify(input.harms),
      reporter_type: input.reporterType,
      on_behalf: Number(input.onBehalf),
      search: searchTextOf(input.summary, input.detail),
      answer_me: Number(consent.answerMe),
      contact_me: Number(consent.contactMe),
      publish_summary: Number(consent.publishSummary),
      consent_at: consentAt,
      contact,
      receipt,
      state: 'received',
      created_by: act.actor ?? '',
      created_at: act.at,
      updated_at: act.at,
    })
    .execute();
  await addStep(transaction, { id, step: 'receive', from: null, to: 'received', note: '' }, act);
  const change: Change = {
    state: [null, 'received'],
    channel: [null, input.channel],
    ...(contact !== null && { contact: [null, 'kept'] }),
  };
  await record(transaction, { ...entryOf(id, 'create'), change }, silent(act));
  return existing(await findConcern(transaction, id), WHAT);
}

async function update(
  transaction: DatabaseTransaction,
  id: string,
  version: number,
  change: Partial<ConcernInput>,
  act: Act,
): Promise<Concern> {
  const before = newest(await findConcern(transaction, id), version, WHAT);
  if (before.erasedAt !== null)
    throw new Conflict(
      'erased',
      'Its words were erased at the wish of whoever raised it; it is kept as it is.',
    );
  const { place, ...fields } = change;
  const changed = Object.keys(differences(before, fields));
  if (place !== undefined && !isSamePlace(before, place)) changed.push('place');
  if (changed.length === 0) return before;
  const { summary, detail } = { ...before, ...fields };
  await put(transaction, before, { ...valuesOf(change), search: searchTextOf(summary, detail) }, act);
  const step = { id, step: 'correct', from: before.state, to: before.state, note: changed.join(' ') };
  await addStep(transaction, step, act);
  const told = Object.fromEntries(
    changed.map((field): [string, [null, string]] => [field, [null, 'changed']]),
  );
  await record(transaction, { ...entryOf(id, 'update'), change: told }, silent(act));
  return existing(await findConcern(transaction, id), WHAT);
}

function isSamePlace(before: Concern, place: ConcernInput['place']): boolean {
  const of = (one: Pick<Concern, 'precision' | 'chosenBy' | 'position' | 'sideM' | 'areaId'> | null) =>
    JSON.stringify(
      [one?.precision, one?.chosenBy, one?.position, one?.sideM, one?.areaId].map((each) => each ?? null),
    );
  return of(before) === of(place);
}

/** What was merged into it goes along. */
async function takeAlong(transaction: DatabaseTransaction, id: string, into: string): Promise<void> {
  await transaction.updateTable('concern').set({ merged_into: into }).where('merged_into', '=', id).execute();
}

/** Of a step: the state, and what is a code or a number. */
function told(before: Concern, to: Concern['state'], outcome: ConcernOutcome): Change {
  return {
    ...(before.state !== to && { state: [before.state, to] }),
    ...(outcome.declineReason && { declineReason: [null, outcome.declineReason] }),
    ...(outcome.mergedInto && { mergedInto: [null, outcome.mergedInto] }),
    ...(outcome.problemId !== undefined && { problemId: [before.problemId, outcome.problemId] }),
  };
}

async function steps(db: Reading, id: string): Promise<ConcernStep[]> {
  const rows = await db
    .selectFrom('concern_step')
    .leftJoin('user', 'user.id', 'concern_step.actor')
    .select(['at', 'actor', 'user.name', 'step', 'from_state', 'to_state', 'note'])
    .where('concern_id', '=', id)
    .orderBy('position')
    .execute();
  return rows.map(({ at, actor, name, step, from_state, to_state, note }) => ({
    at,
    actor,
    actorName: name,
    step,
    from: from_state,
    to: to_state,
    note,
  }));
}
