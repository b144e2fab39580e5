import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart } from '../errors.ts';
import { fieldKeyIn } from '../field-key.ts';
import { copyDatabase, inspectCopy, putFieldKey } from '../store/sqlite/copies.ts';
import { newBackupKey, sealFile } from './sealing.ts';
import { removeUnfinished } from './unfinished.ts';

/** The half of the key that closes backups. */
export const RECIPIENT_FILE = 'backup-recipient';
const NAME = /^common-ground-(\d{4}-\d{2}-\d{2}T\d{6}Z)\.sqlite\.age$/;
/** Backups kept in a folder; the oldest go first. */
export const KEPT = 14;

export interface BackupPlace {
  dataFolder: string;
  databaseFile: string;
  /** Where the backups go. */
  folder: string;
}

export interface Backup {
  file: string;
  bytes: number;
  /** Older ones that were taken away. */
  removed: number;
}

/** What this machine closes backups with; null until a key was made. */
export function readRecipient(dataFolder: string): string | null {
  try {
    return readFileSync(join(dataFolder, RECIPIENT_FILE), 'utf8').trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Makes a key and keeps the half that closes; gives the half that opens, which is kept nowhere. */
export async function makeKey(dataFolder: string): Promise<string> {
  const { identity, recipient } = await newBackupKey();
  writeFileSync(join(dataFolder, RECIPIENT_FILE), `${recipient}\n`, { mode: 0o600 });
  return identity;
}

/** Copies, opens and reads the copy, closes it with the key, and takes the oldest away. All or nothing. */
export async function makeBackup(place: BackupPlace, recipient: string, now: Date): Promise<Backup> {
  const { dataFolder, databaseFile, folder } = place;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const copy = join(dataFolder, `backup-${process.pid}.tmp`);
  const file = join(folder, nameAt(now));
  const unfinished = `${file}.part`;
  try {
    removeUnfinished(dataFolder);
    await copyDatabase(databaseFile, copy);
    const report = inspectCopy(copy);
    if (!report.sound)
      throw new CannotStart(`The copy must not be used. ${report.fault} The database needs care.`);
    const fieldKey = fieldKeyIn(dataFolder);
    if (fieldKey !== null) putFieldKey(copy, fieldKey);
    rmSync(unfinished, { force: true });
    await sealFile(copy, unfinished, recipient);
    renameSync(unfinished, file);
    return { file, bytes: statSync(file).size, removed: removeOldest(folder) };
  } catch (error) {
    throw unwritable(error, folder) ?? error;
  } finally {
    for (const rest of [copy, `${copy}-wal`, `${copy}-shm`, `${copy}-journal`, unfinished])
      rmSync(rest, { force: true });
  }
}

function unwritable(error: unknown, folder: string): CannotStart | null {
  switch (Object(error).code) {
    case 'ENOSPC':
    case 'SQLITE_FULL':
      return new CannotStart(
        `The disk is full: no backup was made. It takes the size of the database twice for a moment, beside it and in ${folder}`,
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new CannotStart(`No backup was made: nothing can be written to ${folder}`);
    default:
      return null;
  }
}

/**
 * The newest backup in a folder up to now, as an instant; null when there is none. One of a day when the clock was wrong
 * and ran ahead would otherwise put off all that follow.
 */
export function newestBackup(folder: string, now: Date): string | null {
  const newest = backupsIn(folder).findLast((name) => name <= nameAt(now));
  const [, time] = NAME.exec(newest ?? '') ?? [];
  return time === undefined ? null : time.replace(/(\d{2})(\d{2})(\d{2})Z$/, '$1:$2:$3.000Z');
}

function removeOldest(folder: string): number {
  const old = backupsIn(folder).slice(0, -KEPT);
  for (const name of old) rmSync(join(folder, name), { force: true });
  return old.length;
}

/** Their names order them by time. */
function backupsIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => NAME.test(name))
      .sort();
  } catch {
    return [];
  }
}

function nameAt(now: Date): string {
  return `common-ground-${now.toISOString().slice(0, 19).replaceAll(':', '')}Z.sqlite.age`;
}
