import { Hono } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import type { AppDeps, AppEnv } from '../deps.ts';
import { AppError } from '../errors.ts';
import { createInReach, type Person } from '../in-reach.ts';
import type { LiveEvent } from '../live-events.ts';
import { allowedNow } from '../middleware/session.ts';
import { describe } from '../openapi.ts';
import { followLive, HEARTBEAT_MS } from './event-stream.ts';
import { personOf } from './reply.ts';

/** Windows of one person that follow what changes. */
export const MOST_STREAMS = 30;

/** Live changes, to each what their roles may read: replayable by Last-Event-ID, ended when the session ends. */
export function eventRoutes(deps: AppDeps, heartbeatMs = HEARTBEAT_MS) {
  const { live } = deps;
  const streams = openStreams(MOST_STREAMS);
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
      let person: Person | null = personOf(c);
      const listener = {
        hears: async (event: LiveEvent) => person !== null && (await inReach.hears(person, event)),
        isStillThere: async () => {
          person = await stillThere(deps, c.req.raw.headers);
          return person !== null;
        },
      };
      const follow = (stream: SSEStreamingApi) => followLive(stream, live, lastSeen, listener, heartbeatMs);
      return streamSSE(c, (stream) => follow(stream).finally(leave));
    },
  );
}

/** Counts the open streams of each person or device: every one holds a connection and is written to. */
export function openStreams(most: number) {
  const open = new Map<string, number>();
  return {
    /** Gives what to call when the stream has ended. */
    enter(who: string): () => void {
      const before = open.get(who) ?? 0;
      if (before >= most)
        throw new AppError(429, 'too_many_streams', 'Too many windows are open: close some of them.');
      open.set(who, before + 1);
      return () => {
        const left = (open.get(who) ?? 1) - 1;
        if (left === 0) open.delete(who);
        else open.set(who, left);
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
