import { Hono } from 'hono';
import { z } from 'zod';
import type { AppDeps, AppEnv } from '../deps.ts';
import { Conflict, NotFound } from '../errors.ts';
import { createInReach } from '../in-reach.ts';
import { exhibit } from '../jobs/contract.ts';
import { runReader } from '../jobs/run-reach.ts';
import { describe, idParam, pageOf, valid } from '../openapi.ts';
import { createRefuseLinked, despiteLinks } from '../refuse-linked.ts';
import type { Exhibit } from '../store/ports.ts';
import { pageOfRecords, pageQuery } from './paging.ts';
import { actOf, announce, personOf } from './reply.ts';
import { runAsReply } from './runs.ts';

const newExhibit = z
  .object({ runId: idParam.shape.id, note: z.string().trim().max(2000).default('') })
  .strict();
const exhibitParam = idParam.extend({ exhibitId: idParam.shape.id });

/** Analysis runs that are kept on a problem case. */
export function exhibitRoutes(deps: AppDeps) {
  const { store } = deps;
  const refuseLinked = createRefuseLinked(deps);
  const inReach = createInReach(deps);
  return new Hono<AppEnv>()
    .get(
      '/:id/exhibits',
      describe({
        may: 'exhibit.read',
        placed: true,
        tag: 'Problem cases',
        summary: 'The analyses kept on a case, the oldest first',
        replies: { 200: pageOf(exhibit) },
        errors: [404],
      }),
      valid('param', idParam),
      valid('query', pageQuery),
      async (c) => {
        const { id } = await inReach.problem(personOf(c), c.req.valid('param').id, 'exhibit.read');
        const mayRead = await runReader(store, c.get('viewer'));
        const kept = await Promise.all((await store.exhibits.list(id)).map(withRun));
        const readable = kept.filter(({ run }) => mayRead(run));
        return c.json(pageOfRecords(readable, c.req.valid('query')));
      },
    )
    .post(
      '/:id/exhibits',
      describe({
        may: 'exhibit.change',
        placed: true,
        tag: 'Problem cases',
        summary: 'Keep a finished analysis on the case',
        replies: { 201: exhibit },
        errors: [403, 404, 409, 415],
        idempotent: true,
      }),
      valid('param', idParam),
      valid('json', newExhibit),
      async (c) => {
        const { id } = await inReach.problem(personOf(c), c.req.valid('param').id, 'exhibit.change');
        const { runId, note } = c.req.valid('json');
        const run = await store.runs.get(runId);
        const mayRead = await runReader(store, c.get('viewer'));
        if (run === null || !mayRead(run)) throw new NotFound('analysis run');
        if (run.state !== 'done')
          throw new Conflict(
            'run_not_done',
            'Only a finished analysis can be kept. Wait for it, or run it again.',
          );
        const kept = await store.exhibits.add({ problemId: id, runId, note }, actOf(c, deps));
        announce(deps, 'problem', id);
        return c.json(await withRun(kept), 201);
      },
    )
    .delete(
      '/:id/exhibits/:exhibitId',
      describe({
        may: 'exhibit.change',
        placed: true,
        tag: 'Problem cases',
        summary: 'Keep an analysis on the case no longer; the analysis itself stays',
        replies: { 204: null },
        errors: [403, 404, 409],
      }),
      valid('param', exhibitParam),
      valid('query', despiteLinks),
      async (c) => {
        const { id } = await inReach.problem(personOf(c), c.req.valid('param').id, 'exhibit.change');
        const kept = await store.exhibits.get(id, c.req.valid('param').exhibitId);
        if (!kept) throw new NotFound('exhibit');
        await refuseLinked(personOf(c), () =>
          store.exhibits.remove(id, kept.id, actOf(c, deps), c.req.valid('query')),
        );
        announce(deps, 'problem', id);
        return c.body(null, 204);
      },
    );

  async function withRun(kept: Exhibit) {
    const run = await store.runs.get(kept.runId);
    if (run === null) throw new NotFound('analysis run');
    return { ...kept, run: runAsReply(run) };
  }
}
