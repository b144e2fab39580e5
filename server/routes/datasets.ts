import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { AppDeps, AppEnv } from '../deps.ts';
import { grantsText } from '../domain/grants.ts';
import { isTimeZone } from '../domain/time-zone.ts';
import { Conflict, NotFound } from '../errors.ts';
import { createColumnReplies } from '../incident-columns-reply.ts';
import { checkVersion, versionOf } from '../middleware/preconditions.ts';
import { describe, numberParam, pageOf, valid } from '../openapi.ts';
import { createRefuseLinked, despiteLinks } from '../refuse-linked.ts';
import type { Dataset } from '../store/ports.ts';
import { pageOfRecords, pageQuery } from './paging.ts';
import { dataset, datasetKind } from './records.ts';
import { actOf, announce, noteRead, personOf, tagged } from './reply.ts';

const name = z.string().trim().min(1, 'Must not be empty.').max(200);
const note = z.string().max(5000);
const timezone = z
  .string()
  .max(100)
  .refine(isTimeZone, 'Must be the name of a time zone, as in Africa/Kigali.');

const newDataset = z
  .object({
    name,
    kind: datasetKind,
    timezone: timezone.optional(),
    timePrecision: z.enum(['instant', 'day', 'month']).optional(),
    note: note.optional(),
  })
  .strict();
const change = z.object({ name, note, timezone }).partial().strict();
const columnsQuery = z
  .object({
    version: z
      .string()
      .regex(/^[1-9]\d{0,14}$/)
      .optional(),
    seen: z.string().max(40).optional(),
  })
  .strict();

export function datasetRoutes(deps: AppDeps) {
  const { store } = deps;
  const refuseLinked = createRefuseLinked(deps);
  const columnReplies = createColumnReplies();
  const asSeen = (c: Context<AppEnv>, found: Dataset) => store.incidents.asSeen(c.get('viewer'), found);
  return new Hono<AppEnv>()
    .get(
      '/',
      describe({
        may: 'dataset.read',
        tag: 'Data sets',
        summary: 'All data sets',
        replies: { 200: pageOf(dataset) },
      }),
      valid('query', pageQuery),
      async (c) => {
        const { items, next } = pageOfRecords(await store.datasets.list(), c.req.valid('query'));
        return c.json({ items: await Promise.all(items.map((each) => asSeen(c, each))), next });
      },
    )
    .post(
      '/',
      describe({
        may: 'dataset.change',
        tag: 'Data sets',
        summary: 'Make an empty data set',
        replies: { 201: dataset },
        errors: [403, 409, 415],
        idempotent: true,
      }),
      valid('json', newDataset),
      async (c) => {
        const input = c.req.valid('json');
        const zone = input.timezone ?? (await store.settings.get('workspace.timezone')) ?? 'UTC';
        const made = await store.datasets.create({ ...input, timezone: zone }, actOf(c, deps));
        announce(deps, 'dataset', made.id);
        return c.json(tagged(c, await asSeen(c, made)), 201);
      },
    )
    .get(
      '/:id',
      describe({
        may: 'dataset.read',
        tag: 'Data sets',
        summary: 'One data set',
        replies: { 200: dataset },
        errors: [404],
      }),
      valid('param', numberParam),
      async (c) => c.json(tagged(c, await asSeen(c, await find(Number(c.req.valid('param').id))))),
    )
    .patch(
      '/:id',
      describe({
        may: 'dataset.change',
        tag: 'Data sets',
        summary: 'Rename a data set, change its note or time zone',
        replies: { 200: dataset },
        errors: [403, 409, 415],
        ifMatch: 'required',
      }),
      valid('param', numberParam),
      valid('json', change),
      async (c) => {
        const id = Number(c.req.valid('param').id);
        const version = versionOf(c);
        await find(id);
        const changed = await store.datasets.update(id, version, c.req.valid('json'), actOf(c, deps));
        announce(deps, 'dataset', id);
        return c.json(tagged(c, await asSeen(c, changed)));
      },
    )
    .delete(
      '/:id',
      describe({
        may: 'dataset.change',
        tag: 'Data sets',
        summary: 'Delete a data set with its rows; restore brings it back',
        replies: { 204: null },
        errors: [403, 409],
        ifMatch: 'optional',
      }),
      valid('param', numberParam),
      valid('query', despiteLinks),
      async (c) => {
        const id = Number(c.req.valid('param').id);
        checkVersion(c, await find(id));
        await refuseLinked(personOf(c), () =>
          store.datasets.remove(id, actOf(c, deps), c.req.valid('query')),
        );
        announce(deps, 'dataset', id);
        return c.body(null, 204);
      },
    )
    .post(
      '/:id/restore',
      describe({
        may: 'dataset.change',
        tag: 'Data sets',
        summary: 'Undo the deletion of a data set',
        replies: { 200: dataset },
        errors: [403, 404, 409],
      }),
      valid('param', numberParam),
      async (c) => {
        const back = await store.datasets.restore(Number(c.req.valid('param').id), actOf(c, deps));
        announce(deps, 'dataset', back.id);
        return c.json(tagged(c, await asSeen(c, back)));
      },
    )
    .get(
      '/:id/columns',
      describe({
        may: 'incident.overview',
        placed: true,
        tag: 'Data sets',
        summary: 'The incidents of a data set as columns, each as exactly as you may see it',
        description:
          'An Arrow IPC stream with the columns id, lon, lat (degrees × 10^7), from (minutes since 1970), duration (minutes), category and flags. Whoever does not see everything as it is gets the column square besides: 0 for an incident at its own place, else 1 + n for a row that stands for one in a square of 250 m × 2^n and a month (or, by its flag, a year), at the middle of the square; 255 without a place. Such rows are numbered from 2^31 and come at least three alike.',
        replies: {
          200: { media: 'application/vnd.apache.arrow.stream', description: 'An Arrow IPC stream.' },
        },
        errors: [404, 409],
      }),
      valid('param', numberParam),
      valid('query', columnsQuery),
      async (c) => {
        const id = Number(c.req.valid('param').id);
        const { version: wanted, seen: wantedSight } = c.req.valid('query');
        if ((await find(id)).kind !== 'incidents') throw new NotFound('data set of incidents');
        const { version, columns, seen } = await store.incidents.columns(c.get('viewer'), id);
        if (wanted !== undefined && Number(wanted) !== version)
          throw new Conflict('data_changed', 'The data set has changed: ask for its newest version.');
        if (wantedSight !== undefined && wantedSight !== seen.key)
          throw new Conflict('sight_changed', 'What you may see has changed: read the data set anew.');
        const tag = `"${id}-${version}-${seen.key}"`;
        c.header('ETag', tag);
        c.header(
          'Cache-Control',
          wanted === undefined || wantedSight === undefined
            ? 'private, no-cache'
            : 'private, max-age=31536000, immutable',
        );
        if (c.req.header('if-none-match') === tag) return c.body(null, 304);
        const { grants } = c.get('viewer');
        noteRead(c, deps, 'dataset', id, { columnsOfVersion: version, precision: grantsText(grants) });
        return c.body(columnReplies.bytes({ dataset: id, version, seen: seen.key }, columns), 200, {
          'Content-Type': 'application/vnd.apache.arrow.stream',
        });
      },
    );

  async function find(id: number) {
    const found = await store.datasets.get(id);
    if (!found) throw new NotFound('data set');
    return found;
  }
}
