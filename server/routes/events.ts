import { Hono } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import type { AppDeps, AppEnv } from '../deps.ts';
import type { LiveEvent, LiveEvents } from '../live-events.ts';
import { describe } from '../openapi.ts';

const HEARTBEAT_MS = 20_000;
const MOST_WAITING = 1000;

/** Live changes: replayable by Last-Event-ID, ended when the session ends. */
export function eventRoutes({ live, auth }: AppDeps, heartbeatMs = HEARTBEAT_MS) {
  return new Hono<AppEnv>().get(
    '/',
    describe({
      may: 'session',
      tag: 'Live changes',
      summary: 'What changes, as it changes',
      description:
        'Server-sent events. A message is {kind: "changed", object, id}. The event `ready` opens the stream; the event `reset` says that messages were missed and everything should be read again.',
      replies: { 200: { media: 'text/event-stream', description: 'A stream of server-sent events.' } },
    }),
    (c) => {
      c.header('X-Accel-Buffering', 'no');
      const lastSeen = c.req.header('last-event-id');
      return streamSSE(c, async (stream) => {
        const waiting: LiveEvent[] = [];
        let wake: () => void = () => {};
        const unsubscribe = live.subscribe((event) => {
          waiting.push(event);
          // Whoever does not keep up is sent away, comes back and catches up or starts over.
          if (waiting.length > MOST_WAITING) stream.abort();
          wake();
        });
        stream.onAbort(() => {
          unsubscribe();
          wake();
        });
        await catchUp(stream, live, lastSeen);
        while (!stream.aborted) {
          for (let event = waiting.shift(); event; event = waiting.shift()) await write(stream, live, event);
          const idle = await nextEventOr(heartbeatMs, waiting, (resolve) => {
            wake = resolve;
          });
          if (!idle || stream.aborted) continue;
          if (!(await auth.session(c.req.raw.headers))) break;
          await stream.write(': still here\n\n');
        }
        unsubscribe();
      });
    },
  );
}

async function catchUp(stream: SSEStreamingApi, live: LiveEvents, lastSeen: string | undefined) {
  const [epoch, seq] = (lastSeen ?? '').split(':');
  const missed = epoch === live.epoch && /^\d{1,15}$/.test(seq ?? '') ? live.since(Number(seq)) : null;
  const reset = lastSeen !== undefined && missed === null;
  const id = missed === null ? `${live.epoch}:${live.last}` : (lastSeen ?? '');
  await stream.writeSSE({ event: reset ? 'reset' : 'ready', data: '{}', id, retry: 2000 });
  for (const event of missed ?? []) await write(stream, live, event);
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
