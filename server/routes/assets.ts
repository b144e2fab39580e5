import { Hono } from 'hono';
import { z } from 'zod';
import type { AppDeps, AppEnv } from '../deps.ts';
import { kindCode, protectedKinds } from '../domain/protected-assets.ts';
import { NotFound, Unusable } from '../errors.ts';
import { checkVersion, versionOf } from '../middleware/preconditions.ts';
import { describe, numberParam, pageOf, valid } from '../openapi.ts';
import { pageOfRecords, pageQuery } from './paging.ts';
import { asset } from './records.ts';
import { actOf, announce, tagged } from './reply.ts';

const fields = z
  .object({
    name: z.string().trim().min(1, 'Must not be empty.').max(200),
    kind: z.string().trim().min(1, 'Must not be empty.').max(100),
    position: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]),
  })
  .strict();

export function assetRoutes(deps: AppDeps) {
  const { store } = deps;
  return new Hono<AppEnv>()
    .get(
      '/',
      describe({
        may: 'asset.read',
        tag: 'Assets',
        summary: 'All community assets',
        replies: { 200: pageOf(asset) },
      }),
      valid('query', pageQuery),
      async (c) => c.json(pageOfRecords(await store.assets.list(), c.req.valid('query'))),
    )
    .post(
      '/',
      describe({
        may: 'asset.change',
        tag: 'Assets',
        summary: 'Add a community asset',
        replies: { 201: asset },
        errors: [403, 415, 422],
        idempotent: true,
      }),
      valid('json', fields),
      async (c) => {
        await refuseNeverMapped(c.req.valid('json'));
        const input = { ...c.req.valid('json'), datasetId: null, sourceId: null, properties: {} };
        const made = await store.assets.create(input, actOf(c, deps));
        announce(deps, 'asset', made.id);
        return c.json(tagged(c, made), 201);
      },
    )
    .patch(
      '/:id',
      describe({
        may: 'asset.change',
        tag: 'Assets',
        summary: 'Change a community asset',
        replies: { 200: asset },
        errors: [403, 415, 422],
        ifMatch: 'required',
      }),
      valid('param', numberParam),
      valid('json', fields.partial().strict()),
      async (c) => {
        const id = Number(c.req.valid('param').id);
        const version = versionOf(c);
        const change = c.req.valid('json');
        await refuseNeverMapped({ ...(await find(id)), ...change });
        const changed = await store.assets.update(id, version, change, actOf(c, deps));
        announce(deps, 'asset', id);
        return c.json(tagged(c, changed));
      },
    )
    .delete(
      '/:id',
      describe({
        may: 'asset.change',
        tag: 'Assets',
        summary: 'Delete a community asset; restore brings it back',
        replies: { 204: null },
        errors: [403],
        ifMatch: 'optional',
      }),
      valid('param', numberParam),
      async (c) => {
        const id = Number(c.req.valid('param').id);
        checkVersion(c, await find(id));
        await store.assets.remove(id, actOf(c, deps));
        announce(deps, 'asset', id);
        return c.body(null, 204);
      },
    )
    .post(
      '/:id/restore',
      describe({
        may: 'asset.change',
        tag: 'Assets',
        summary: 'Undo the deletion of a community asset',
        replies: { 200: asset },
        errors: [403, 404],
      }),
      valid('param', numberParam),
      async (c) => {
        const back = await store.assets.restore(Number(c.req.valid('param').id), actOf(c, deps));
        announce(deps, 'asset', back.id);
        return c.json(tagged(c, back));
      },
    );

  /** The schema refuses the kind too; this says why, and hears the words of a name as well. */
  async function refuseNeverMapped({ kind, name }: { kind: string; name: string }) {
    const { ofKind, ofText } = protectedKinds(await store.protectedAssets.kinds());
    const isOther = kindCode(kind) === 'other';
    if (ofKind(kind) === null && ofText(name) === null && !(isOther && ofKind(name) !== null)) return;
    throw new Unusable(
      'never_mapped',
      'Such a place could become a target: it is never put on a map and no position of it is taken. Add it to the protected assets instead.',
    );
  }

  async function find(id: number) {
    const found = await store.assets.get(id);
    if (!found) throw new NotFound('community asset');
    return found;
  }
}
