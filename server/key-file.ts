import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart } from './errors.ts';

/** A random key in a file of the data folder: made when it is missing, readable by the owner alone. */
export function readOrMakeKeyFile(dataFolder: string, name: string, cure: string): string {
  mkdirSync(dataFolder, { recursive: true });
  const file = join(dataFolder, name);
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (Object(error).code !== 'EEXIST') {
      // Half a key would be found damaged at the next start.
      rmSync(file, { force: true });
      throw Object(error).code === 'ENOSPC'
        ? new CannotStart('The disk is full: make room, then start again.')
        : error;
    }
  }
  const key = readFileSync(file, 'utf8').trim();
  if (key.length < 32) throw new CannotStart(`The file "${name}" in CG_DATA is damaged: ${cure}`);
  return key;
}

/** The key in a file, as it is; null when there is none. */
export function readKeyFile(dataFolder: string, name: string): string | null {
  try {
    return readFileSync(join(dataFolder, name), 'utf8').trim();
  } catch (error) {
    if (Object(error).code === 'ENOENT') return null;
    throw error;
  }
}
