import { Hono } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import type { AppDeps, AppEnv } from '../deps.ts';
import { AppError } from '../errors.ts';
import { createInReach, type Person } from '../in-reach.ts';
import type { LiveEvent, LiveEvents } from '../live-events.ts';
import { allowedNow } from '../middleware/session.ts';
import { describe } from '../openapi.ts';
import { personOf } from './reply.ts';

const HEARTBEAT_MS = 20_000;
const MOST_WAITING = 1000;
/** Windows of one person that follow what changes. */
export const MOST_STREAMS = 30;

/** Live changes, to each what their roles may read: replayable by Last-Event-ID, ended when the session ends. */
export function eventRoutes(deps: AppDeps, heartbeatMs = HEARTBEAT_MS) {
  const { live } = deps;
  const streams = openStreams();
  const inReach = createInReach(deps);
  return new Hono<AppEnv>().get(
    '/',
    describe({
      may: 'session',
      tag: 'Live changes',
      summary: 'What changes, as it changes',
      description:
        'Server-sent events. A message is {kind: "changed", object, id}. The event `ready` opens the stream; the event `reset` says that messages were missed and everything should be read again.',
      replies: { 200: { media: 'text/event-stream', description: 'A stream of server-sent events.' } },
      errors: [429],
    }),
    (c) => {
      c.header('X-Accel-Buffering', 'no');
      const lastSeen = c.req.header('last-event-id');
      // Nobody reads the body of a reply to HEAD: the stream would wait for ever.
      if (c.req.method === 'HEAD') return c.body(null, 200, { 'Content-Type': 'text/event-stream' });
      const leave = streams.enter(c.get('session').user.id);
      const follow = async (stream: SSEStreamingApi) => {
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
        let person: Person | null = personOf(c);
        let checked = performance.now();
        const tell = async (event: LiveEvent) => {
          if (person && (await inReach.hears(person, event))) await write(stream, live, event);
        };
        for (const event of await catchUp(stream, live, lastSeen)) await tell(event);
        while (!stream.aborted) {
          for (let event = waiting.shift(); event; event = waiting.shift()) await tell(event);
          const idle = await nextEventOr(heartbeatMs, waiting, (resolve) => {
            wake = resolve;
          });
          if (stream.aborted) break;
          if (idle || performance.now() - checked >= heartbeatMs) {
            person = await stillThere(deps, c.req.raw.headers);
            checked = performance.now();
            if (person === null) break;
          }
          if (idle) await stream.write(': still here\n\n');
        }
        unsubscribe();
      };
      return streamSSE(c, (stream) => follow(stream).finally(leave));
    },
  );
}

/** Counts the open streams of each person: every one holds a connection and is written to. */
function openStreams() {
  const open = new Map<string, number>();
  return {
    /** Gives what to call when the stream has ended. */
    enter(userId: string): () => void {
      const before = open.get(userId) ?? 0;
      if (before >= MOST_STREAMS)
        throw new AppError(429, 'too_many_streams', 'Too many windows are open: close some of them.');
      open.set(userId, before + 1);
      return () => {
        const left = (open.get(userId) ?? 1) - 1;
        if (left === 0) open.delete(userId);
        else open.set(userId, left);
      };
    },
  };
}

/** The person behind the stream with the roles of by now; null when the session has ended. */
async function stillThere(deps: AppDeps, headers: Headers): Promise<Person | null> {
  const found = await deps.auth.session(headers);
  if (!found) return null;
  const { signedIn } = found;
  return { userId: signedIn.user.id, roles: (await allowedNow(deps, signedIn)).roles };
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
