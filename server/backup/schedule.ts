import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { makeBackupApart } from './backup-apart.ts';
import { newestBackup, readRecipient } from './make-backup.ts';

const DAY_MS = 24 * 3_600_000;
const LOOK_EVERY_MS = 15 * 60_000;

export interface ScheduleParts {
  dataFolder: string;
  databaseFile: string;
  clock: Clock;
  log: Log;
}

export const backupFolder = (dataFolder: string): string => join(dataFolder, 'backups');

/**
 * Once a key was made, makes a backup whenever the newest is a day old. A failure is said in the log and tried again at
 * the next look. Ends with the returned function, which waits for a backup that is being made.
 */
export function scheduleBackups(parts: ScheduleParts, everyMs = LOOK_EVERY_MS): () => Promise<void> {
  let working: Promise<void> = Promise.resolve();
  let busy = false;
  const look = () => {
    if (busy) return;
    busy = true;
    working = backUpWhenDue(parts).finally(() => {
      busy = false;
    });
  };
  look();
  const timer = setInterval(look, everyMs);
  timer.unref();
  return () => {
    clearInterval(timer);
    return working;
  };
}

async function backUpWhenDue({ dataFolder, databaseFile, clock, log }: ScheduleParts): Promise<void> {
  try {
    const recipient = readRecipient(dataFolder);
    if (recipient === null) return;
    const folder = backupFolder(dataFolder);
    const now = clock.now();
    const newest = newestBackup(folder, now);
    if (newest !== null && now.getTime() - Date.parse(newest) < DAY_MS) return;
    const { bytes, removed } = await makeBackupApart({ dataFolder, databaseFile, folder }, recipient, now);
    log.info({ bytes, removed }, 'a backup was made');
  } catch (error) {
    log.error({ err: error }, 'the backup could not be made');
  }
}
