import type { Clock } from './clock.ts';
import type { Log } from './log.ts';
import type { Act, AuditLine, AuditStore } from './store/ports.ts';

/** So long an entry may wait: what a power cut can take with it. */
const LONGEST_WAIT_MS = 500;

/**
 * What is looked at goes into the history as well, but nobody should wait for that: an import may hold the store for
 * seconds. Entries are gathered and written together, in the order they came.
 */
export interface AuditQueue {
  note(line: AuditLine, actor: string | null): void;
  /** Ends when everything noted so far is written. */
  flush(): Promise<void>;
}

export interface AuditQueueParts {
  store: { audit: Pick<AuditStore, 'addAll'> };
  clock: Clock;
  log: Pick<Log, 'error'>;
}

export function createAuditQueue({ store, clock, log }: AuditQueueParts): AuditQueue {
  let waiting: { line: AuditLine; act: Act }[] = [];
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> = Promise.resolve();

  function flush(): Promise<void> {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const lines = waiting;
    waiting = [];
    if (lines.length === 0) return writing;
    writing = writing.then(() =>
      store.audit.addAll(lines).catch((error: unknown) => {
        log.error(
          { err: error, entries: lines.length },
          'the history of what was looked at could not be written',
        );
      }),
    );
    return writing;
  }

  return {
    note(line, actor) {
      waiting.push({ line, act: { actor, at: clock.now().toISOString() } });
      timer ??= setTimeout(flush, LONGEST_WAIT_MS).unref();
    },
    flush,
  };
}
