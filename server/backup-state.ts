import { statSync } from 'node:fs';
import { join } from 'node:path';
import { newestBackup, RECIPIENT_FILE } from './backup/make-backup.ts';
import { backupFolder } from './backup/schedule.ts';

export const BACKUP_STATES = ['none', 'fresh', 'late'] as const;
/** `none`: no key was made, so none are wanted. `late`: one is wanted every day, and none was made for two. */
export type BackupState = (typeof BACKUP_STATES)[number];

const TWO_DAYS_MS = 48 * 3_600_000;

/** Whether the backups of a data folder come as they should: a failure that only the log knows is found out too late. */
export function backupState(dataFolder: string, now: Date): BackupState {
  const key = statSync(join(dataFolder, RECIPIENT_FILE), { throwIfNoEntry: false });
  if (!key) return 'none';
  const newest = newestBackup(backupFolder(dataFolder), now);
  const since = newest === null ? key.mtimeMs : Date.parse(newest);
  return now.getTime() - since > TWO_DAYS_MS ? 'late' : 'fresh';
}
