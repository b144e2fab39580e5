import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../server/config.ts';
import { prepareDataFolder } from '../../server/data-folder.ts';
import { openDataFolder } from '../../server/open-deps.ts';

const folder = mkdtempSync(join(tmpdir(), 'common-ground-folder-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the data folder', () => {
  it('is made with the folders above it, and taken as it is when it is there', () => {
    const deep = join(folder, 'a', 'b', 'c');
    prepareDataFolder(deep);
    prepareDataFolder(deep);
    expect(statSync(deep).isDirectory()).toBe(true);
    expect(statSync(deep).mode & 0o777).toBe(0o700);
  });

  it('and all that a start makes in it are for its owner alone', async () => {
    const dataFolder = join(folder, 'first-start');
    const { store } = await openDataFolder({ ...readConfig({}, '/'), dataFolder });
    await store.settings.set('name', 'x');
    const files = readdirSync(dataFolder);
    expect(files).toEqual(
      expect.arrayContaining(['secret', 'common-ground.sqlite', 'common-ground.sqlite-wal']),
    );
    for (const file of files) expect(statSync(join(dataFolder, file)).mode & 0o077, file).toBe(0);
    await store.close();
  });

  it('cannot be a file, or lie below one', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    for (const path of [file, join(file, 'below')]) {
      expect(() => prepareDataFolder(path)).toThrow(ConfigError);
      expect(() => prepareDataFolder(path)).toThrow(/^CG_DATA cannot be used: it must be a folder/);
    }
  });

  it.runIf(process.platform === 'linux')('says so at once where no folder can be made', () => {
    expect(() => prepareDataFolder('/proc/common-ground')).toThrow(/^CG_DATA cannot be used/);
    expect(existsSync('/proc/common-ground')).toBe(false);
  });

  // The superuser may write everywhere.
  it.runIf(process.getuid !== undefined && process.getuid() !== 0)('must be one we may write in', () => {
    const locked = join(folder, 'locked');
    prepareDataFolder(locked);
    chmodSync(locked, 0o500);
    expect(() => prepareDataFolder(locked)).toThrow(/^CG_DATA cannot be used/);
  });
});
