import type { Context } from 'hono';
import { z } from 'zod';
import type { AppDeps, AppEnv } from '../deps.ts';
import type { KeptOtherwise } from '../kept-otherwise.ts';
import { rowVerdicts, takenIn } from './concern-records.ts';
import { createShown } from './concern-shown.ts';

/** Of a concern that was taken in: which it is, and its receipt sealed. No word of it, so that none is left behind. */
const keptOfOne = z.object({ id: z.string().nullable(), receipt: z.string().nullable() });

/** How the replies of the intake are kept: neither words nor receipts lie where they would outlive an erasure. */
export function createConcernsKept(deps: AppDeps) {
  const { store, concernKeys } = deps;
  const shown = createShown(deps);
  const sealed = (receipt: string | null, id: string | null) =>
    receipt === null || id === null ? null : concernKeys.receipt.seal(receipt, id);
  const opened = (kept: string | null, id: string | null) =>
    kept === null || id === null ? null : concernKeys.receipt.open(kept, id);

  async function concernAgain(c: Context<AppEnv>, id: string | null) {
    const found = id === null ? null : await store.concerns.get(id);
    return found && shown.made(c, found);
  }

  const one: KeptOtherwise<AppEnv> = {
    mark: concernKeys.markOf,
    keep(body) {
      const { concern, receipt } = takenIn.parse(JSON.parse(body));
      const id = concern?.id ?? null;
      return JSON.stringify({ id, receipt: sealed(receipt, id) } satisfies z.infer<typeof keptOfOne>);
    },
    async again(c, kept) {
      const { id, receipt } = keptOfOne.parse(JSON.parse(kept));
      const concern = await concernAgain(c, id);
      // Passed on as protected since then: nothing of it is there any more.
      if (concern === null) return { kind: 'protected_referral', concern: null, receipt: null };
      return { kind: 'concern', concern, receipt: opened(receipt, id) };
    },
  };

  const pile: KeptOtherwise<AppEnv> = {
    mark: concernKeys.markOf,
    keep(body) {
      const { items } = rowVerdicts.parse(JSON.parse(body));
      return JSON.stringify({
        items: items.map((item) => ({ ...item, receipt: sealed(item.receipt, item.id) })),
      });
    },
    async again(_c, kept) {
      const { items } = rowVerdicts.parse(JSON.parse(kept));
      return { items: items.map((item) => ({ ...item, receipt: opened(item.receipt, item.id) })) };
    },
  };

  return { one, pile };
}
