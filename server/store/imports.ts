import { setImmediate as nextTurn } from 'node:timers/promises';
import { StillLinked } from '../domain/link.ts';
import { Conflict } from '../errors.ts';
import { refuseWhileRolesHold } from './area-roles.ts';
import type { Backend } from './backend.ts';
import { existing } from './change.ts';
import { parsed, parsedOrNull } from './json.ts';
import { compiledAsks, toImport } from './links.ts';
import type { ImportRecord, ImportStore, RefusedRow } from './ports.ts';
import type { Database, Reading } from './tables.ts';

const CHUNK = 500;

export function importStore(backend: Backend): ImportStore {
  const { db, write } = backend;
  return {
    async list() {
      const rows = await imports(db).orderBy('created_at', 'desc').orderBy('id', 'desc').execute();
      return rows.map(importOf);
    },
    get: (id) => find(db, id),
    refused: (id) => refusedRows(db, id),
    async undo(id, act, links) {
      existing(await find(db, id), 'import');
      // A role given in the meantime gives nothing once its area is hidden.
      await refuseWhileRolesHold(db, (area) => area.import_id === id, act);
      const asks = links && compiledAsks(db, toImport(id));
      const done = await backend.undoImport(id, act, asks && { asks, known: links });
      if (typeof done !== 'boolean') throw new StillLinked(done);
      if (!done)
        throw new Conflict(
          'already_undone',
          'This import was undone already. Import the file again to have its rows.',
        );
    },
    async recallMapping(shape) {
      const row = await db
        .selectFrom('remembered_mapping')
        .select('mapping')
        .where('shape', '=', shape)
        .executeTakeFirst();
      return row ? parsed<unknown>(row.mapping) : null;
    },
    async rememberMapping(shape, mapping) {
      const text = JSON.stringify(mapping);
      const updated_at = new Date().toISOString();
      await write((transaction) =>
        transaction
          .insertInto('remembered_mapping')
          .values({ shape, mapping: text, updated_at })
          .onConflict((conflict) => conflict.column('shape').doUpdateSet({ mapping: text, updated_at }))
          .execute(),
      );
    },
  };
}

async function* refusedRows(db: Database, id: string): AsyncGenerator<RefusedRow> {
  let line = -1;
  for (;;) {
    const rows = await db
      .selectFrom('refused_row')
      .select(['line', 'reason', 'detail', 'cells'])
      .where('import_id', '=', id)
      .where('line', '>', line)
      .orderBy('line')
      .limit(CHUNK)
      .execute();
    for (const row of rows) yield { ...row, cells: parsed<string[]>(row.cells) };
    if (rows.length < CHUNK) return;
    line = rows[rows.length - 1].line;
    await nextTurn();
  }
}

function imports(db: Reading) {
  return db.selectFrom('import').selectAll();
}

async function find(db: Reading, id: string): Promise<ImportRecord | null> {
  const row = await imports(db).where('id', '=', id).executeTakeFirst();
  return row ? importOf(row) : null;
}

type ImportRow = Awaited<ReturnType<ReturnType<typeof imports>['executeTakeFirstOrThrow']>>;

function importOf(row: ImportRow): ImportRecord {
  return {
    id: row.id,
    datasetId: row.dataset_id,
    fileName: row.file_name,
    mapping: parsed<unknown>(row.mapping),
    read: row.read_rows,
    stored: row.stored,
    unlocated: row.unlocated,
    duplicates: row.duplicates,
    refused: parsed(row.refused),
    flagged: parsed(row.flagged),
    bbox: parsedOrNull(row.bbox),
    from: row.time_from,
    to: row.time_to,
    seconds: row.seconds,
    createdBy: row.created_by,
    createdAt: row.created_at,
    undoneAt: row.undone_at,
  };
}
