import { randomUUID } from 'node:crypto';
import {
  type BallotFields,
  countsOfBatch,
  faultOfBatch,
  faultOfSlips,
  faultOfVote,
  type Marks,
} from '../domain/meeting/ballot.ts';
import { Conflict, NotFound, Unusable } from '../errors.ts';
import type { Backend } from './backend.ts';
import { ballotsOf, batchOf, batchRows, countBallot, findBallot } from './ballot-rows.ts';
import { type Change, differences, existing, newest, record } from './change.ts';
import { findCommitment } from './commitment-rows.ts';
import { settle } from './commitments.ts';
import { parsedOrNull } from './json.ts';
import { requireRunning } from './meeting-doors.ts';
import type { Act, Ballot, BallotStore, VoteCast, VoteTaken } from './ports.ts';
import type { DatabaseTransaction } from './tables.ts';

const WHAT = 'ballot';

export function ballotStore({ db, write, wipeLog }: Backend): BallotStore {
  return {
    list: (meetingId) => ballotsOf(db, meetingId),
    get: (id) => findBallot(db, id),
    create: (meetingId, input, act) =>
      write(async (transaction) => {
        await checkThere(transaction, meetingId, input);
        const id = randomUUID();
        await transaction
          .insertInto('ballot')
          .values({
            ...columnsOf(input),
            id,
            meeting_id: meetingId,
            created_by: act.actor ?? '',
            created_at: act.at,
            updated_at: act.at,
          })
          .execute();
        await note(transaction, id, 'create', { question: [null, input.question] }, act);
        return existing(await findBallot(transaction, id), WHAT);
      }),
    update: (id, version, change, act) =>
      write(async (transaction) => {
        const before = draft(newest(await findBallot(transaction, id), version, WHAT));
        await checkThere(transaction, before.meetingId, change);
        const changed = differences<BallotFields>(before, change);
        if (Object.keys(changed).length === 0) return before;
        await put(transaction, before, columnsOf(change), act);
        await note(transaction, id, 'update', changed, act);
        return existing(await findBallot(transaction, id), WHAT);
      }),
    remove: (id, version, act) =>
      write(async (transaction) => {
        const before = draft(newest(await findBallot(transaction, id), version, WHAT));
        await transaction.deleteFrom('ballot').where('id', '=', id).execute();
        await note(transaction, id, 'delete', { question: [before.question, null] }, act);
      }),
    open: (id, version, act) =>
      write(async (transaction) => {
        const before = draft(newest(await findBallot(transaction, id), version, WHAT));
        await requireRunning(transaction, before.meetingId);
        await put(transaction, before, { state: 'open', opened_at: act.at }, act);
        await note(transaction, id, 'ask', { state: ['draft', 'open'] }, act);
        return existing(await findBallot(transaction, id), WHAT);
      }),
    close: async (id, version, given, settling, act) => {
      const closed = await write((transaction) => close(transaction, id, version, given, settling, act));
      // What was chosen is not to be read in the log of the database either.
      await wipeLog();
      return closed;
    },
    vote: (id, vote, at) => write((transaction) => take(transaction, id, vote, at)),
    async votesCast(ids) {
      if (ids.length === 0) return new Map();
      const rows = await db
        .selectFrom('ballot_vote')
        .select(({ fn }) => ['ballot_id', fn.countAll<number>().as('count')])
        .where('ballot_id', 'in', ids)
        .groupBy('ballot_id')
        .execute();
      return new Map(rows.map((row) => [row.ballot_id, row.count]));
    },
    async votesOf(voter, ids) {
      if (ids.length === 0) return new Map();
      const rows = await db
        .selectFrom('ballot_vote')
        .select(['ballot_id', 'marks'])
        .where('ballot_id', 'in', ids)
        .where('voter', '=', voter)
        .execute();
      return new Map(rows.map((row) => [row.ballot_id, parsedOrNull<Marks>(row.marks)]));
    },
    addBatch: (id, input, act) =>
      write(async (transaction) => {
        const ballot = open(existing(await findBallot(transaction, id), WHAT));
        const fault = faultOfBatch(ballot, input);
        if (fault !== null)
          throw new Unusable(fault, BATCH_FAULTS[fault], [
            { pointer: '/counts', detail: BATCH_FAULTS[fault] },
          ]);
        const bad = faultOfSlips(ballot, input.slips);
        if (bad !== null)
          throw new Unusable(bad.fault, VOTE_FAULTS[bad.fault], [
            { pointer: `/slips/${bad.at}`, detail: VOTE_FAULTS[bad.fault] },
          ]);
        const { kind, group, papers, note: said } = input;
        const row = {
          id: randomUUID(),
          ballot_id: id,
          kind,
          voice_group: group,
          papers,
          counts: JSON.stringify(countsOfBatch(ballot, input)),
          note: said,
          created_by: act.actor ?? '',
          created_at: act.at,
          struck_at: null,
        };
        await transaction.insertInto('ballot_batch').values(row).execute();
        await note(transaction, id, 'type', { papers: [null, papers] }, act);
        return batchOf(row);
      }),
    strikeBatch: (id, batchId, act) =>
      write(async (transaction) => {
        open(existing(await findBallot(transaction, id), WHAT));
        const struck = await transaction
          .updateTable('ballot_batch')
          .set({ struck_at: act.at })
          .where('id', '=', batchId)
          .where('ballot_id', '=', id)
          .where('struck_at', 'is', null)
          .returning('papers')
          .executeTakeFirst();
        if (!struck) throw new NotFound('pile of papers');
        await note(transaction, id, 'untype', { papers: [struck.papers, null] }, act);
      }),
    batches: async (id) => (await batchRows(db, id)).map(batchOf),
  };
}

