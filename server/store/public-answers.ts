import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { CountedConcerns } from '../domain/meeting/told.ts';
import {
  ANSWER_STEPS,
  type AnswerState,
  type AnswerSubject,
  type AnswerWords,
  IN_PREPARATION,
  isReadyToRelease,
} from '../domain/public-answer.ts';
import { Conflict } from '../errors.ts';
import type { Backend } from './backend.ts';
import { existing, newest, record } from './change.ts';
import { parsed, parsedOrNull, textOrNull } from './json.ts';
import type { Act, AnswerInput, PublicAnswer, PublicAnswerStore } from './ports.ts';
import type { PublicAnswerTable } from './public-answer-tables.ts';
import type { DatabaseTransaction, Reading } from './tables.ts';

const WHAT = 'public answer';

export function publicAnswerStore({ db, write }: Backend): PublicAnswerStore {
  return {
    async list({ problemId, meetingId, released } = {}) {
      let wanted = answers(db).orderBy('answer.drafted_at', 'desc').orderBy('answer.id');
      if (problemId !== undefined) wanted = wanted.where('answer.problem_id', '=', problemId);
      if (meetingId !== undefined) wanted = wanted.where('answer.meeting_id', '=', meetingId);
      if (released) wanted = wanted.where('answer.released_at', 'is not', null);
      return (await wanted.execute()).map(answerOf);
    },
    get: (id) => find(db, id),
    async countedBefore() {
      const rows = await db
        .selectFrom('public_answer')
        .select(['id', 'counted'])
        .where('meeting_id', 'is not', null)
        .where('released_at', 'is not', null)
        .orderBy('released_at')
        .orderBy('id')
        .execute();
      return rows.flatMap(({ id, counted }) =>
        parsed<CountedConcerns[]>(counted).map((one) => ({ ...one, release: id })),
      );
    },
    draft: (input, act) =>
      write(async (transaction) => {
        await refuseSecond(transaction, input);
        if (input.corrects !== null) requireReleased(await find(transaction, input.corrects));
        const id = randomUUID();
        const by = { drafted_by: act.actor ?? '', drafted_at: act.at };
        await transaction
          .insertInto('public_answer')
          .values({
            id,
            problem_id: input.problemId,
            meeting_id: input.meetingId,
            corrects: input.corrects,
            correction_reason: input.correctionReason,
            state: 'draft',
            ...valuesOf(input),
            ...by,
            ...changedIn(act),
          })
          .execute();
        return told(transaction, id, null, 'draft', act);
      }),
    rewrite: (id, version, content, act) =>
      write(async (transaction) => {
        const before = newest(await find(transaction, id), version, WHAT);
        if (before.state !== 'draft') requireStep(before, 'draft');
        await put(transaction, before, {
          state: 'draft',
          ...valuesOf(content),
          ...changedIn(act),
          ...UNSIGNED,
        });
        return told(transaction, id, before.state, 'draft', act);
      }),
    approve: (id, version, sheet, act) =>
      step(id, version, 'privacy_checked', act, {
        approved_by: act.actor ?? '',
        approved_at: act.at,
        sheet: JSON.stringify(sheet),
      }),
    translated: (id, version, act) =>
      step(id, version, 'translated', act, { translated_by: act.actor ?? '', translated_at: act.at }),
    release: (id, version, act) =>
      write(async (transaction) => {
        const before = newest(await find(transaction, id), version, WHAT);
        requireStep(before, 'released');
        if (!isReadyToRelease(before.state, before.words.languages.length))
          throw new Conflict(
            'not_translated',
            'This answer is in several languages. Somebody who reads them has to confirm first that they say the same.',
          );
        if (before.approved?.by === (act.actor ?? ''))
          throw new Conflict(
            'two_persons',
            'You approved this answer, so somebody else has to release it: it takes two persons.',
          );
        const signed = { released_by: act.actor ?? '', released_at: act.at };
        await put(transaction, before, { state: 'released', ...signed });
        if (before.corrects !== null) await strike(transaction, before.corrects, act);
        return told(transaction, id, before.state, 'released', act);
      }),
    withdraw: (id, version, act) =>
      step(id, version, 'withdrawn', act, {
        withdrawn_by: act.actor ?? '',
        withdrawn_at: act.at,
        withdraw_reason: act.reason ?? '',
      }),
  };

  function step(id: string, version: number, state: AnswerState, act: Act, values: Values) {
    return write(async (transaction) => {
      const before = newest(await find(transaction, id), version, WHAT);
      requireStep(before, state);
      await put(transaction, before, { state, ...values });
      return told(transaction, id, before.state, state, act);
    });
  }
}

type Values = Partial<Omit<Selectable<PublicAnswerTable>, 'id' | 'problem_id' | 'meeting_id' | 'version'>>;

const UNSIGNED = {
  sheet: null,
  approved_by: null,
  approved_at: null,
  translated_by: null,
  translated_at: null,
} satisfies Values;

const changedIn = (act: Act) => ({ changed_by: act.actor ?? '', changed_at: act.at });

const valuesOf = ({ words, areaName, rows, quotes, told: held, counted }: AnswerInput) => ({
  words: JSON.stringify(words),
  area_name: areaName,
  promises: JSON.stringify(rows),
  quotes: JSON.stringify(quotes),
  told: textOrNull(held),
  counted: JSON.stringify(counted),
});

