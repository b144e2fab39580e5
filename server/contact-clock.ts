import type { TimeGuard } from './believed-time.ts';
import { concernDays } from './concern-days.ts';
import type { AppDeps } from './deps.ts';

const DAY_MS = 24 * 3_600_000;

type Parts = Pick<AppDeps, 'store' | 'clock' | 'log'>;

/**
 * Forgets how to reach whoever raised a concern, so many days after nothing more was to be done with it: at the start and
 * once a day, unless the clock is in doubt. A failure is said in the log and tried again the next day. Ends with the returned function.
 */
export function forgetContactsInTime(parts: Parts, guard: TimeGuard, everyMs = DAY_MS): () => void {
  const look = () => {
    forgetUnlessInDoubt(parts, guard).catch((error: unknown) =>
      parts.log.error({ err: error }, 'contacts that are over their time could not be forgotten'),
    );
  };
  look();
  const timer = setInterval(look, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}

export async function forgetUnlessInDoubt(parts: Parts, guard: TimeGuard): Promise<void> {
  const doubt = await guard();
  if (doubt === null) await forgetSettledContacts(parts);
  else
    parts.log.warn(
      { doubt },
      'the clock is in doubt: no contact is forgotten until somebody says that it is right',
    );
}

/** Says how many were forgotten. */
export async function forgetSettledContacts({ store, clock, log }: Parts): Promise<number> {
  const { contactDays } = await concernDays(store);
  const now = clock.now();
  const before = new Date(now.getTime() - contactDays * DAY_MS).toISOString();
  const forgotten = await store.concerns.forgetContacts(before, { actor: null, at: now.toISOString() });
  if (forgotten > 0) log.info({ forgotten }, 'contacts of settled concerns were forgotten');
  return forgotten;
}
