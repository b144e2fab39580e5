import type { valuesOf } from './concern-rows.ts';
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
