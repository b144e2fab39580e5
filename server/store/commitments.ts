import { randomUUID } from 'node:crypto';
import { type CommitmentState, transitionOf } from '../domain/commitment.ts';
import { Conflict, NotFound } from '../errors.ts';
import type { Backend } from './backend.ts';
import { beginnings, type Change, differences, existing, newest, record } from './change.ts';
import {
  logDose,
  logReport,
  readDoses,
  readReports,
  readSteps,
  readVerifications,
} from './commitment-log.ts';
import { commitmentRows, findCommitment, problemOf, putStep } from './commitment-rows.ts';
import type { CommitmentTable } from './commitment-tables.ts';
import { textOrNull } from './json.ts';
import type { Act, Commitment, CommitmentStore, NewCommitment, StepTaken } from './ports.ts';
import type { DatabaseTransaction } from './tables.ts';

const WHAT = 'commitment';

export function commitmentStore({ db, write }: Backend): CommitmentStore {
  return {
    list: (filter = {}) => commitmentRows(db, filter),
    get: (id) => findCommitment(db, id),
    propose: (input, act) => write((transaction) => propose(transaction, input, act)),
    update: (id, version, change, agreement, act) =>
      write(async (transaction) => {
        const before = newest(await findCommitment(transaction, id), version, WHAT);
        const { partnerIds, ...rest } = change;
        const wanted = { ...rest, ...(partnerIds && { partnerIds }) };
        const now = { ...before, partnerIds: before.partners.map((partner) => partner.id) };
        const changed = differences<NewCommitment>(
          { ...now, organisationId: before.organisation.id },
          wanted,
        );
        if (Object.keys(changed).length === 0) return before;
        await put(transaction, before, columnsOf(wanted), act);
        const agreed: Change = agreement === null ? {} : { agreement: [null, agreement] };
        await note(transaction, before, 'update', { ...changed, ...agreed }, act);
        return existing(await findCommitment(transaction, id), WHAT);
      }),
    move: (id, version, step, act) => write((transaction) => move(transaction, id, version, step, act)),
    settle: (id, version, said, newDueOn, act) =>
      write((transaction) => settle(transaction, id, version, said, newDueOn, act)),
    steps: (id) => readSteps(db, id),
    doses: (id) => readDoses(db, id),
    logDose: (id, input, act) => write((transaction) => logDose(transaction, id, input, act)),
    strikeDose: (id, doseId, act) =>
      write(async (transaction) => {
        const found = await transaction
          .updateTable('commitment_dose')
          .set({ struck_at: act.at })
          .where('id', '=', doseId)
          .where('commitment_id', '=', id)
          .where('struck_at', 'is', null)
          .returning(['unit', 'quantity'])
          .executeTakeFirst();
        if (!found) throw new NotFound('entry of the dose log');
        const change: Change = { dose: [found, null] };
        await record(transaction, { action: 'unlog', objectKind: WHAT, objectId: id, change }, act);
      }),
    report: (id, said, act) => write((transaction) => logReport(transaction, id, said, act)),
    reports: async (id) => readReports(db, existing(await findCommitment(db, id), WHAT)),
    verifications: (id) => readVerifications(db, id),
  };
}

async function propose(
  transaction: DatabaseTransaction,
  input: NewCommitment,
  act: Act,
): Promise<Commitment> {
  await checkThere(transaction, input);
  const id = randomUUID();
  const { problemId, organisationId, followUpOf, ...rest } = input;
  await transaction
    .insertInto('commitment')
    .values({
      ...columnsOf(rest),
      text: input.text,
      kind: input.kind,
      owner_role: input.ownerRole,
      partners: JSON.stringify(input.partnerIds),
      evidence_of_done: input.evidenceOfDone,
      visibility: input.visibility,
      id,
      problem_id: problemId,
      organisation_id: organisationId,
      follow_up_of: followUpOf,
      state: 'proposed',
      state_since: act.at,
      created_by: act.actor ?? '',
      created_at: act.at,
      updated_at: act.at,
    })
    .execute();
  await putStep(transaction, id, null, { to: 'proposed', note: '', evidence: [], onBehalf: false }, act);
  const made = existing(await findCommitment(transaction, id), WHAT);
  await note(transaction, made, 'create', { ...beginnings(input), state: [null, 'proposed'] }, act);
  return made;
}

/** What residents said together, in the transaction of whoever asked them. */
export async function settle(
  transaction: DatabaseTransaction,
  id: string,
  version: number,
  said: Parameters<CommitmentStore['settle']>[2],
  newDueOn: string | null,
  act: Act,
): Promise<Commitment> {
  const before = newest(await findCommitment(transaction, id), version, WHAT);
  checkWay(before, said.outcome);
  await transaction
    .insertInto('commitment_verification')
    .values({
      commitment_id: id,
      round: before.round,
      basis: said.basis,
      held_on: said.heldOn,
      meeting_id: said.meetingId ?? null,
      done: said.done,
      partly: said.partly,
      not_done: said.notDone,
      cannot_say: said.cannotSay,
      by_group: JSON.stringify(said.byGroup),
      comment: said.comment,
      outcome: said.outcome,
      created_by: act.actor ?? '',
      created_at: act.at,
    })
    .execute();
  const step = { to: said.outcome, note: said.comment, evidence: [], onBehalf: false };
  const settled = await move(transaction, id, version, step, act);
  if (said.outcome === 'verified' || newDueOn === null) return settled;
  const reopening = { to: 'reopened' as const, dueOn: newDueOn, note: '', evidence: [], onBehalf: false };
  return move(transaction, id, settled.version, reopening, { ...act, actor: null });
}