function requireStep({ state }: PublicAnswer, to: AnswerState): void {
  if (!ANSWER_STEPS[state].includes(to))
    throw new Conflict(
      'wrong_state',
      `This answer is ${said(state)} and cannot be ${to === 'draft' ? 'changed' : said(to)}.`,
    );
}

const said = (state: AnswerState) => (state === 'draft' ? 'a draft' : state.replaceAll('_', ' '));

function requireReleased(found: PublicAnswer | null): void {
  if (existing(found, WHAT).state !== 'released')
    throw new Conflict('not_released', 'Only an answer that stands released is corrected.');
}

async function refuseSecond(
  transaction: DatabaseTransaction,
  { problemId, meetingId }: AnswerSubject,
): Promise<void> {
  const other = await transaction
    .selectFrom('public_answer')
    .select('id')
    .where(problemId === null ? 'meeting_id' : 'problem_id', '=', problemId ?? meetingId)
    .where('state', 'in', IN_PREPARATION)
    .executeTakeFirst();
  if (other)
    throw new Conflict(
      'in_preparation',
      `A public answer of this ${problemId === null ? 'meeting' : 'case'} is being prepared already. Go on with it, or withdraw it.`,
    );
}

/** The one that a correction takes the place of: it stays readable, struck. One that was withdrawn meanwhile stays so. */
async function strike(transaction: DatabaseTransaction, id: string, act: Act): Promise<void> {
  const struck = existing(await find(transaction, id), WHAT);
  if (struck.state === 'withdrawn') return;
  requireStep(struck, 'corrected');
  await put(transaction, struck, { state: 'corrected' });
  await told(transaction, id, struck.state, 'corrected', act);
}

async function put(transaction: DatabaseTransaction, before: PublicAnswer, values: Values): Promise<void> {
  await transaction
    .updateTable('public_answer')
    .set({ ...values, version: before.version + 1 })
    .where('id', '=', before.id)
    .execute();
}

/** With its line in the history of the case or the meeting. */
async function told(
  transaction: DatabaseTransaction,
  id: string,
  before: AnswerState | null,
  after: AnswerState,
  act: Act,
): Promise<PublicAnswer> {
  const answer = existing(await find(transaction, id), WHAT);
  const change = { 'public answer': [before, after] as [unknown, unknown] };
  const about =
    answer.problemId === null
      ? { objectKind: 'meeting', objectId: answer.meetingId ?? '' }
      : { objectKind: 'problem', objectId: answer.problemId };
  const entry = { action: `answer_${after}`, ...about, change };
  await record(transaction, entry, act);
  return answer;
}

function answers(db: Reading) {
  return db
    .selectFrom('public_answer as answer')
    .leftJoin('user as drafter', 'drafter.id', 'answer.drafted_by')
    .leftJoin('user as changer', 'changer.id', 'answer.changed_by')
    .leftJoin('user as approver', 'approver.id', 'answer.approved_by')
    .leftJoin('user as reader', 'reader.id', 'answer.translated_by')
    .leftJoin('user as releaser', 'releaser.id', 'answer.released_by')
    .leftJoin('user as withdrawer', 'withdrawer.id', 'answer.withdrawn_by')
    .leftJoin('public_answer as correction', (join) =>
      join.onRef('correction.corrects', '=', 'answer.id').on('correction.released_at', 'is not', null),
    )
    .selectAll('answer')
    .select([
      'drafter.name as drafter',
      'changer.name as changer',
      'approver.name as approver',
      'reader.name as reader',
      'releaser.name as releaser',
      'withdrawer.name as withdrawer',
      'correction.id as corrected_by',
    ]);
}

async function find(db: Reading, id: string): Promise<PublicAnswer | null> {
  const row = await answers(db).where('answer.id', '=', id).executeTakeFirst();
  return row ? answerOf(row) : null;
}

type AnswerRecord = Awaited<ReturnType<ReturnType<typeof answers>['executeTakeFirstOrThrow']>>;

function answerOf(row: AnswerRecord): PublicAnswer {
  const withdrawn = signed(row.withdrawn_by, row.withdrawer, row.withdrawn_at);
  return {
    id: row.id,
    problemId: row.problem_id,
    meetingId: row.meeting_id,
    corrects: row.corrects,
    correctionReason: row.correction_reason,
    correctedBy: row.corrected_by,
    state: row.state,
    words: wordsOf(row.words),
    areaName: row.area_name,
    rows: parsed(row.promises),
    quotes: parsed(row.quotes),
    told: parsedOrNull(row.told),
    sheet: parsedOrNull(row.sheet),
    version: row.version,
    drafted: { by: row.drafted_by, name: row.drafter ?? row.drafted_by, at: row.drafted_at },
    changed: { by: row.changed_by, name: row.changer ?? row.changed_by, at: row.changed_at },
    approved: signed(row.approved_by, row.approver, row.approved_at),
    translated: signed(row.translated_by, row.reader, row.translated_at),
    released: signed(row.released_by, row.releaser, row.released_at),
    withdrawn: withdrawn && { ...withdrawn, reason: row.withdraw_reason },
  };
}

/** Those that were written before meetings had answers name no decisions. */
function wordsOf(text: string): AnswerWords {
  const words = parsed<AnswerWords>(text);
  return {
    ...words,
    decisions: words.decisions ?? [],
    languages: words.languages.map((one) => ({ ...one, decisions: one.decisions ?? [] })),
  };
}

/** What is no account (the demo area has none) is called by its id. */
function signed(by: string | null, name: string | null, at: string | null) {
  return by === null || at === null ? null : { by, name: name ?? by, at };
}
