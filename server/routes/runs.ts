import { Hono } from 'hono';
import { z } from 'zod';
import type { AppDeps, AppEnv } from '../deps.ts';
import { NotFound } from '../errors.ts';
import { type RunReply, runProgress, runReply, runRequest } from '../jobs/contract.ts';
import { describe, idParam, pageOf, valid } from '../openapi.ts';
import type { AnalysisRun } from '../store/ports.ts';

const ARROW = 'application/vnd.apache.arrow.stream';
const page = z
  .object({
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).optional(),
  })
  .strict();

export function runRoutes({ store, jobs }: Pick<AppDeps, 'store' | 'jobs'>) {
  const find = async (id: string) => {
    const run = await store.runs.get(id);
    if (run === null) throw new NotFound('analysis run');
    return run;
  };
  return new Hono<AppEnv>()
    .post(
      '/',
      describe({
        tag: 'Analysis runs',
        summary: 'Start an analysis, or get the stored run of the same question on the same data',
        replies: { 202: runReply },
        errors: [403, 404, 413, 415, 429],
      }),
      valid('json', runRequest),
      async (c) => c.json(replyOf(await jobs.start(c.get('viewer'), c.req.valid('json'))), 202),
    )
    .get(
      '/',
      describe({
        tag: 'Analysis runs',
        summary: 'Runs, the newest first',
        replies: { 200: pageOf(runReply) },
      }),
      valid('query', page),
      async (c) => {
        const { after, limit = 50 } = c.req.valid('query');
        const { items, next } = await store.runs.list({ after, limit });
        return c.json({ items: items.map(replyOf), next });
      },
    )
    .get(
      '/:id',
      describe({
        tag: 'Analysis runs',
        summary: 'One run with its summary',
        replies: { 200: runReply },
        errors: [404],
      }),
      valid('param', idParam),
      async (c) => c.json(replyOf(await find(c.req.valid('param').id))),
    )
    .get(
      '/:id/progress',
      describe({
        tag: 'Analysis runs',
        summary: 'How far a run is',
        replies: { 200: runProgress },
        errors: [404],
      }),
      valid('param', idParam),
      async (c) => {
        const { id } = c.req.valid('param');
        const { state } = await find(id);
        return c.json(jobs.progress(id) ?? { state, done: state === 'done' ? 1 : 0 });
      },
    )
    .post(
      '/:id/cancel',
      describe({
        tag: 'Analysis runs',
        summary: 'Cancel a run; one that has ended stays as it is',
        replies: { 200: runReply },
        errors: [403, 404],
      }),
      valid('param', idParam),
      async (c) => {
        const { id } = c.req.valid('param');
        await find(id);
        if (jobs.cancel(id)) await jobs.settled(id);
        return c.json(replyOf(await find(id)));
      },
    )
    .get(
      '/:id/result',
      describe({
        tag: 'Analysis runs',
        summary: 'The cells of a finished run as an Arrow stream',
        replies: {
          200: { media: ARROW, description: 'One row a cell; the grid is in the schema metadata.' },
        },
        errors: [404],
      }),
      valid('param', idParam),
      async (c) => {
        const { id } = c.req.valid('param');
        const { digest } = await find(id);
        const bytes = await store.runs.result(id);
        if (bytes === null || digest === null) throw new NotFound('result of this run');
        // A finished run never changes.
        c.header('Cache-Control', 'private, max-age=31536000, immutable');
        c.header('ETag', `"${digest}"`);
        return c.body(new Uint8Array(bytes), 200, { 'Content-Type': ARROW });
      },
    );
}

/** Rows are written by `JobRunner` alone, in the shape of `runReply`. */
function replyOf(run: AnalysisRun): RunReply {
  return run as AnalysisRun & RunReply;
}
