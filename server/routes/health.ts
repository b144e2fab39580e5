import { Hono } from 'hono';
import { z } from 'zod';
import type { AppDeps, AppEnv } from '../deps.ts';
import { describe } from '../openapi.ts';

const health = z
  .object({
    status: z.literal('ok'),
    /** This very request crossed a network in the clear, and so will a passphrase. */
    unencrypted: z.boolean(),
  })
  .meta({ id: 'Health' });

export function healthRoutes({ store }: AppDeps) {
  return new Hono<AppEnv>().get(
    '/',
    describe({
      tag: 'Server',
      summary: 'Whether the server and its store answer',
      may: 'open',
      replies: { 200: health },
    }),
    async (c) => {
      await store.ping();
      return c.json({ status: 'ok' as const, unencrypted: c.get('way') === 'in the clear' });
    },
  );
}
