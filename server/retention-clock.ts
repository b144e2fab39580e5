import { createTimeGuard, type TimeGuard } from './believed-time.ts';
import type { AppDeps } from './deps.ts';
import { GRACE_MS, isDue } from './domain/retention.ts';
import { LAST_LOOK, RULES_SINCE } from './retention-looks.ts';
import { today } from './today.ts';

type Parts = Pick<AppDeps, 'store' | 'clock' | 'log'>;

const LOOK_EVERY_MS = 60 * 60_000;

/**
 * Once a day deletes what has run out, and closes cases whose day is over. A failure is said in the log and tried again at
 * the next look. Ends with the returned function, which waits for what is under way.
 */
export function scheduleRetention(
  parts: Parts,
  guard: TimeGuard,
  everyMs = LOOK_EVERY_MS,
): () => Promise<void> {
  let working: Promise<void> = Promise.resolve();
  let busy = false;
  const look = () => {
    if (busy) return;
    busy = true;
    working = lookAtClock(parts, guard).finally(() => {
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

/** One look. Nothing is deleted while the clock is in doubt. */
export async function lookAtClock(parts: Parts, guard: TimeGuard = createTimeGuard(parts)): Promise<void> {
  const { store, clock, log } = parts;
  try {
    const at = clock.now();
    await store.openings.closeEnded(await today(store, clock), at.toISOString());
    const lastLook = await store.settings.get(LAST_LOOK);
    if (!isDue(lastLook, at)) return;
    const doubt = await guard();
    if (doubt !== null) {
      log.warn(
        { lastLook, doubt },
        'the clock is in doubt: nothing is deleted until somebody says that it is right',
      );
      return;
    }
    await store.settings.set(LAST_LOOK, at.toISOString());
    const rules = await store.retention.rules();
    const since = await store.settings.get(RULES_SINCE);
    if (lastLook === null || since === null || !isOver(since, at)) return;
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
