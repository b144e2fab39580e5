import type { Clock } from './clock.ts';
import type { Log } from './log.ts';
import type { Act, AuditLine, AuditStore } from './store/ports.ts';

/** So long an entry may wait: what a power cut can take with it. */
const LONGEST_WAIT_MS = 500;

/** More than people look at in the longest import; beyond it entries are counted and no longer kept. */
const MOST_WAITING = 100_000;

/**
 * What is looked at goes into the history as well, but nobody should wait for that: an import may hold the store for
 * minutes. Entries are gathered and written together, in the order they came; what could not be written stays and is
 * tried again.
 */
export interface AuditQueue {
  note(line: AuditLine, actor: string | null): void;
  /** Ends when everything noted so far is written, or could not be. */
  flush(): Promise<void>;
}

export interface AuditQueueParts {
  store: { audit: Pick<AuditStore, 'addAll'> };
  clock: Clock;
  log: Pick<Log, 'error'>;
}

export function createAuditQueue({ store, clock, log }: AuditQueueParts, most = MOST_WAITING): AuditQueue {
  let waiting: { line: AuditLine; act: Act }[] = [];
  let lost = 0;
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> = Promise.resolve();

  function later(): void {
    timer ??= setTimeout(flush, LONGEST_WAIT_MS).unref();
  }

  function now(actor: string | null): Act {
    return { actor, at: clock.now().toISOString() };
  }

  async function writeWaiting(): Promise<void> {
    const lines = waiting;
    if (lines.length === 0) return;
    const gap = lost;
    const all = gap === 0 ? lines : [...lines, { line: gapOf(gap), act: now(null) }];
    waiting = [];
    lost = 0;
    try {
      await store.audit.addAll(all);
    } catch (error) {
      log.error(
        { err: error, entries: lines.length },
        'the history of what was looked at waits to be written',
      );
      waiting = [...lines, ...waiting];
      lost += gap;
      later();
    }
  }

  function flush(): Promise<void> {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    writing = writing.then(writeWaiting);
    return writing;
  }

  return {
    note(line, actor) {
      if (waiting.length >= most) lost++;
      else waiting.push({ line, act: now(actor) });
      later();
    },
    flush,
  };
}

/** A gap in the history is itself in the history. */
function gapOf(entries: number): AuditLine {
  return { action: 'lose', objectKind: 'audit', objectId: 'queue', change: { entries: [null, entries] } };
}
