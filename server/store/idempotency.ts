import type { Backend } from './backend.ts';
import type { IdempotencyStore } from './ports.ts';

/** A repeated request is answered from here for a day. */
const KEPT_MILLISECONDS = 24 * 60 * 60 * 1000;

export function idempotencyStore({ db, write }: Backend): IdempotencyStore {
  return {
    async get(key, actor) {
      const row = await db
        .selectFrom('idempotency_key')
        .select(['status', 'body'])
        .where('key', '=', key)
        .where('actor', '=', actor)
        .executeTakeFirst();
      return row ?? null;
    },
    async put(key, actor, { status, body }, at) {
      const expired = new Date(Date.parse(at) - KEPT_MILLISECONDS).toISOString();
      await write(async (transaction) => {
        await transaction.deleteFrom('idempotency_key').where('created_at', '<', expired).execute();
        // The first answer stands.
        await transaction
          .insertInto('idempotency_key')
          .values({ key, actor, status, body, created_at: at })
          .onConflict((conflict) => conflict.columns(['key', 'actor']).doNothing())
          .execute();
      });
    },
  };
}
