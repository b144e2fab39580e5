import { type Context, Hono } from 'hono';
import { stream } from 'hono/streaming';
import { z } from 'zod';
import type { AppDeps, AppEnv } from '../deps.ts';
import { isExactEverywhere } from '../domain/grants.ts';
import { AppError, NotFound } from '../errors.ts';
import { IMPORT_KINDS, importProgress, importRequest, inspection } from '../imports/contract.ts';
import type { FileBytes } from '../imports/import-service.ts';
import { refusedCsv } from '../imports/refused-csv.ts';
import { describe, pageOf, valid } from '../openapi.ts';
import { createRefuseLinked, despiteLinks } from '../refuse-linked.ts';
import type * as ports from '../store/ports.ts';
import { pageOfRecords, pageQuery } from './paging.ts';
import { actOf, announce, noteRead, personOf } from './reply.ts';

const importRecord = z
  .object({
    id: z.string(),
    datasetId: z.int(),
    fileName: z.string(),
    mapping: z.unknown(),
    read: z.int(),
    stored: z.int(),
    unlocated: z.int(),
    duplicates: z.int(),
    refused: z.record(z.string(), z.int()),
    flagged: z.record(z.string(), z.int()),
    bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    seconds: z.number(),
    createdBy: z.string().nullable(),
    createdAt: z.string(),
    undoneAt: z.string().nullable(),
  })
  .meta({ id: 'ImportRecord' }) satisfies z.ZodType<ports.ImportRecord>;

const id = z.string().regex(/^[\w-]{1,64}$/);
const idParam = z.object({ id }).strict();
const inspectQuery = z
  .object({ name: z.string().min(1).max(500), kind: z.enum(IMPORT_KINDS).optional(), draft: id.optional() })
  .strict();

export function importRoutes(deps: AppDeps) {
  const { store, imports } = deps;
  const refuseLinked = createRefuseLinked(deps);
  return new Hono<AppEnv>()
    .post(
      '/inspect',
      describe({
        may: 'import.change',
        tag: 'Imports',
        summary: 'Say what an import of this file would do; nothing is stored',
        description:
          'The body is the file itself, plain or gzip. With `draft`, the mapping of that import is tried instead of guessing.',
        replies: { 200: inspection },
        errors: [403, 404, 413, 422],
      }),
      valid('query', inspectQuery),
      async (c) => {
        const { name, kind, draft } = c.req.valid('query');
        const signal = c.req.raw.signal;
        return c.json(await imports.inspect(fileOf(c), { fileName: name, kind, draft, signal }));
      },
    )
    .post(
      '/',
      describe({
        may: 'import.change',
        tag: 'Imports',
        summary: 'Make an import: where the rows go and how the file is read. The file comes next',
        replies: { 201: z.object({ id: z.string() }) },
        errors: [403, 415],
        idempotent: true,
      }),
      valid('json', importRequest),
      (c) => c.json(imports.create(c.req.valid('json')), 201),
    )
    .put(
      '/:id/file',
      describe({
        may: 'import.change',
        tag: 'Imports',
        summary: 'Send the file of an import; all of it is stored, or nothing',
        replies: { 200: importRecord },
        errors: [403, 404, 409, 413, 422],
      }),
      valid('param', idParam),
      async (c) => {
        const options = { totalBytes: lengthOf(c), act: actOf(c, deps), signal: c.req.raw.signal };
        return c.json(await imports.receive(c.req.valid('param').id, fileOf(c), options));
      },
    )
    .get(
      '/:id/progress',
      describe({
        may: 'import.read',
        tag: 'Imports',
        summary: 'How far an import is',
        replies: { 200: importProgress },
        errors: [404],
      }),
      valid('param', idParam),
      (c) => {
        const progress = imports.progress(c.req.valid('param').id);
        if (!progress) throw new NotFound('import that runs');
        return c.json(progress);
      },
    )
    .post(
      '/:id/cancel',
      describe({
        may: 'import.change',
        tag: 'Imports',
        summary: 'Stop an import; nothing of it stays',
        replies: { 204: null },
        errors: [403, 404],
      }),
      valid('param', idParam),
      (c) => {
        if (!imports.cancel(c.req.valid('param').id)) throw new NotFound('import that runs');
        return c.body(null, 204);
      },
    )
    .get(
      '/',
      describe({
        may: 'import.read',
        tag: 'Imports',
        summary: 'All imports, newest first',
        replies: { 200: pageOf(importRecord) },
      }),
      valid('query', pageQuery),
      async (c) => {
        const { items, next } = pageOfRecords(await store.imports.list(), c.req.valid('query'));
        return c.json({ items: items.map((record) => asSeen(c, record)), next });
      },
    )
    .get(
      '/:id',
      describe({
        may: 'import.read',
        tag: 'Imports',
        summary: 'One import',
        replies: { 200: importRecord },
        errors: [404],
      }),
      valid('param', idParam),
      async (c) => c.json(asSeen(c, await find(c.req.valid('param').id))),
    )
    .get(
      '/:id/refused.csv',
      describe({
        may: 'import.change',
        proven: true,
        tag: 'Imports',
        summary: 'The refused rows with their reasons. Rows of protected categories are never among them',
        replies: {
          200: { media: 'text/csv', description: 'line, reason, detail and the cells of the row.' },
        },
        errors: [404],
      }),
      valid('param', idParam),
      async (c) => {
        const found = await find(c.req.valid('param').id);
        c.header('Content-Type', 'text/csv; charset=utf-8');
        noteRead(c, deps, 'import', found.id, { refusedRows: found.refused, precision: 'exact' });
        c.header('Content-Disposition', `attachment; filename="refused-${found.id}.csv"`);
        return stream(c, async (out) => {
          for await (const line of refusedCsv(store.imports.refused(found.id))) await out.write(line);
        });
      },
    )
    .delete(
      '/:id',
      describe({
        may: 'import.change',
        tag: 'Imports',
        summary: 'Undo an import: its rows are taken out again',
        replies: { 204: null },
        errors: [403, 404, 409],
      }),
      valid('param', idParam),
      valid('query', despiteLinks),
      async (c) => {
        const { id, datasetId } = await find(c.req.valid('param').id);
        await refuseLinked(personOf(c), () => store.imports.undo(id, actOf(c, deps), c.req.valid('query')));
        announce(deps, 'import', id);
        announce(deps, 'dataset', datasetId);
        return c.body(null, 204);
      },
    );

  async function find(importId: string) {
    const found = await store.imports.get(importId);
    if (!found) throw new NotFound('import');
    return found;
  }
}

/** Where and when the outermost rows of a file were is for those who see all of them. */
function asSeen(c: Context<AppEnv>, record: ports.ImportRecord): ports.ImportRecord {
  if (isExactEverywhere(c.get('viewer').grants)) return record;
  return { ...record, bbox: null, from: null, to: null };
}

function fileOf(c: Context<AppEnv>): FileBytes {
  const { body } = c.req.raw;
  if (!body) throw new AppError(400, 'no_file', 'The request has no body: send the file itself.');
  return body;
}

function lengthOf(c: Context<AppEnv>): number | undefined {
  const length = Number(c.req.header('content-length'));
  return Number.isSafeInteger(length) && length > 0 ? length : undefined;
}
