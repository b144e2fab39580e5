import type { TimeGuard } from './believed-time.ts';
import type { AppDeps } from './deps.ts';

const DAY_MS = 24 * 3_600_000;
/** How long a photo or document that was removed, or whose case was deleted, can be brought back. */
export const DAYS_TO_BRING_BACK = 30;

type Parts = Pick<AppDeps, 'store' | 'clock' | 'log'>;

/** Deletes removed files for good: at the start and once a day. A failure is tried again the next day. Ends with the returned function. */
export function dropRemovedFilesInTime(parts: Parts, guard: TimeGuard, everyMs = DAY_MS): () => void {
  const look = () => {
    dropUnlessInDoubt(parts, guard).catch((error: unknown) =>
      parts.log.error({ err: error }, 'files that were removed from cases could not be deleted'),
    );
  };
  look();
  const timer = setInterval(look, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}

async function dropUnlessInDoubt(parts: Parts, guard: TimeGuard): Promise<void> {
  const doubt = await guard();
  if (doubt === null) await dropRemovedFiles(parts);
  else
    parts.log.warn(
      { doubt },
      'the clock is in doubt: no removed file is deleted until somebody says that it is right',
    );
}

/** Says how many went. */
export async function dropRemovedFiles({ store, clock, log }: Parts): Promise<number> {
  const now = clock.now();
  const before = new Date(now.getTime() - DAYS_TO_BRING_BACK * DAY_MS).toISOString();
  const dropped = await store.attachments.dropRemoved(before, { actor: null, at: now.toISOString() });
  if (dropped > 0) log.info({ dropped }, 'files removed from cases were deleted for good');
  return dropped;
}
