import type { SSEStreamingApi } from 'hono/streaming';
import type { LiveEvent, LiveEvents } from '../live-events.ts';

export const HEARTBEAT_MS = 20_000;
const MOST_WAITING = 1000;

/** Whoever listens to a stream: what they are told, and whether they are still somebody who may listen. */
export interface Listener {
  /** Says at once of what is never told: two hundred telephones need not wake for what none of them hears. */
  ignores?(event: LiveEvent): boolean;
  hears(event: LiveEvent): Promise<boolean>;
  /** Asked at each heartbeat. */
  isStillThere(): Promise<boolean>;
}

/** Writes what changes to one stream until it ends: what was missed first, by Last-Event-ID. */
export async function followLive(
  stream: SSEStreamingApi,
  live: LiveEvents,
  lastSeen: string | undefined,
  listener: Listener,
  heartbeatMs: number,
): Promise<void> {
  const waiting: LiveEvent[] = [];
  let wake: () => void = () => {};
  const unsubscribe = live.subscribe((event) => {
    if (listener.ignores?.(event)) return;
    waiting.push(event);
    // Whoever does not keep up is sent away, comes back and catches up or starts over.
    if (waiting.length > MOST_WAITING) stream.abort();
    wake();
  });
  stream.onAbort(() => {
    unsubscribe();
    wake();
  });
  let checked = performance.now();
  const tell = async (event: LiveEvent) => {
    if (await listener.hears(event)) await write(stream, live, event);
  };
  for (const event of await catchUp(stream, live, lastSeen)) await tell(event);
  while (!stream.aborted) {
    for (let event = waiting.shift(); event; event = waiting.shift()) await tell(event);
    const idle = await nextEventOr(heartbeatMs, waiting, (resolve) => {
      wake = resolve;
    });
    if (stream.aborted) break;
    if (idle || performance.now() - checked >= heartbeatMs) {
      checked = performance.now();
      if (!(await listener.isStillThere())) break;
    }
    if (idle) await stream.write(': still here\n\n');
  }
  unsubscribe();
}

/** Opens the stream; gives what was missed. */
async function catchUp(stream: SSEStreamingApi, live: LiveEvents, lastSeen: string | undefined) {
  const [epoch, seq] = (lastSeen ?? '').split(':');
  const missed = epoch === live.epoch && /^\d{1,15}$/.test(seq ?? '') ? live.since(Number(seq)) : null;
  const reset = lastSeen !== undefined && missed === null;
  const id = missed === null ? `${live.epoch}:${live.last}` : (lastSeen ?? '');
  await stream.writeSSE({ event: reset ? 'reset' : 'ready', data: '{}', id, retry: 2000 });
  return missed ?? [];
}

function write(stream: SSEStreamingApi, live: LiveEvents, { kind, object, id, seq }: LiveEvent) {
  return stream.writeSSE({ data: JSON.stringify({ kind, object, id }), id: `${live.epoch}:${seq}` });
}

/** Waits for the next event; true when the time passed without one. */
function nextEventOr(
  ms: number,
  waiting: readonly LiveEvent[],
  onWake: (resolve: () => void) => void,
): Promise<boolean> {
  return new Promise((resolve) => {
    if (waiting.length > 0) return resolve(false);
    const timer = setTimeout(() => resolve(true), ms);
    timer.unref();
    onWake(() => {
      clearTimeout(timer);
      resolve(false);
    });
  });
}
