import { restoreBackup } from '../backup/restore-backup.ts';
import type { BackupParts } from './backup.ts';
import { inWords, withKey } from './backup-file.ts';
import type { Outcome } from './outcome.ts';

export async function restore(args: readonly string[], parts: BackupParts): Promise<Outcome> {
  return withKey(args, async (file, identity) => {
    const { setAside, ...report } = await restoreBackup(file, identity, { ...parts, now: parts.clock.now() });
    const before = setAside === null ? '' : `\nThe database that was there is now ${setAside}`;
    return {
      code: 0,
      text: `Restored. ${inWords(report)}\nNobody is signed in any more, and open invitations are void.${before}`,
    };
  });
}
