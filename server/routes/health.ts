import { Hono } from 'hono';
import { z } from 'zod';
import { BACKUP_STATES, backupState } from '../backup-state.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { describe } from '../openapi.ts';
import { STORE_TROUBLES, StoreInTrouble } from '../store-trouble.ts';

const health = z
  .object({
    status: z.enum(['ok', 'trouble']),
    /** What keeps the store from its work now, as far as it was met. */
    trouble: z.enum(STORE_TROUBLES).nullable(),
    backup: z.enum(BACKUP_STATES),
    /** This very request crossed a network in the clear, and so will a passphrase. */
    unencrypted: z.boolean(),
  })
  .meta({ id: 'Health' });

export function healthRoutes({ store, config, clock }: AppDeps) {
  return new Hono<AppEnv>().get(
    '/',
    describe({
      tag: 'Server',
      summary: 'Whether the server and its store answer; 503 when the store is in trouble',
      may: 'open',
      replies: { 200: health, 503: health },
    }),
    async (c) => {
      await store.ping().catch((error: unknown) => {
        if (!(error instanceof StoreInTrouble)) throw error;
      });
      const trouble = store.trouble();
      const backup = backupState(config.dataFolder, clock.now());
      const unencrypted = c.get('way') === 'in the clear';
      if (trouble !== null) return c.json({ status: 'trouble' as const, trouble, backup, unencrypted }, 503);
      return c.json({ status: 'ok' as const, trouble, backup, unencrypted }, 200);
    },
  );
}
