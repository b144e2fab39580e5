import { createHash, randomUUID } from 'node:crypto';
import { PUBLICATION_STEPS, type PublicationState } from '../domain/publication.ts';
import { Conflict } from '../errors.ts';
import type { Backend } from './backend.ts';
import { beginnings, existing, newest, record } from './change.ts';
import { parsed, parsedOrNull, textOrNull } from './json.ts';
import type { Act, KeptFigure, Publication, PublicationStore, PublishedTable } from './ports.ts';
import type { PublicationFigureTable } from './publication-tables.ts';
import type { DatabaseTransaction, Reading } from './tables.ts';

const WHAT = 'publication';
/** Rows in one statement. */
const BATCH = 100;

export function publicationStore({ db, write }: Backend): PublicationStore {
  return {
    async list() {
      const rows = await publications(db).orderBy('prepared_at', 'desc').orderBy('publication.id').execute();
      return rows.map(publicationOf);
    },
    get: (id) => find(db, id),
    async table(id) {
      const row = existing(await publications(db).where('publication.id', '=', id).executeTakeFirst(), WHAT);
      const figures = await figureRows(db, id);
      return {
        areas: parsed(row.areas),
        periods: parsed(row.periods),
        figures: figures.map(({ area, period, count }) => ({ area, period, count })),
      };
    },
    async releasedFigures(but) {
      const rows = await publications(db)
        .where('released_at', 'is not', null)
        .orderBy('released_at')
        .execute();
      const others = rows.filter(({ id }) => id !== but);
      return Promise.all(
        others.map(async ({ id, title }) => ({ id, title, figures: await keptFigures(db, id) })),
      );
    },
    figures: (id) => keptFigures(db, id),
    prepare: (input, table, act) => write((transaction) => prepare(transaction, input, table, act)),
    moveTo: (id, version, state, act) =>
      write(async (transaction) => {
        const before = newest(await find(transaction, id), version, WHAT);
        checkStep(before, state, act);
        await transaction
          .updateTable('publication')
          .set({ state, version: version + 1, ...signatureOf(state, act) })
          .where('id', '=', id)
          .execute();
        const change = { state: [before.state, state] as [unknown, unknown] };
        await record(transaction, { action: state, objectKind: WHAT, objectId: id, change }, act);
        return existing(await find(transaction, id), WHAT);
      }),
  };
}

async function prepare(
  transaction: DatabaseTransaction,
  { title, text, wish, subjects, zone, sheet }: Parameters<PublicationStore['prepare']>[0],
  { areas, periods, figures }: Parameters<PublicationStore['prepare']>[1],
  act: Act,
): Promise<Publication> {
  const id = randomUUID();
  const shown = figures.map(({ area, period, count }) => ({ area, period, count }));
  const seen: PublishedTable = { areas, periods, figures: shown };
  const digest = createHash('sha256')
    .update(JSON.stringify({ title, text, subjects, zone, ...seen }))
    .digest('hex');
  await transaction
    .insertInto('publication')
    .values({
      id,
      title,
      text,
      wish: JSON.stringify(wish),
      subjects: textOrNull(subjects),
      zone,
      state: 'prepared',
      sheet: JSON.stringify(sheet),
      areas: JSON.stringify(areas),
      periods: JSON.stringify(periods),
      digest,
      prepared_by: act.actor ?? '',
      prepared_at: act.at,
    })
    .execute();
  const rows = figures.map(({ tokens, ...figure }, position) => ({
    publication_id: id,
    position,
    ...figure,
    tokens:
      figure.count === null ? null : new Uint8Array(tokens.buffer, tokens.byteOffset, tokens.byteLength),
  }));
  for (let from = 0; from < rows.length; from += BATCH)
    await transaction
      .insertInto('publication_figure')
      .values(rows.slice(from, from + BATCH))
      .execute();
  const change = beginnings({ title, wish, digest, worstCase: sheet.worstCase });
  await record(transaction, { action: 'create', objectKind: WHAT, objectId: id, change }, act);
  return existing(await find(transaction, id), WHAT);
}

function checkStep(before: Publication, state: PublicationState, act: Act): void {
  if (!PUBLICATION_STEPS[before.state].includes(state))
    throw new Conflict('wrong_state', `This publication is ${before.state} and cannot be ${state}.`);
  if (state === 'released' && before.approvedBy === act.actor)
    throw new Conflict(
      'two_persons',
      'You approved this publication, so somebody else has to release it: it takes two persons.',
    );
}

/** Who did it, for the steps that somebody answers for. */
function signatureOf(state: PublicationState, { actor, at, reason }: Act) {
  if (state === 'approved') return { approved_by: actor, approved_at: at };
  if (state === 'released') return { released_by: actor, released_at: at };
  return state === 'struck' ? { struck_by: actor, struck_at: at, strike_reason: reason ?? '' } : {};
}

function publications(db: Reading) {
  return db
    .selectFrom('publication')
    .leftJoin('user as preparer', 'preparer.id', 'prepared_by')
    .leftJoin('user as approver', 'approver.id', 'approved_by')
    .leftJoin('user as releaser', 'releaser.id', 'released_by')
    .leftJoin('user as striker', 'striker.id', 'struck_by')
    .selectAll('publication')
    .select([
      'preparer.name as preparer',
      'approver.name as approver',
      'releaser.name as releaser',
      'striker.name as striker',
    ]);
}

async function find(db: Reading, id: string): Promise<Publication | null> {
  const row = await publications(db).where('publication.id', '=', id).executeTakeFirst();
  return row ? publicationOf(row) : null;
}

function figureRows(db: Reading, id: string): Promise<PublicationFigureTable[]> {
  return db
    .selectFrom('publication_figure')
    .selectAll()
    .where('publication_id', '=', id)
    .orderBy('position')
    .execute();
}

async function keptFigures(db: Reading, id: string): Promise<KeptFigure[]> {
  const rows = await figureRows(db, id);
  return rows.flatMap(({ area, period, count, tokens }) =>
    tokens === null ? [] : [{ area, period, count, tokens: numbersOf(tokens) }],
  );
}

/** A copy, because the bytes of the driver may lie at any address. */
const numbersOf = (bytes: Uint8Array): Float64Array => new Float64Array(Uint8Array.from(bytes).buffer);

type PublicationRow = Awaited<ReturnType<ReturnType<typeof publications>['executeTakeFirstOrThrow']>>;

function publicationOf(row: PublicationRow): Publication {
  return {
    id: row.id,
    title: row.title,
    text: row.text,
    wish: parsed(row.wish),
    subjects: parsedOrNull(row.subjects),
    zone: row.zone,
    state: row.state,
    sheet: parsed(row.sheet),
    digest: row.digest,
    version: row.version,
    preparedBy: row.prepared_by,
    preparedAt: row.prepared_at,
    approvedBy: row.approved_by,
    approvedAt: row.approved_at,
    releasedBy: row.released_by,
    releasedAt: row.released_at,
    struckBy: row.struck_by,
    struckAt: row.struck_at,
    strikeReason: row.strike_reason,
    preparer: row.preparer,
    approver: row.approver,
    releaser: row.releaser,
    striker: row.striker,
  };
}
