import { Conflict } from '../errors.ts';
import type { Backend } from './backend.ts';
import { existing, record } from './change.ts';
import { parsed, parsedOrNull, textOrNull } from './json.ts';
import type { CaseOpening, OpeningStore } from './ports.ts';
import type { DatabaseTransaction, Reading } from './tables.ts';

export function openingStore({ db, write }: Backend): OpeningStore {
  return {
    current: (problemId) => openOf(db, problemId),
    open: (input, act) =>
      write(async (transaction) => {
        if (await openOf(transaction, input.problemId))
          throw new Conflict('already_open', 'This case is open to the committee already: close it first.');
        const { problemId, roles, reason, until, rule, grants } = input;
        const values = { problem_id: problemId, roles: JSON.stringify(roles), reason, until_day: until };
        await transaction
          .insertInto('case_opening')
          .values({
            ...values,
            rule: textOrNull(rule),
            grants: JSON.stringify(grants),
            opened_by: act.actor ?? '',
            opened_at: act.at,
          })
          .execute();
        const change = { opening: [null, { roles, until }] as [unknown, unknown] };
        const entry = { action: 'open', objectKind: 'problem', objectId: problemId, change };
        await record(transaction, entry, { ...act, reason });
        return existing(await openOf(transaction, problemId), 'opening of the case');
      }),
    close: (problemId, act) =>
      write(async (transaction) => {
        const found = existing(await openOf(transaction, problemId), 'opening of the case');
        await close(transaction, found, act.actor, act.at);
      }),
    closeEnded: (today, at) =>
      write(async (transaction) => {
        const rows = await openings(transaction).where('until_day', '<', today).execute();
        for (const row of rows) await close(transaction, openingOf(row), null, at);
        return rows.map(({ problem_id }) => problem_id);
      }),
  };
}

/** `actor` null: its last day is over. */
async function close(
  transaction: DatabaseTransaction,
  { id, problemId, roles, until }: CaseOpening,
  actor: string | null,
  at: string,
): Promise<void> {
  await transaction
    .updateTable('case_opening')
    .set({ closed_by: actor, closed_at: at })
    .where('id', '=', id)
    .execute();
  const change = { opening: [{ roles, until }, null] as [unknown, unknown] };
  const entry = { action: 'close', objectKind: 'problem', objectId: problemId, change };
  await record(transaction, entry, { actor, at });
}

const openings = (db: Reading) => db.selectFrom('case_opening').selectAll().where('closed_at', 'is', null);

async function openOf(db: Reading, problemId: string): Promise<CaseOpening | null> {
  const row = await openings(db).where('problem_id', '=', problemId).executeTakeFirst();
  return row ? openingOf(row) : null;
}

type Row = Awaited<ReturnType<ReturnType<typeof openings>['executeTakeFirstOrThrow']>>;

function openingOf(row: Row): CaseOpening {
  return {
    id: row.id,
    problemId: row.problem_id,
    roles: parsed<CaseOpening['roles']>(row.roles),
    reason: row.reason,
    until: row.until_day,
    rule: parsedOrNull(row.rule),
    grants: parsed<CaseOpening['grants']>(row.grants),
    openedBy: row.opened_by,
    openedAt: row.opened_at,
  };
}
