import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { AppDeps, AppEnv } from '../deps.ts';
import { type Guests, notJoined } from '../guests.ts';
import type { LiveEvent } from '../live-events.ts';
import { tokenOf } from '../middleware/guest.ts';
import { describe } from '../openapi.ts';
import { followLive, HEARTBEAT_MS } from './event-stream.ts';
import { openStreams } from './events.ts';

/** One telephone, and its window that was just reloaded. */
const MOST_STREAMS = 4;

/** That the meeting went on, for its telephones alone: they read again what they may see. Never what was voted. */
export function guestEventRoutes({ live }: AppDeps, guests: Guests, heartbeatMs = HEARTBEAT_MS) {
  const streams = openStreams(MOST_STREAMS);
  return new Hono<AppEnv>().get(
    '/',
    describe({
      may: 'guest',
      tag: 'Telephones',
      summary: 'That the meeting went on, as it does',
      description:
        'Server-sent events, as at /api/events, of this meeting alone: its telephones are told that something changed, and ask.',
      replies: { 200: { media: 'text/event-stream', description: 'A stream of server-sent events.' } },
      errors: [429],
    }),
    (c) => {
      c.header('X-Accel-Buffering', 'no');
      if (c.req.method === 'HEAD') return c.body(null, 200, { 'Content-Type': 'text/event-stream' });
      const guest = c.get('guest');
      if (guest === undefined) throw notJoined();
      const leave = streams.enter(guest.id);
      const token = tokenOf(c);
      const listener = {
        ignores: ({ object, id }: LiveEvent) => object !== 'meeting' || id !== guest.meetingId,
        hears: async (event: LiveEvent) => event.id === guest.meetingId && event.object === 'meeting',
        isStillThere: async () => (await guests.find(token))?.isOver === false,
      };
      return streamSSE(c, (stream) =>
        followLive(stream, live, c.req.header('last-event-id'), listener, heartbeatMs).finally(leave),
      );
    },
  );
}
