import { useEffect, useState, useSyncExternalStore } from 'react';
import { newName } from '../new-name.ts';
import { ask } from './ask.ts';
import { openKeeper } from './database-keeper.ts';
import { createOutbox, type Entry, type Outbox } from './outbox.ts';
import { sendConcern } from './send-concern.ts';

export interface OutboxState {
  readonly outbox: Outbox | null;
  readonly entries: readonly Entry[];
  readonly isCutOff: boolean;
}

const NOTHING: readonly Entry[] = [];

/** The outbox of this telephone, for as long as the page is open. */
export function useOutbox(onSent: (entry: Entry, reply: unknown) => void): OutboxState {
  const [outbox, setOutbox] = useState<Outbox | null>(null);
  const [heard] = useState(() => ({ onSent }));
  heard.onSent = onSent;
  useEffect(() => {
    let made: Outbox | null = null;
    let gone = false;
    void openKeeper().then((keeper) => {
      if (gone) return;
      made = createOutbox({
        keeper,
        send,
        newName,
        onSent: (entry, reply) => heard.onSent(entry, reply),
        wait: (work, ms) => {
          const timer = setTimeout(work, ms);
          return () => clearTimeout(timer);
        },
      });
      setOutbox(made);
    });
    const hurry = () => made?.hurry();
    window.addEventListener('online', hurry);
    document.addEventListener('visibilitychange', hurry);
    return () => {
      gone = true;
      made?.stop();
      window.removeEventListener('online', hurry);
      document.removeEventListener('visibilitychange', hurry);
    };
  }, [heard]);
  const subscribe = outbox?.subscribe ?? (() => () => {});
  const entries = useSyncExternalStore(subscribe, outbox?.entries ?? (() => NOTHING));
  const isCutOff = useSyncExternalStore(subscribe, outbox?.isCutOff ?? (() => false));
  return { outbox, entries, isCutOff };
}

function send({ name, sending }: Entry): Promise<unknown> {
  return sending.kind === 'vote'
    ? ask('PUT', `/ballots/${encodeURIComponent(sending.ballotId)}/vote`, {
        sentAs: name,
        marks: sending.marks,
      })
    : sendConcern(name, sending);
}
