import { Hono } from 'hono';
import { z } from 'zod';
import type { AppDeps, AppEnv } from '../deps.ts';
import { areaGeometry } from '../domain/geometry.ts';
import { checkPolygon } from '../domain/polygon-check.ts';
import { isTimeZone } from '../domain/time-zone.ts';
import { NotFound } from '../errors.ts';
import { checkVersion, versionOf } from '../middleware/preconditions.ts';
import { describe, numberParam, pageOf, valid } from '../openapi.ts';
import { createRefuseLinked, despiteLinks } from '../refuse-linked.ts';
import { pageOfRecords, pageQuery } from './paging.ts';
import { area, areaKind } from './records.ts';
import { actOf, announce, personOf, tagged } from './reply.ts';

const people = z.int().min(0).max(2_000_000_000).nullable();
const fields = z
  .object({
    name: z.string().trim().min(1, 'Must not be empty.').max(200),
    kind: areaKind,
    parentId: z.int().positive().nullable(),
    population: people,
    dwellings: people,
    geometry: areaGeometry,
  })
  .strict();
const newArea = fields
  .partial({ kind: true, parentId: true, population: true, dwellings: true })
  .extend({
    timezone: z
      .string()
      .max(100)
      .refine(isTimeZone, 'Must be the name of a time zone, as in Africa/Kigali.')
      .nullable()
      .optional(),
  })
  .strict();

export function areaRoutes(deps: AppDeps) {
  const { store } = deps;
  const refuseLinked = createRefuseLinked(deps);
  return new Hono<AppEnv>()
    .get(
      '/',
      describe({
        may: 'area.read',
        tag: 'Areas',
        summary: 'All areas with their geometry',
        replies: { 200: pageOf(area) },
      }),
      valid('query', pageQuery),
      async (c) => c.json(pageOfRecords(await store.areas.list(), c.req.valid('query'))),
    )
    .post(
      '/',
      describe({
        may: 'area.change',
        tag: 'Areas',
        summary: 'Add a drawn area',
        replies: { 201: area },
        errors: [403, 413, 415, 422],
        idempotent: true,
      }),
      valid('json', newArea),
      async (c) => {
        const input = c.req.valid('json');
        checkPolygon(input.geometry);
        const made = await store.areas.create(
          {
            name: input.name,
            geometry: input.geometry,
            kind: input.kind ?? 'custom',
            parentId: input.parentId ?? null,
            population: input.population ?? null,
            dwellings: input.dwellings ?? null,
            timezone: input.timezone ?? null,
            datasetId: null,
            sourceId: null,
          },
          actOf(c, deps),
        );
        announce(deps, 'area', made.id);
        return c.json(tagged(c, made), 201);
      },
    )
    .get(
      '/:id',
      describe({
        may: 'area.read',
        tag: 'Areas',
        summary: 'One area',
        replies: { 200: area },
        errors: [404],
      }),
      valid('param', numberParam),
      async (c) => c.json(tagged(c, await find(Number(c.req.valid('param').id)))),
    )
    .patch(
      '/:id',
      describe({
        may: 'area.change',
        tag: 'Areas',
        summary: 'Change an area',
        replies: { 200: area },
        errors: [403, 413, 415, 422],
        ifMatch: 'required',
      }),
      valid('param', numberParam),
      valid('json', fields.partial().strict()),
      async (c) => {
        const id = Number(c.req.valid('param').id);
        const version = versionOf(c);
        const change = c.req.valid('json');
        if (change.geometry) checkPolygon(change.geometry);
        await find(id);
        const changed = await store.areas.update(id, version, change, actOf(c, deps));
        announce(deps, 'area', id);
        return c.json(tagged(c, changed));
      },
    )
    .delete(
      '/:id',
      describe({
        may: 'area.change',
        tag: 'Areas',
        summary: 'Delete an area; restore brings it back',
        replies: { 204: null },
        errors: [403, 409],
        ifMatch: 'optional',
      }),
      valid('param', numberParam),
      valid('query', despiteLinks),
      async (c) => {
        const id = Number(c.req.valid('param').id);
        checkVersion(c, await find(id));
        await refuseLinked(personOf(c), () => store.areas.remove(id, actOf(c, deps), c.req.valid('query')));
        announce(deps, 'area', id);
        return c.body(null, 204);
      },
    )
    .post(
      '/:id/restore',
      describe({
        may: 'area.change',
        tag: 'Areas',
        summary: 'Undo the deletion of an area',
        replies: { 200: area },
        errors: [403, 404],
      }),
      valid('param', numberParam),
      async (c) => {
        const back = await store.areas.restore(Number(c.req.valid('param').id), actOf(c, deps));
        announce(deps, 'area', back.id);
        return c.json(tagged(c, back));
      },
    );

  async function find(id: number) {
    const found = await store.areas.get(id);
    if (!found) throw new NotFound('area');
    return found;
  }
}
