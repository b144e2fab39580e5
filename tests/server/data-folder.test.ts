import { chmodSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ConfigError } from '../../server/config.ts';
import { prepareDataFolder } from '../../server/data-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'common-ground-folder-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the data folder', () => {
  it('is made with the folders above it, and taken as it is when it is there', () => {
    const deep = join(folder, 'a', 'b', 'c');
    prepareDataFolder(deep);
    prepareDataFolder(deep);
    expect(statSync(deep).isDirectory()).toBe(true);
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
