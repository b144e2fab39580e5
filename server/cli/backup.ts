import { parseArgs } from 'node:util';
import { KEPT, makeBackup, makeKey, readRecipient } from '../backup/make-backup.ts';
import { backupFolder } from '../backup/schedule.ts';
import type { Clock } from '../clock.ts';
import type { Outcome } from './outcome.ts';

export const BACKUP_USAGE = `Usage:
  npm run -s cg -- backup key                      makes the key, once; what it prints opens every backup: keep it elsewhere
  npm run -s cg -- backup [--to FOLDER]            makes a backup now; the newest ${KEPT} are kept`;

export interface BackupParts {
  dataFolder: string;
  databaseFile: string;
  clock: Clock;
}

export async function backup(args: readonly string[], parts: BackupParts): Promise<Outcome> {
  const wish = read(args, { to: { type: 'string' } });
  if (wish === null || wish.positionals.length > 1) return wrongUsage();
  const [word] = wish.positionals;
  if (word === 'key') return key(parts);
  if (word !== undefined) return wrongUsage();
  const recipient = readRecipient(parts.dataFolder);
  if (recipient === null)
    return {
      code: 1,
      text: 'There is no key yet, and a backup is never written open. Make one: npm run -s cg -- backup key',
    };
  const folder = wish.values.to ?? backupFolder(parts.dataFolder);
  const made = await makeBackup({ ...parts, folder }, recipient, parts.clock.now());
  return { code: 0, text: `${made.file}\n(${megabytes(made.bytes)}, opened and read before it was closed)` };
}

async function key({ dataFolder }: BackupParts): Promise<Outcome> {
  if (readRecipient(dataFolder) !== null)
    return {
      code: 1,
      text: 'There is a key already. To begin with another one, delete the file "backup-recipient" in the data folder; backups made so far still need the old key.',
    };
  const identity = await makeKey(dataFolder);
  return {
    code: 0,
    text: `${identity}\nThis opens every backup of this workspace. Write it down or put it on a stick, and keep it away from this machine: it is\nshown this once and kept nowhere. From now on a running server makes a backup every day.`,
  };
}

function read<Options extends { [name: string]: { type: 'string' } }>(
  args: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch {
    return null;
  }
}

const wrongUsage = (): Outcome => ({ code: 2, text: BACKUP_USAGE });
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
