import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Erased, readErased } from '../erased-list.ts';
import { CannotStart } from '../errors.ts';
import { putFieldKeyBack } from '../field-key.ts';
import { openStore } from '../store/open-store.ts';
import {
  type CopyReport,
  endAllSessions,
  inspectCopy,
  isInUse,
  takeFieldKey,
} from '../store/sqlite/copies.ts';
import { erasedIn, type Protection, readProtection } from '../store/sqlite/protected-rows.ts';
import { type ErasedAgain, eraseAgain } from './erase-again.ts';
import { openSealed, WrongKey } from './sealing.ts';
import { applyTodaysProtection, type TakenOut } from './todays-protection.ts';
import { removeUnfinished } from './unfinished.ts';

export type SoundReport = Extract<CopyReport, { sound: true }>;

/** Opens a backup beside nothing that is in use, reads all of it, and takes it away again. */
export function verifyBackup(file: string, identity: string, folder: string): Promise<SoundReport> {
  return withOpened(file, identity, folder, (_, report) => report);
}

export interface Restored extends SoundReport {
  /** Where the database that was there before is now; null when there was none. */
  setAside: string | null;
  /** What may not be kept by the rules of today; the backup itself still holds it. */
  takenOut: TakenOut;
  /** What was erased since the backup was made, and was erased in it too. */
  erasedAgain: ErasedAgain;
}

/**
 * Puts a backup in the place of the database, once it was brought to the schema of this version and has opened. Nobody is
 * signed in afterwards, and the secret that signed the sessions of before is made anew. The key of sealed fields comes with
 * it. What was there is set aside, not deleted. Refuses while anything has the database open: a server would go on writing into the one that is set aside.
 */
export function restoreBackup(
  file: string,
  identity: string,
  { dataFolder, databaseFile, now }: { dataFolder: string; databaseFile: string; now: Date },
): Promise<Restored> {
  return withOpened(file, identity, dataFolder, async (opened, report) => {
    const fieldKey = takeFieldKey(opened);
    const today = {
      protection: readProtection(databaseFile),
      erased: [...readErased(dataFolder), ...erasedIn(databaseFile)],
    };
    const { takenOut, erasedAgain } = await bringUpToDate(opened, today, now);
    endAllSessions(opened);
    if (existsSync(databaseFile) && isInUse(databaseFile)) throw new CannotStart(IN_USE);
    if (fieldKey !== null) putFieldKeyBack(dataFolder, fieldKey, stampOf(now));
    const setAside = setAsideOf(databaseFile, now);
    renameSync(opened, databaseFile);
    rmSync(join(dataFolder, 'secret'), { force: true });
    return { ...report, setAside, takenOut, erasedAgain };
  });
}

const IN_USE =
  'The database is in use: a server, or another command, works in this data folder. Stop it, then restore.';

/** That it was restored, and what did not come back, belongs to its history. */
async function bringUpToDate(
  opened: string,
  today: { protection: Protection; erased: readonly Erased[] },
  now: Date,
): Promise<Pick<Restored, 'takenOut' | 'erasedAgain'>> {
  const store = await openStore({ file: opened });
  try {
    const act = { actor: null, at: now.toISOString() };
    const takenOut = await applyTodaysProtection(store, opened, today.protection, act);
    const erasedAgain = await eraseAgain(store, today.erased, act);
    const incidents = takenOut.incidents.reduce((sum, { count }) => sum + count, 0);
    const change: Record<string, [unknown, unknown]> =
      incidents + takenOut.concerns + takenOut.places > 0
        ? {
            protectedIncidentsTakenOut: [null, incidents],
            protectedConcernsTakenOut: [null, takenOut.concerns],
            placesTakenOffTheMap: [null, takenOut.places],
          }
        : {};
    await store.audit.add({ action: 'restore', objectKind: 'workspace', objectId: 'workspace', change }, act);
    return { takenOut, erasedAgain };
  } finally {
    await store.close();
  }
}

const stampOf = (now: Date) => `${now.toISOString().slice(0, 19).replaceAll(':', '')}Z`;

/** A log beside the database belongs to it: left behind it would be read into the restored one. */
function setAsideOf(databaseFile: string, now: Date): string | null {
  if (!existsSync(databaseFile)) return null;
  const aside = `${databaseFile}.before-${stampOf(now)}`;
  for (const end of ['-wal', '-shm', '']) {
    if (existsSync(databaseFile + end)) renameSync(databaseFile + end, aside + end);
  }
  return aside;
}

async function withOpened<Result>(
  file: string,
  identity: string,
  folder: string,
  use: (opened: string, report: SoundReport) => Result | Promise<Result>,
): Promise<Result> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  removeUnfinished(folder);
  const opened = join(folder, `restore-${process.pid}.tmp`);
  try {
    await openSealed(file, opened, identity).catch((error: unknown) => {
      throw error instanceof WrongKey ? error : (unwritable(error, opened) ?? unreadable(error));
    });
    const report = inspectCopy(opened);
    if (!report.sound) throw new CannotStart(`The backup must not be used. ${report.fault}`);
    return await use(opened, report);
  } finally {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(opened + end, { force: true });
  }
}

function unwritable(error: unknown, opened: string): CannotStart | null {
  const { code, path } = Object(error);
  if (code === 'ENOSPC') return new CannotStart('The disk is full: nothing was restored.');
  if (path !== opened) return null;
  return new CannotStart(`Nothing can be written to ${dirname(opened)}: give yourself the right to.`);
}

function unreadable(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return new CannotStart('There is no such backup file.');
  if (code === 'EACCES') return new CannotStart('The backup file cannot be read by this account.');
  return new CannotStart('The backup is damaged or was cut off: it cannot be opened.');
}
