import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeKey } from '../../server/backup/make-backup.ts';
import { scheduleBackups } from '../../server/backup/schedule.ts';
import { backupState } from '../../server/backup-state.ts';
import { openStore } from '../../server/store/open-store.ts';

let dataFolder: string;
beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'cg-backup-state-'));
});
afterEach(() => rmSync(dataFolder, { recursive: true, force: true }));

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000);

describe('backups', () => {
  it('are not missed where no key was made', () => {
    expect(backupState(dataFolder, inHours(1000))).toBe('none');
    expect(backupState(join(dataFolder, 'gone'), inHours(0))).toBe('none');
  });

  it('are late two days after the key was made, or after the newest', async () => {
    await makeKey(dataFolder);
    expect(backupState(dataFolder, inHours(47))).toBe('fresh');
    expect(backupState(dataFolder, inHours(49))).toBe('late');
    const databaseFile = join(dataFolder, 'common-ground.sqlite');
    await (await openStore({ file: databaseFile })).close();
    const clock = { now: () => inHours(72) };
    const log = { info: () => {}, warn: () => {}, error: () => {} };
    await scheduleBackups({ dataFolder, databaseFile, clock, log })();
    expect(backupState(dataFolder, inHours(73))).toBe('fresh');
    expect(backupState(dataFolder, inHours(72 + 49))).toBe('late');
  });
});
