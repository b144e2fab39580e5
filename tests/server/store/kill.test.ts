import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { seededRandom } from '../../../analysis/random.ts';
import { openStore } from '../../../server/store/open-store.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Two writers each. */
const ROUNDS = 10;
const folder = temporaryFolder();

type Acknowledged =
  | { kind: 'annotation' | 'problem'; id: string; version: number }
  | { kind: 'import'; id: string; undone: boolean };

/** Both write to one database at once, as a server does while the command line imports. */
const SCRIPTS = ['edit-until-killed.ts', 'import-until-killed.ts'];

function start(script: string, file: string) {
  const path = fileURLToPath(new URL(`../../fixtures/${script}`, import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', path, file], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const heard = { output: '', faults: '' };
  child.stdout.on('data', (chunk) => {
    heard.output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    heard.faults += chunk;
  });
  return { child, heard };
}

async function kill(child: ChildProcess): Promise<void> {
  expect(child.exitCode, 'the writer ended by itself').toBeNull();
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGKILL');
  await ended;
}

/** Lines that were finished; the last may have been cut off. */
function acknowledgedIn(output: string): Acknowledged[] {
  const lines = output.split('\n').slice(0, -1);
  return lines.map((line): Acknowledged => JSON.parse(line));
}

function checkWhole(file: string): void {
  const db = new Database(file);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(db.pragma('foreign_key_check')).toEqual([]);
  const halves = db
    .prepare(
      `SELECT import.id FROM import
       LEFT JOIN (SELECT import_id, count(*) AS rows FROM incident GROUP BY import_id) AS there ON there.import_id = import.id
       WHERE coalesce(rows, 0) <> CASE WHEN undone_at IS NULL THEN stored ELSE 0 END
          OR (SELECT count(*) FROM refused_row WHERE refused_row.import_id = import.id) <> 1`,
    )
    .all();
  expect(halves, 'imports that are there by half').toEqual([]);
  const homeless = db
    .prepare('SELECT id FROM incident WHERE import_id NOT IN (SELECT id FROM import) LIMIT 1')
    .all();
  expect(homeless, 'rows without their import').toEqual([]);
  const summaries = db
    .prepare(
      `SELECT count AS summary, length(bytes) / 4 AS columns, (SELECT count(*) FROM incident) AS rows
       FROM dataset JOIN dataset_summary USING (version) JOIN column_snapshot USING (version)
       WHERE column_snapshot.name = 'id'`,
    )
    .all() as { summary: number; columns: number; rows: number }[];
  for (const { summary, columns, rows } of summaries) expect([summary, columns]).toEqual([rows, rows]);
  db.close();
}

async function checkNothingLost(file: string, acknowledged: readonly Acknowledged[]): Promise<void> {
  const store = await openStore({ file });
  const found = {
    annotation: new Map((await store.annotations.list()).map((one) => [one.id, one.version])),
    problem: new Map((await store.problems.list()).map((one) => [one.id, one.version])),
  };
  const imports = new Map((await store.imports.list()).map((one) => [one.id, one]));
  for (const one of acknowledged) {
    if (one.kind === 'import') {
      expect(imports.get(one.id)).toBeDefined();
      if (one.undone) expect(imports.get(one.id)?.undoneAt).not.toBeNull();
    } else expect(found[one.kind].get(one.id) ?? 0).toBeGreaterThanOrEqual(one.version);
  }
  const numbers = (await store.problems.list()).map(({ ref }) => Number(ref.split('-').at(-1)));
  expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1));
  await store.close();
}

it(`killed ${ROUNDS * 2} times while editing and importing, nothing acknowledged is lost and nothing is there by half`, {
  timeout: 180_000,
}, async () => {
  const file = join(folder, 'killed.sqlite');
  const random = seededRandom(20);
  const acknowledged: Acknowledged[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const writers = SCRIPTS.map((script) => start(script, file));
    // Every fifth time they are killed at any moment from their start on, opening and migrating included.
    const early = round % 5 === 0;
    if (!early)
      while (writers.some(({ heard, child }) => heard.output === '' && child.exitCode === null))
        await pause(5);
    // Not together: one writes on while the other is gone.
    for (const { child } of random.next() < 0.5 ? writers : writers.toReversed()) {
      await pause(random.next() * (early ? 700 : 250));
      await kill(child);
    }
    expect(writers.map(({ heard }) => heard.faults)).toEqual(SCRIPTS.map(() => ''));
    for (const { heard } of writers) acknowledged.push(...acknowledgedIn(heard.output));
    await checkNothingLost(file, acknowledged);
    checkWhole(file);
  }
  const kinds = new Set(acknowledged.map(({ kind }) => kind));
  expect([...kinds].toSorted()).toEqual(['annotation', 'import', 'problem']);
});