/** One voice a device: a second one takes the place of the first, the same sending again changes nothing. */
async function take(
  transaction: DatabaseTransaction,
  id: string,
  { voter, sentAs, group, marks }: VoteCast,
  at: string,
): Promise<VoteTaken> {
  const ballot = existing(await findBallot(transaction, id), WHAT);
  const before = await transaction
    .selectFrom('ballot_vote')
    .select('sent_as')
    .where('ballot_id', '=', id)
    .where('voter', '=', voter)
    .executeTakeFirst();
  if (before?.sent_as === sentAs) return 'again';
  if (ballot.state === 'closed')
    throw before
      ? new Conflict(
          'change_too_late',
          'This vote was closed before your change arrived. What you sent before is counted.',
        )
      : new Conflict('ballot_closed', 'This vote was closed before yours arrived, so it is not counted.');
  if (ballot.state === 'draft') throw new Conflict('ballot_not_open', 'This vote is not open yet.');
  const fault = faultOfVote(ballot, marks);
  if (fault !== null)
    throw new Unusable(fault, VOTE_FAULTS[fault], [{ pointer: '/marks', detail: VOTE_FAULTS[fault] }]);
  const values = { sent_as: sentAs, voice_group: group, marks: JSON.stringify(marks), at };
  await transaction
    .insertInto('ballot_vote')
    .values({ ballot_id: id, voter, ...values })
    .onConflict((conflict) => conflict.columns(['ballot_id', 'voter']).doUpdateSet(values))
    .execute();
  return before ? 'changed' : 'taken';
}

async function close(
  transaction: DatabaseTransaction,
  id: string,
  version: number,
  { quorumNeeded, present }: Parameters<BallotStore['close']>[2],
  settling: Parameters<BallotStore['close']>[3],
  act: Act,
): Promise<Ballot> {
  const before = open(newest(await findBallot(transaction, id), version, WHAT));
  const result = await countBallot(transaction, before);
  const settled = settling?.(result) ?? null;
  // Only that a device was counted is kept, so that the same sending again is known.
  await transaction
    .updateTable('ballot_vote')
    .set({ marks: null, voice_group: null })
    .where('ballot_id', '=', id)
    .execute();
  const closing = {
    state: 'closed' as const,
    result: JSON.stringify(result),
    closed_at: act.at,
    closed_by: act.actor,
    quorum_needed: quorumNeeded,
    present,
  };
  await put(transaction, before, closing, act);
  const { devices, typed } = result;
  await note(
    transaction,
    id,
    'count',
    { state: ['open', 'closed'], voices: [null, { devices, typed }] },
    act,
  );
  if (settled !== null && before.commitmentId !== null)
    await settle(transaction, before.commitmentId, settled.version, settled.said, settled.newDueOn, act);
  return existing(await findBallot(transaction, id), WHAT);
}