async function checkThere(
  transaction: DatabaseTransaction,
  { problemId, organisationId, partnerIds, followUpOf }: NewCommitment,
): Promise<void> {
  if (problemId !== null) existing(await problemOf(transaction, problemId), 'problem case');
  if (followUpOf !== null) existing(await findCommitment(transaction, followUpOf), WHAT);
  const ids = [...new Set([organisationId, ...partnerIds])];
  const found = await transaction.selectFrom('organisation').select('id').where('id', 'in', ids).execute();
  if (found.length < ids.length) throw new NotFound('organisation');
}

/** One step on the way, with what the step carries; a delivery begins a new round of reports. */
async function move(
  transaction: DatabaseTransaction,
  id: string,
  version: number,
  step: StepTaken,
  act: Act,
): Promise<Commitment> {
  const before = newest(await findCommitment(transaction, id), version, WHAT);
  checkWay(before, step.to);
  const { to, evidenceOfDone } = step;
  const dueOn = step.dueOn ?? (to === 'agreed' ? (before.dueOn ?? undefined) : undefined);
  const values: CommitmentValues = {
    state: to,
    state_since: act.at,
    ...(dueOn !== undefined && { due_on: dueOn, first_due_on: before.firstDueOn ?? dueOn }),
    ...(evidenceOfDone !== undefined && { evidence_of_done: evidenceOfDone }),
    ...(to === 'delivered' && { round: before.round + 1 }),
    blocked_reason: to === 'blocked' ? step.note : '',
    unblocked_by: to === 'blocked' ? (step.unblockedBy ?? '') : '',
  };
  await put(transaction, before, values, act);
  await putStep(transaction, id, before.state, step, act);
  const change: Change = { state: [before.state, to] };
  if (dueOn !== undefined) change.dueOn = [before.dueOn, dueOn];
  await note(transaction, before, 'move', change, { ...act, reason: step.note });
  return existing(await findCommitment(transaction, id), WHAT);
}

function checkWay(before: Commitment, to: CommitmentState): void {
  if (transitionOf(before.state, to) === null)
    throw new Conflict(
      'wrong_state',
      `This commitment is ${said(before.state)} and cannot become ${said(to)}.`,
    );
}

const said = (state: CommitmentState): string => state.replaceAll('_', ' ');

/** The line of its own history, and of its case: there only that it was made or moved. */
async function note(
  transaction: DatabaseTransaction,
  { id, text, problemId }: Commitment,
  action: string,
  change: Change,
  act: Act,
): Promise<void> {
  await record(transaction, { action, objectKind: WHAT, objectId: id, change }, act);
  if (problemId === null || !change.state) return;
  const onCase: Change = { commitment: [change.state[0], { id, text, state: change.state[1] }] };
  await record(
    transaction,
    { action: 'commitment', objectKind: 'problem', objectId: problemId, change: onCase },
    act,
  );
}

type CommitmentValues = Partial<
  Pick<
    CommitmentTable,
    | 'text'
    | 'kind'
    | 'owner_role'
    | 'partners'
    | 'geometry'
    | 'meeting_on'
    | 'meeting_id'
    | 'due_on'
    | 'first_due_on'
    | 'evidence_of_done'
    | 'dose_unit'
    | 'dose_planned'
    | 'state'
    | 'state_since'
    | 'visibility'
  >
> & { round?: number; blocked_reason?: string; unblocked_by?: string };

function columnsOf(input: Partial<Omit<NewCommitment, 'problemId' | 'organisationId' | 'followUpOf'>>) {
  const { text, kind, ownerRole, evidenceOfDone, visibility, partnerIds, meetingOn, meetingId, dueOn } =
    input;
  return {
    text,
    kind,
    owner_role: ownerRole,
    evidence_of_done: evidenceOfDone,
    visibility,
    meeting_on: meetingOn,
    meeting_id: meetingId,
    due_on: dueOn,
    ...(partnerIds && { partners: JSON.stringify(partnerIds) }),
    ...('geometry' in input && { geometry: textOrNull(input.geometry) }),
    ...('dose' in input && {
      dose_unit: input.dose?.unit ?? null,
      dose_planned: input.dose?.planned ?? null,
    }),
  };
}

async function put(
  transaction: DatabaseTransaction,
  before: Commitment,
  values: CommitmentValues,
  act: Act,
): Promise<void> {
  await transaction
    .updateTable('commitment')
    .set({ ...values, version: before.version + 1, updated_at: act.at })
    .where('id', '=', before.id)
    .execute();
}
