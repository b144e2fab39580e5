import type { AppDeps } from './deps.ts';
import { type Change, LIVE_OBJECTS, type LiveEvents } from './live-events.ts';
import type { AuditStore } from './store/ports.ts';

const EVERY_MS = 1000;
const MOST_AT_ONCE = 500;

type Entry = Awaited<ReturnType<AuditStore['after']>>[number];

/**
 * Tells everyone who looks on what other processes wrote to the same database, such as an import by the command line:
 * every write leaves an entry in the history, and nothing else would say so. Ends with the returned function.
 */
export function followChangesElsewhere(
  { store, live, log }: Pick<AppDeps, 'store' | 'live' | 'log'>,
  everyMs = EVERY_MS,
): () => void {
  const own = ownChanges(live);
  let seen: number | null = null;
  let asking = false;
  // For one round: what this process writes is in the history a moment before it is announced.
  let waiting = new Map<string, Change>();
  const look = async () => {
    seen ??= await store.audit.newest();
    for (const [key, change] of waiting) if (!own.has(key)) live.publish(change);
    own.forgetOld();
    const entries = await store.audit.after(seen, MOST_AT_ONCE);
    seen = entries.at(-1)?.id ?? seen;
    waiting = new Map(entries.flatMap(changesOf).map((change) => [keyOf(change), change]));
  };
  const lookOnce = () => {
    if (asking) return;
    asking = true;
    look()
      .catch((error: unknown) => log.warn({ err: error }, 'the history could not be read'))
      .finally(() => {
        asking = false;
      });
  };
  lookOnce();
  const timer = setInterval(lookOnce, everyMs);
  timer.unref();
  return () => {
    clearInterval(timer);
    own.stop();
  };
}

/** What this process announced itself since the round before the last needs no second word. */
function ownChanges(live: Pick<LiveEvents, 'subscribe'>) {
  let newer = new Set<string>();
  let older = new Set<string>();
  const stop = live.subscribe((event) => newer.add(keyOf(event)));
  return {
    has: (key: string) => newer.has(key) || older.has(key),
    forgetOld() {
      older = newer;
      newer = new Set();
    },
    stop,
  };
}

function keyOf({ object, id }: Change): string {
  return `${object} ${id}`;
}

function changesOf({ action, objectKind, objectId, change }: Entry): Change[] {
  const object = LIVE_OBJECTS.find((known) => known === objectKind);
  if (object === undefined || action === 'read') return [];
  const changes: Change[] = [{ object, id: objectId }];
  const importId = action === 'import' ? change.import?.[1] : undefined;
  if (typeof importId === 'string') changes.push({ object: 'import', id: importId });
  return changes;
}
