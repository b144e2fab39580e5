import { Hono } from 'hono';
import { z } from 'zod';
import { CHAIN_KINDS, CHAIN_STEPS, type ChainStep, createChain, MOST_SHOWN } from '../chain.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { describe, idParam, pageOf, valid } from '../openapi.ts';
import { personOf } from './reply.ts';

const item = z.object({
  kind: z.enum(CHAIN_KINDS),
  id: z.string(),
  label: z.string(),
  at: z.string(),
  state: z.string(),
  problemId: z.string().nullable(),
  effect: z.object({ estimate: z.number(), low: z.number(), high: z.number() }).nullable(),
});
const chainStep = z
  .object({
    step: z.enum(CHAIN_STEPS),
    mayRead: z.boolean(),
    total: z.int(),
    items: z.array(item).max(MOST_SHOWN),
  })
  .meta({ id: 'ChainStep' }) satisfies z.ZodType<ChainStep>;
const param = idParam.extend({ kind: z.enum(CHAIN_KINDS) });

/** The chain that one thing belongs to. */
export function chainRoutes(deps: AppDeps) {
  const chainOf = createChain(deps);
  return new Hono<AppEnv>().get(
    '/:kind/:id',
    describe({
      may: 'session',
      tag: 'Chain',
      summary:
        'From the concern to what was published: all that belongs to a concern, a kept answer, a case, a commitment, a public answer or published figures',
      description:
        'Eight steps, always all of them; only what the asker may read is in them and counted. Of many the newest 50 are listed.',
      replies: { 200: pageOf(chainStep, CHAIN_STEPS.length) },
      errors: [404],
    }),
    valid('param', param),
    async (c) => {
      const { kind, id } = c.req.valid('param');
      return c.json({ items: await chainOf(personOf(c), kind, id), next: null });
    },
  );
}
