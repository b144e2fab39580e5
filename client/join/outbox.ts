/**
 * What a telephone wants to send, kept on it until the server has answered: nothing is lost by a reload, a server that starts
 * again or ten minutes without a network. Things are sent one after the other in the order they were put in; the clock of the
 * telephone decides nothing.
 */
import { AskError, type ConcernSent } from './ask.ts';

export interface ConcernSending {
  readonly kind: 'concern';
  readonly concern: ConcernSent;
  /** A JPEG; kept as bare bytes, since some old browsers cannot keep a file. */
  readonly photo: ArrayBuffer | null;
}

export type Sending =
  | { readonly kind: 'vote'; readonly ballotId: string; readonly marks: Record<string, number> }
  | ConcernSending;

export interface Entry {
  readonly number: number;
  /** The same at each try, so that the server counts it once. */
  readonly name: string;
  readonly sending: Sending;
  /** What the server said against it; empty: it waits. */
  readonly refused: string;
  readonly refusedCode: string;
}

/** Where the entries lie: the database of the browser, or its memory where there is none. */
export interface Keeper {
  all(): Promise<Entry[]>;
  add(entry: Omit<Entry, 'number'>): Promise<void>;
  put(entry: Entry): Promise<void>;
  remove(number: number): Promise<void>;
}

export interface Outbox {
  readonly entries: () => readonly Entry[];
  /** The server was not reached at the last try. */
  readonly isCutOff: () => boolean;
  put(sending: Sending): Promise<void>;
  drop(number: number): Promise<void>;
  /** Sends, in place of one that was refused, what its writer makes of it now. */
  resend(number: number, sending: Sending): Promise<void>;
  /** Tries at once, whatever it waited for. */
  hurry(): void;
  /** Called at each change. */
  subscribe(changed: () => void): () => void;
  stop(): void;
}

export interface OutboxParts {
  readonly keeper: Keeper;
  readonly send: (entry: Entry) => Promise<unknown>;
  readonly newName: () => string;
  readonly onSent: (entry: Entry, reply: unknown) => void;
  readonly wait: (work: () => void, ms: number) => () => void;
}

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 30_000;

export function createOutbox({ keeper, send, newName, onSent, wait }: OutboxParts): Outbox {
  const listeners = new Set<() => void>();
  let entries: readonly Entry[] = [];
  let sendingNow: number | null = null;
  let tries = 0;
  let cutOff = false;
  let stopped = false;
  let cancelWait = () => {};

  async function reload(): Promise<void> {
    entries = await keeper.all();
    for (const listener of listeners) listener();
  }

  async function sendNext(): Promise<void> {
    if (sendingNow !== null || stopped) return;
    const next = entries.find(({ refused }) => refused === '');
    if (next === undefined) return;
    sendingNow = next.number;
    const isDone = await tryOne(next);
    sendingNow = null;
    await reload();
    if (isDone) return sendNext();
    const ms = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(tries - 1, 10));
    cancelWait();
    cancelWait = wait(() => void sendNext(), ms);
  }

  /** Whether the next one may go: this one was answered, whatever the answer. */
  async function tryOne(entry: Entry): Promise<boolean> {
    try {
      const reply = await send(entry);
      await keeper.remove(entry.number);
      onSent(entry, reply);
    } catch (error) {
      const failure = error instanceof AskError ? error : new AskError(0, 'offline', '', 0);
      cutOff = failure.status === 0;
      if (failure.passes) {
        tries += 1;
        return false;
      }
      await keeper.put({ ...entry, refused: failure.message || '?', refusedCode: failure.code });
    }
    tries = 0;
    cutOff = false;
    return true;
  }

  void reload().then(sendNext);
  return {
    entries: () => entries,
    isCutOff: () => cutOff,
    async put(sending) {
      // A vote that was not sent yet gives way to the newer one of the same ballot.
      for (const entry of entries)
        if (isSameBallot(entry.sending, sending) && entry.number !== sendingNow)
          await keeper.remove(entry.number);
      await keeper.add({ name: newName(), sending, refused: '', refusedCode: '' });
      await reload();
      void sendNext();
    },
    async drop(number) {
      await keeper.remove(number);
      await reload();
    },
    async resend(number, sending) {
      const refused = entries.find((entry) => entry.number === number);
      if (refused === undefined) return;
      // Under a name of its own: under the old one the server has answered.
      await keeper.put({ number, name: newName(), sending, refused: '', refusedCode: '' });
      await reload();
      void sendNext();
    },
    hurry() {
      cancelWait();
      tries = 0;
      void sendNext();
    },
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    stop() {
      stopped = true;
      cancelWait();
    },
  };
}

function isSameBallot(one: Sending, other: Sending): boolean {
  return one.kind === 'vote' && other.kind === 'vote' && one.ballotId === other.ballotId;
}

/** For browsers that keep nothing, as some do in a private window. */
export function memoryKeeper(): Keeper {
  const kept = new Map<number, Entry>();
  let last = 0;
  return {
    all: async () => [...kept.values()],
    async add(entry) {
      last += 1;
      kept.set(last, { ...entry, number: last });
    },
    put: async (entry) => void kept.set(entry.number, entry),
    remove: async (number) => void kept.delete(number),
  };
}
