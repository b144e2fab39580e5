import type { ErasedAgain } from '../backup/erase-again.ts';
import { restoreBackup } from '../backup/restore-backup.ts';
import type { TakenOut } from '../backup/todays-protection.ts';
import type { BackupParts } from './backup.ts';
import { inWords, withKey } from './backup-file.ts';
import type { Outcome } from './outcome.ts';

export async function restore(args: readonly string[], parts: BackupParts): Promise<Outcome> {
  return withKey(args, async (file, identity) => {
    const { setAside, takenOut, erasedAgain, ...report } = await restoreBackup(file, identity, {
      ...parts,
      now: parts.clock.now(),
    });
    const before = setAside === null ? '' : `\nThe database that was there is now ${setAside}`;
    return {
      code: 0,
      text: `Restored. ${inWords(report)}\nNobody is signed in any more, and open invitations are void.${before}${protectedInWords(takenOut)}${erasedInWords(erasedAgain)}`,
    };
  });
}

/** The sealed file and the database that was set aside are for people to deal with: nothing here may rewrite them. */
function protectedInWords({ incidents, concerns, places }: TakenOut): string {
  const count = incidents.reduce((sum, each) => sum + each.count, 0);
  const parts = [
    ...(count > 0
      ? [
          `${count} ${count === 1 ? 'incident' : 'incidents'} of categories that are protected today (${incidents
            .map((each) => `“${each.category}”: ${each.count}`)
            .join(', ')})`,
        ]
      : []),
    ...(concerns > 0
      ? [`${concerns} ${concerns === 1 ? 'concern' : 'concerns'} of categories that are protected today`]
      : []),
    ...(places > 0
      ? [`the positions of ${places} ${places === 1 ? 'place' : 'places'} never put on a map today`]
      : []),
  ];
  if (parts.length === 0) return '';
  return `\nThe backup held ${parts.join(' and ')}: taken out of the restored database. The backup file still holds them; destroy it once a newer one is made.`;
}

function erasedInWords({ concerns, contacts, people }: ErasedAgain): string {
  const parts = [
    ...(concerns > 0 ? [`the words of ${concerns} ${concerns === 1 ? 'concern' : 'concerns'}`] : []),
    ...(contacts > 0 ? [`${contacts} ${contacts === 1 ? 'contact' : 'contacts'}`] : []),
    ...(people > 0 ? [`${people} ${people === 1 ? 'account' : 'accounts'}`] : []),
  ];
  if (parts.length === 0) return '';
  return `\nThe backup held ${parts.join(' and ')} that were erased since: erased again. The backup file still holds them; destroy it once a newer one is made.`;
}
