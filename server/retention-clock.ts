import type { AppDeps } from './deps.ts';
import { GRACE_MS, isDue, isSteady } from './domain/retention.ts';
import { today } from './today.ts';

type Parts = Pick<AppDeps, 'store' | 'clock' | 'log'>;

/** Settings: when the clock looked last, and when the rules were changed last. */
export const LAST_LOOK = 'retention.lastLook';
export const RULES_SINCE = 'retention.since';
const LOOK_EVERY_MS = 60 * 60_000;

/**
 * Once a day deletes what has run out, and closes cases whose day is over. A failure is said in the log and tried again at
 * the next look. Ends with the returned function, which waits for what is under way.
 */
export function scheduleRetention(parts: Parts, everyMs = LOOK_EVERY_MS): () => Promise<void> {
  let working: Promise<void> = Promise.resolve();
  let busy = false;
  const look = () => {
    if (busy) return;
    busy = true;
    working = lookAtClock(parts).finally(() => {
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

/** One look. */
export async function lookAtClock({ store, clock, log }: Parts): Promise<void> {
  try {
    const at = clock.now();
    await store.openings.closeEnded(await today(store, clock), at.toISOString());
    const lastLook = await store.settings.get(LAST_LOOK);
    if (!isDue(lastLook, at)) return;
    await store.settings.set(LAST_LOOK, at.toISOString());
    const rules = await store.retention.rules();
    const since = await store.settings.get(RULES_SINCE);
    if (since === null || !isOver(since, at)) return;
    if (!isSteady(lastLook, at)) {
      log.warn({ lastLook }, 'the clock has jumped: nothing is deleted before the next day');
      return;
    }
    const zone = (await store.settings.get('workspace.timezone')) ?? 'UTC';
    const { incidents, refusedRows, runs } = await store.retention.takeOut(rules, zone, at.toISOString());
    const deleted = incidents.reduce((sum, { count }) => sum + count, 0);
    if (deleted + refusedRows + runs > 0)
      log.info({ incidents: deleted, refusedRows, runs }, 'what had run out was deleted');
  } catch (error) {
    log.error({ err: error }, 'what has run out could not be deleted');
  }
}

/** Whether the rules have stood for a day: so long they can be taken back. */
function isOver(since: string, now: Date): boolean {
  return now.getTime() - Date.parse(since) >= GRACE_MS;
}
