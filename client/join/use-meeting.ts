import { useCallback, useEffect, useState } from 'react';
import { AskError, ask, type GuestMeeting } from './ask.ts';

export type Standing =
  | { readonly kind: 'starting' | 'outside' | 'over' }
  | { readonly kind: 'inside'; readonly meeting: GuestMeeting };

export interface MeetingState {
  readonly standing: Standing;
  readonly isReached: boolean;
  /** What the server said last. */
  enter(meeting: GuestMeeting): void;
  refresh(): void;
}

/** Two hundred telephones are told at the same moment; they ask within this time. */
const SPREAD_MS = 1200;
const AGAIN_MS = 5000;

/** Follows the meeting this telephone is at. */
export function useMeeting(): MeetingState {
  const [standing, setStanding] = useState<Standing>({ kind: 'starting' });
  const [isReached, setReached] = useState(true);

  const read = useCallback(async () => {
    try {
      const meeting = await ask<GuestMeeting>('GET', '/meeting');
      setStanding({ kind: 'inside', meeting });
      setReached(true);
    } catch (error) {
      const code = error instanceof AskError ? error.code : '';
      setReached(code !== 'offline');
      if (code === 'not_joined') setStanding({ kind: 'outside' });
      if (code === 'meeting_over') setStanding({ kind: 'over' });
    }
  }, []);

  useEffect(() => {
    if (standing.kind !== 'starting') return;
    void read();
    const timer = setInterval(() => void read(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [standing.kind, read]);

  useEffect(() => {
    if (standing.kind !== 'inside') return;
    return follow(read, setReached);
  }, [standing.kind, read]);

  // What could not be read is read again, whether or not anything else is told meanwhile.
  useEffect(() => {
    if (isReached || standing.kind !== 'inside') return;
    const timer = setInterval(() => void read(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [isReached, standing.kind, read]);

  const enter = useCallback((meeting: GuestMeeting) => setStanding({ kind: 'inside', meeting }), []);
  return { standing, isReached, enter, refresh: () => void read() };
}

/** Listens until the returned function is called; a stream that was closed for good is opened anew. */
function follow(read: () => Promise<void>, setReached: (reached: boolean) => void): () => void {
  let source: EventSource | null = null;
  let reading: ReturnType<typeof setTimeout> | undefined;
  const soon = (ms: number) => {
    reading ??= setTimeout(() => {
      reading = undefined;
      void read();
    }, ms);
  };
  const open = () => {
    source = new EventSource('/api/guest/events');
    source.addEventListener('message', () => soon(Math.random() * SPREAD_MS));
    source.addEventListener('reset', () => soon(Math.random() * SPREAD_MS));
    source.addEventListener('ready', () => {
      setReached(true);
      soon(0);
    });
    source.addEventListener('error', () => setReached(false));
  };
  const look = () => {
    if (source?.readyState !== EventSource.CLOSED) return;
    soon(0);
    open();
  };
  open();
  const looking = setInterval(look, AGAIN_MS);
  return () => {
    clearInterval(looking);
    clearTimeout(reading);
    source?.close();
  };
}
