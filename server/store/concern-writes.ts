import { whyNotIntoCase } from '../domain/concern-steps.ts';
import { type FieldError, Unusable } from '../errors.ts';
import { type Change, record } from './change.ts';
import { findConcern, type valuesOf } from './concern-rows.ts';
import type { Act, Concern, ConcernOutcome } from './ports.ts';
import type { DatabaseTransaction } from './tables.ts';

/** How a concern is written, and what the history says of it. */

export async function put(
  transaction: DatabaseTransaction,
  before: Concern,
  values: ConcernValues,
  act: Act,
): Promise<void> {
  await transaction
    .updateTable('concern')
    .set({ ...values, version: before.version + 1, updated_at: act.at })
    .where('id', '=', before.id)
    .execute();
}

export async function addStep(
  transaction: DatabaseTransaction,
  step: { id: string; step: string; from: Concern['state'] | null; to: Concern['state']; note: string },
  act: Act,
): Promise<void> {
  const { last } = await transaction
    .selectFrom('concern_step')
    .select(({ fn }) => fn.max('position').as('last'))
    .where('concern_id', '=', step.id)
    .executeTakeFirstOrThrow();
  await transaction
    .insertInto('concern_step')
    .values({
      concern_id: step.id,
      position: (last ?? 0) + 1,
      at: act.at,
      actor: act.actor,
      step: step.step,
      from_state: step.from,
      to_state: step.to,
      note: step.note,
    })
    .execute();
}

type ConcernValues = Partial<ReturnType<typeof columnsOf>> &
  Partial<ReturnType<typeof valuesOf>> & {
    state?: Concern['state'];
    contact?: null;
    search?: string;
    erased_at?: string;
    has_photo?: 0 | 1;
  };

export function columnsOf(outcome: ConcernOutcome) {
  return {
    answer: outcome.answer,
    answered_on: outcome.answeredOn,
    settled_at: outcome.settledAt,
    decline_reason: outcome.declineReason,
    referred_to: outcome.referredTo,
    merged_into: outcome.mergedInto,
    problem_id: outcome.problemId,
  };
}

export const entryOf = (id: string, action: string) => ({ action, objectKind: 'concern', objectId: id });

/** Words that were given as a reason stay where they can be erased. */
export const silent = ({ actor, at }: Act): Act => ({ actor, at });

/** Puts concerns into a case as it is opened; none of them when one cannot go in, which is then named. */
export async function attachAll(
  transaction: DatabaseTransaction,
  problemId: string,
  ids: readonly string[],
  act: Act,
): Promise<void> {
  const found = await Promise.all(ids.map((id) => findConcern(transaction, id)));
  const errors = found.flatMap(faultOf);
  if (errors.length > 0) throw notForCase(errors);
  for (const before of found) if (before) await attach(transaction, before, problemId, act);
}

async function attach(transaction: DatabaseTransaction, before: Concern, problemId: string, act: Act) {
  const { id, state } = before;
  const to = 'attached_to_problem' as const;
  await put(transaction, before, { state: to, problem_id: problemId, settled_at: null }, act);
  await addStep(transaction, { id, step: 'attach', from: state, to, note: '' }, act);
  const change: Change = { state: [state, to], problemId: [null, problemId] };
  await record(transaction, { ...entryOf(id, 'attach'), change }, silent(act));
}

function faultOf(found: Concern | null, i: number): FieldError[] {
  const why = found === null ? 'is no longer there' : whyNotIntoCase(found.state);
  if (why === null) return [];
  const which = found?.summary ? `“${found.summary}”` : `Concern ${i + 1} of those chosen`;
  return [{ pointer: `/concerns/${i}`, detail: `${which} ${why}.` }];
}

const MOST_NAMED = 5;

function notForCase(errors: readonly FieldError[]): Unusable {
  const named = errors.slice(0, MOST_NAMED).map(({ detail }) => detail);
  const more = errors.length - named.length;
  if (more > 0) named.push(`${more} more of them cannot go in either.`);
  return new Unusable('concern_not_for_case', `No case was opened. ${named.join(' ')}`, errors);
}
