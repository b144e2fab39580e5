import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { SoundReport } from '../backup/restore-backup.ts';
import { WrongKey } from '../backup/sealing.ts';
import type { Outcome } from './outcome.ts';

export const FILE_USAGE = `Usage:
  npm run -s cg -- verify FILE --key-file KEY      opens a backup and reads all of it
  npm run -s cg -- restore FILE --key-file KEY     puts a backup in the place of the database; stop the server first`;

/** For the commands that open a backup: they take its file and the file of the key. */
export async function withKey(
  args: readonly string[],
  work: (file: string, identity: string) => Promise<Outcome>,
): Promise<Outcome> {
  const wish = read(args);
  const [file, ...rest] = wish?.positionals ?? [];
  const keyFile = wish?.values['key-file'];
  if (file === undefined || keyFile === undefined || rest.length > 0) return { code: 2, text: FILE_USAGE };
  try {
    return await work(file, keyIn(keyFile));
  } catch (error) {
    if (error instanceof WrongKey) return { code: 1, text: error.message };
    throw error;
  }
}

/** A key file may hold lines that begin with #, as age writes them. */
function keyIn(file: string): string {
  try {
    const lines = readFileSync(file, 'utf8').split('\n');
    return lines.find((line) => line.trim() !== '' && !line.startsWith('#')) ?? '';
  } catch {
    throw new WrongKey('The file of the key cannot be read.');
  }
}

function read(args: readonly string[]) {
  try {
    const options = { 'key-file': { type: 'string' } } as const;
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch {
    return null;
  }
}

/** What a backup holds. */
export function inWords({ incidents, problems, accounts, entries, head }: SoundReport): string {
  return `It holds ${incidents} incidents, ${problems} problem cases and ${accounts} accounts; all ${entries} entries of its history fit, the last is ${head}`;
}