/** What a ballot is about has to be there, and on the agenda of its own meeting. */
async function checkThere(
  transaction: DatabaseTransaction,
  meetingId: string,
  { agendaItemId, problemId, commitmentId }: BallotFields,
): Promise<void> {
  const meeting = await transaction
    .selectFrom('meeting')
    .select('state')
    .where('id', '=', meetingId)
    .executeTakeFirst();
  const { state } = existing(meeting, 'meeting');
  if (state === 'closed' || state === 'cancelled')
    throw new Conflict('meeting_over', 'This meeting is over: nothing more is asked at it.');
  if (agendaItemId !== null) await requireItem(transaction, meetingId, agendaItemId);
  if (problemId !== null) {
    const found = await transaction
      .selectFrom('problem')
      .select('id')
      .where('id', '=', problemId)
      .executeTakeFirst();
    existing(found, 'problem case');
  }
  if (commitmentId !== null) existing(await findCommitment(transaction, commitmentId), 'commitment');
}

export async function requireItem(
  transaction: DatabaseTransaction,
  meetingId: string,
  itemId: string,
): Promise<void> {
  const found = await transaction
    .selectFrom('agenda_item')
    .select('id')
    .where('id', '=', itemId)
    .where('meeting_id', '=', meetingId)
    .executeTakeFirst();
  existing(found, 'agenda item of this meeting');
}

function draft(ballot: Ballot): Ballot {
  if (ballot.state === 'draft') return ballot;
  throw new Conflict('not_a_draft', 'This ballot was opened already: what it asks stays as it is.');
}

function open(ballot: Ballot): Ballot {
  if (ballot.state === 'open') return ballot;
  throw new Conflict(
    ballot.state === 'draft' ? 'ballot_not_open' : 'ballot_closed',
    ballot.state === 'draft'
      ? 'This ballot is not open yet.'
      : 'This ballot is closed: its result stays as it was counted.',
  );
}

function put(
  transaction: DatabaseTransaction,
  { id, version }: Ballot,
  values: Partial<ReturnType<typeof columnsOf>> & {
    state?: 'open' | 'closed';
    opened_at?: string;
    closed_at?: string;
    closed_by?: string | null;
    result?: string;
    quorum_needed?: number | null;
    present?: number | null;
  },
  act: Act,
) {
  return transaction
    .updateTable('ballot')
    .set({ ...values, version: version + 1, updated_at: act.at })
    .where('id', '=', id)
    .execute();
}

function columnsOf(input: BallotFields) {
  return {
    kind: input.kind,
    question: input.question,
    questions: JSON.stringify(input.questions),
    options: JSON.stringify(input.options),
    dots_each: input.dotsEach,
    agenda_item_id: input.agendaItemId,
    problem_id: input.problemId,
    commitment_id: input.commitmentId,
  };
}

function note(transaction: DatabaseTransaction, id: string, action: string, change: Change, act: Act) {
  return record(transaction, { action, objectKind: WHAT, objectId: id, change }, act);
}

const VOTE_FAULTS = {
  not_by_phone: 'Hands are counted in the room: nobody votes on a telephone here.',
  nothing_chosen: 'Choose something first.',
  no_such_option: 'This cannot be chosen here.',
  one_only: 'Choose one of the answers.',
  too_many_dots: 'These are more dots than everybody has.',
  not_a_ranking: 'Put them in an order: the first is 1, the next 2, and so on, none twice.',
} as const;

const BATCH_FAULTS = {
  no_such_option: 'This cannot be chosen here.',
  more_than_papers: 'These are more votes than the papers or hands can hold. Count again.',
  nothing_counted: 'Type how many there were of each.',
  not_on_paper: 'A ranking is not added up by hand: type its papers one by one.',
  slips_not_papers: 'Type the papers one by one or what they come to, and say how many there are. Not both.',
} as const;
