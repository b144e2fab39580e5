import type { Selectable } from 'kysely';
import type { VoiceGroup } from '../domain/meeting/ballot.ts';
import { type BallotResult, resultOf, type Voice, voiceOf } from '../domain/meeting/ballot-result.ts';
import { quorumOf } from '../domain/meeting/decision.ts';
import { parsed, parsedOrNull } from './json.ts';
import type { BallotTable } from './phone-tables.ts';
import type { Ballot, BallotBatch } from './ports.ts';
import type { Reading, Tables } from './tables.ts';

/** How ballots lie in the database. */

export async function findBallot(db: Reading, id: string): Promise<Ballot | null> {
  const row = await db.selectFrom('ballot').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? ballotOf(row) : null;
}

export async function ballotsOf(db: Reading, meetingId: string): Promise<Ballot[]> {
  const rows = await db
    .selectFrom('ballot')
    .selectAll()
    .where('meeting_id', '=', meetingId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(ballotOf);
}

function ballotOf(row: Selectable<BallotTable>): Ballot {
  return {
    id: row.id,
    meetingId: row.meeting_id,
    agendaItemId: row.agenda_item_id,
    problemId: row.problem_id,
    commitmentId: row.commitment_id,
    kind: row.kind,
    question: row.question,
    questions: parsed(row.questions),
    options: parsed(row.options),
    dotsEach: row.dots_each,
    state: row.state,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    quorum: quorumOf(row.quorum_needed, row.present),
    result: parsedOrNull(row.result),
    version: row.version,
    createdBy: row.created_by,
  };
}

type BatchRow = Tables['ballot_batch'];

export function batchRows(db: Reading, ballotId: string): Promise<BatchRow[]> {
  return db
    .selectFrom('ballot_batch')
    .selectAll()
    .where('ballot_id', '=', ballotId)
    .where('struck_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

export function batchOf(row: BatchRow): BallotBatch {
  const { id, kind, voice_group: group, papers, note, created_at: createdAt } = row;
  return { id, kind, group, papers, note, createdAt };
}

/** Counts what was cast and typed. */
export async function countBallot(db: Reading, ballot: Ballot): Promise<BallotResult> {
  const votes = await db
    .selectFrom('ballot_vote')
    .select(['voice_group', 'marks'])
    .where('ballot_id', '=', ballot.id)
    .execute();
  const devices = votes.map((vote) => ({
    group: vote.voice_group,
    marks: parsed<object>(vote.marks ?? '{}'),
  }));
  const typed = (await batchRows(db, ballot.id)).map(typedVoice);
  return resultOf(
    ballot,
    devices.map(({ group, marks }) => voiceOf(ballot, { group, marks: { ...marks } })),
    typed,
  );
}

function typedVoice(row: { voice_group: VoiceGroup | null; papers: number; counts: string }): Voice {
  return { group: row.voice_group, voices: row.papers, points: parsed(row.counts) };
}
