import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { proveAgainFirst } from '../auth/proven-lately.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { grantsText } from '../domain/grants.ts';
import { dataDifference, summaryDifference } from '../domain/run-difference.ts';
import { Conflict, NotFound, Unusable } from '../errors.ts';
import { createInReach } from '../in-reach.ts';
import {
  type RunReply,
  type RunRequest,
  runAgain,
  runProgress,
  runReply,
  runRequest,
} from '../jobs/contract.ts';
import { methodOf } from '../jobs/methods.ts';
import { runReader } from '../jobs/run-reach.ts';
import { describe, idParam, pageOf, valid } from '../openapi.ts';
import { csvOf, geojsonOf, hasPlaces } from '../run-export.ts';
import type { AnalysisRun } from '../store/ports.ts';
import { noteRead, personOf } from './reply.ts';

const ARROW = 'application/vnd.apache.arrow.stream';
const exportQuery = z.object({ format: z.enum(['csv', 'geojson']) }).strict();
const page = z
  .object({
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).optional(),
  })
  .strict();

export function runRoutes(deps: AppDeps) {
  const { store, jobs } = deps;
  const inReach = createInReach(deps);
  /** A run made from what the asker may not see is none to them. */
  const find = async (c: Context<AppEnv>, id: string) => {
    const run = await store.runs.get(id);
    const mayRead = await runReader(store, c.get('viewer'));
    if (run === null || !mayRead(run)) throw new NotFound('analysis run');
    return run;
  };
  /** The drawn shapes a question names have to be there for the asker as well: the answer tells of them. */
  const start = async (c: Context<AppEnv>, request: RunRequest) => {
    for (const id of methodOf(request).shapes?.(request.parameters) ?? [])
      await inReach.annotation(personOf(c), id, 'run.start');
    return jobs.start(c.get('viewer'), request);
  };
  return new Hono<AppEnv>()
    .post(
      '/',
      describe({
        may: 'run.start',
        placed: true,
        tag: 'Analysis runs',
        summary: 'Start an analysis, or get the stored run of the same question on the same data',
        replies: { 202: runReply },
        errors: [403, 404, 413, 415, 429],
      }),
      valid('json', runRequest),
      async (c) => c.json(runAsReply(await start(c, c.req.valid('json'))), 202),
    )
    .get(
      '/',
      describe({
        may: 'run.read',
        placed: true,
        tag: 'Analysis runs',
        summary: 'Runs, the newest first',
        replies: { 200: pageOf(runReply) },
      }),
      valid('query', page),
      async (c) => {
        const { after, limit = 50 } = c.req.valid('query');
        const { items, next } = await store.runs.list({ after, limit });
        const mayRead = await runReader(store, c.get('viewer'));
        return c.json({ items: items.filter(mayRead).map(runAsReply), next });
      },
    )
    .get(
      '/:id',
      describe({
        may: 'run.read',
        placed: true,
        tag: 'Analysis runs',
        summary: 'One run with its summary',
        replies: { 200: runReply },
        errors: [404],
      }),
      valid('param', idParam),
      async (c) => c.json(runAsReply(await find(c, c.req.valid('param').id))),
    )
    .get(
      '/:id/progress',
      describe({
        may: 'run.read',
        placed: true,
        tag: 'Analysis runs',
        summary: 'How far a run is',
        replies: { 200: runProgress },
        errors: [404],
      }),
      valid('param', idParam),
      async (c) => {
        const { id } = c.req.valid('param');
        const { state } = await find(c, id);
        return c.json(jobs.progress(id) ?? { state, done: state === 'done' ? 1 : 0 });
      },
    )
    .post(
      '/:id/cancel',
      describe({
        may: 'run.start',
        placed: true,
        tag: 'Analysis runs',
        summary: 'Cancel a run; one that has ended stays as it is',
        replies: { 200: runReply },
        errors: [403, 404],
      }),
      valid('param', idParam),
      async (c) => {
        const { id } = c.req.valid('param');
        await find(c, id);
        if (jobs.cancel(id)) await jobs.settled(id);
        return c.json(runAsReply(await find(c, id)));
      },
    )
    .post(
      '/:id/again',
      describe({
        may: 'run.start',
        placed: true,
        tag: 'Analysis runs',
        summary: 'Ask the same question of the data of today',
        description:
          'The very run when nothing has changed; else a new one, with the difference once it has ended: ask again then.',
        replies: { 200: runAgain },
        errors: [403, 404, 409, 422, 429],
      }),
      valid('param', idParam),
      async (c) => {
        const before = await find(c, c.req.valid('param').id);
        if (before.state !== 'done')
          throw new Conflict(
            'run_not_done',
            'Only a finished analysis can be run again. Ask the question anew.',
          );
        const run = await start(c, requestOf(before));
        return c.json(againOf(before, run));
      },
    )
    .get(
      '/:id/export',
      describe({
        may: 'run.read',
        placed: true,
        tag: 'Analysis runs',
        summary: 'The rows of a finished run as CSV or GeoJSON, with their provenance',
        replies: { 200: { media: 'text/csv', description: 'CSV with lines of provenance, or GeoJSON.' } },
        errors: [404, 422],
      }),
      valid('param', idParam),
      valid('query', exportQuery),
      async (c) => {
        const { grants } = c.get('viewer');
        if (grants.some(({ tier }) => tier === 'exact') && !c.get('provenLately')) throw proveAgainFirst();
        const run = await find(c, c.req.valid('param').id);
        const result = await store.runs.result(run.id);
        if (result === null) throw new NotFound('result of this run');
        const { format } = c.req.valid('query');
        if (format === 'geojson' && !hasPlaces(result))
          throw new Unusable('no_places', 'This answer is about times, not places. Take it as CSV.');
        const precision = grantsText(grants);
        noteRead(c, deps, 'run', run.id, { exportedAs: format, precision });
        const text = format === 'csv' ? csvOf(run, result) : geojsonOf(run, result);
        c.header('Content-Type', format === 'csv' ? 'text/csv; charset=utf-8' : 'application/geo+json');
        c.header(
          'Content-Disposition',
          `attachment; filename="${run.method}-${run.id.slice(0, 8)}.${format}"`,
        );
        return c.body(streamOf(text));
      },
    )
    .get(
      '/:id/result',
      describe({
        may: 'run.read',
        placed: true,
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
        const { digest } = await find(c, id);
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
export function runAsReply(run: AnalysisRun): RunReply {
  return run as AnalysisRun & RunReply;
}

/** The question of a stored run. It may no longer fit: methods change. */
function requestOf({ method, parameters, filter }: AnalysisRun) {
  const request = runRequest.safeParse({ method, parameters, filter });
  if (request.success) return request.data;
  throw new Unusable(
    'question_outdated',
    'This analysis was made by an older version whose settings are no longer known. Ask the question anew.',
  );
}

function againOf(before: AnalysisRun, run: AnalysisRun): z.infer<typeof runAgain> {
  const same = before.id === run.id || (run.state === 'done' && run.digest === before.digest);
  const difference =
    before.id === run.id || run.state !== 'done'
      ? null
      : {
          ...summaryDifference(before.summary, run.summary),
          data: dataDifference(before.dataVersion, run.dataVersion),
          methodVersion: versionsOf(before, run),
        };
  return { same, run: runAsReply(run), difference } as z.infer<typeof runAgain>;
}

function versionsOf(before: AnalysisRun, run: AnalysisRun): [number, number] | null {
  return before.methodVersion === run.methodVersion ? null : [before.methodVersion, run.methodVersion];
}

function streamOf(text: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await text.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => {
      await text.return(undefined);
    },
  });
}
