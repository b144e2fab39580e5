import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../../server/root.ts';
import { openStore } from '../../../server/store/open-store.ts';

const ROWS = 60_000;
const KILLS = 3;

let folder: string;
let file: string;
let databaseFile: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'common-ground-kill-'));
  databaseFile = join(folder, 'common-ground.sqlite');
  file = join(folder, 'incidents.csv');
  const row = (i: number) => `${i},2024-03-${String((i % 28) + 1).padStart(2, '0')} 10:00,Theft,36.${i},-1.3`;
  writeFileSync(
    file,
    `id,date,category,lon,lat\n${Array.from({ length: ROWS }, (_, i) => row(i)).join('\n')}\n`,
  );
  await (await openStore({ file: databaseFile })).close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function startImport(): ChildProcess {
  const args = ['--import', 'tsx', 'server/main.ts', 'import', file, '--dataset', 'Killed'];
  return spawn(process.execPath, args, {
    cwd: projectRoot,
    env: { ...process.env, CG_DATA: folder },
    stdio: 'ignore',
  });
}

/** Waits until the import has written to the log of the database, or has ended. */
async function writing(child: ChildProcess): Promise<void> {
  const probe = new Database(databaseFile, { timeout: 0 });
  while (child.exitCode === null) {
    try {
      probe.exec('BEGIN IMMEDIATE; ROLLBACK');
    } catch {
      break;
    }
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  probe.close();
}

function rowsStored(): { incidents: number; imports: number; datasets: number } {
  const db = new Database(databaseFile);
  const count = (table: string) =>
    db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${table}`).get()!.n;
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  const found = { incidents: count('incident'), imports: count('import'), datasets: count('dataset') };
  db.close();
  return found;
}

describe('kill -9 during an import', () => {
  it('leaves all of it or nothing', async () => {
    for (let round = 0; round < KILLS; round++) {
      const child = startImport();
      const ended = new Promise((resolve) => child.once('exit', resolve));
      await writing(child);
      await new Promise((resolve) => setTimeout(resolve, round * 40));
      child.kill('SIGKILL');
      await ended;
      const { incidents, imports, datasets } = rowsStored();
      expect([0, ROWS]).toContain(incidents);
      expect(imports).toBe(incidents === 0 ? 0 : 1);
      expect(datasets).toBe(imports);
      if (incidents === ROWS) return;
    }
    const last = startImport();
    await new Promise((resolve) => last.once('exit', resolve));
    expect(rowsStored()).toEqual({ incidents: ROWS, imports: 1, datasets: 1 });
  }, 120_000);
});
