import { verifyBackup } from '../backup/restore-backup.ts';
import { inWords, withKey } from './backup-file.ts';
import type { Outcome } from './outcome.ts';

export async function verify(args: readonly string[], parts: { dataFolder: string }): Promise<Outcome> {
  return withKey(args, async (file, identity) => {
    const report = await verifyBackup(file, identity, parts.dataFolder);
    return { code: 0, text: `The backup is whole. ${inWords(report)}` };
  });
}
