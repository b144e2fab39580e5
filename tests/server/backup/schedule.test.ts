import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeKey, newestBackup } from '../../../server/backup/make-backup.ts';
import { backupFolder, scheduleBackups } from '../../../server/backup/schedule.ts';
import { openStore } from '../../../server/store/open-store.ts';
import { createTestClock } from '../../fixtures/test-app.ts';

let dataFolder: string;
const clock = createTestClock();
const errors: string[] = [];
const log = {
  info: () => {},
  warn: () => {},
  error: (_: object, message: string) => void errors.push(message),
};
const databaseFile = () => join(dataFolder, 'common-ground.sqlite');

beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'cg-schedule-'));
  errors.length = 0;
  await (await openStore({ file: databaseFile() })).close();
});
afterEach(() => rmSync(dataFolder, { recursive: true, force: true }));

/** One look, as at the start of the server. */
const look = (file = databaseFile()) => scheduleBackups({ dataFolder, databaseFile: file, clock, log })();
const made = () => (readdirSync(dataFolder).includes('backups') ? readdirSync(backupFolder(dataFolder)) : []);

describe('the schedule', () => {
  it('does nothing until there is a key', async () => {
    await look();
    expect(made()).toEqual([]);
  });

  it('makes one a day', async () => {
    await makeKey(dataFolder);
    await look();
    await look();
    expect(made()).toHaveLength(1);
    expect(newestBackup(backupFolder(dataFolder), clock.now())).toBe('2025-03-01T12:00:00.000Z');
    clock.advance(24 * 3_600_000);
    await look();
    expect(made()).toHaveLength(2);
  });

  it('goes on where the clock had run ahead', async () => {
    await makeKey(dataFolder);
    clock.advance(365 * 24 * 3_600_000);
    await look();
    clock.advance(-365 * 24 * 3_600_000);
    await look();
    expect(made()).toHaveLength(2);
    await look();
    expect(made()).toHaveLength(2);
  });

  it('says in the log when it could not, and lives on', async () => {
    await makeKey(dataFolder);
    await look(join(dataFolder, 'nothing.sqlite'));
    expect(errors).toEqual(['the backup could not be made']);
  });
});
