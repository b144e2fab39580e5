import { Hono } from 'hono';
import { z } from 'zod';
import type { AppDeps, AppEnv } from '../deps.ts';
import { holdsPosition } from '../domain/protected-assets.ts';
import { NotFound } from '../errors.ts';
import { checkVersion, versionOf } from '../middleware/preconditions.ts';
import { describe, numberParam, pageOf, valid } from '../openapi.ts';
import { pageAfter, pageOfRecords, pageQuery } from './paging.ts';
import { neverMappedKind, protectedAsset } from './records.ts';
import { actOf, noteRead, tagged } from './reply.ts';

const TAG = 'Protected assets';
const inWords = (text: z.ZodString) =>
  text.refine((value) => !holdsPosition(value), 'No position is taken, in words neither.');
const fields = z
  .object({
    kind: z.string().min(1).max(100),
    name: inWords(z.string().trim().min(1, 'Must not be empty.').max(200)),
    areaId: z.int().positive().nullable().default(null),
    contact: inWords(z.string().trim().max(500)).default(''),
  })
  .strict();
const change = fields.omit({ kind: true }).partial().strict();
const kindParam = z.object({ kind: z.string().regex(/^[^\s/]{1,100}$/, 'Must be the code of a kind.') });
const kindName = z.string().trim().min(2, 'Must be a word.').max(100);

/** Places that protect people and could become targets: listed for the few who need them, without a position, never mapped. */
export function protectedAssetRoutes(deps: AppDeps) {
  const { store } = deps;
  return new Hono<AppEnv>()
    .get(
      '/',
      describe({
        may: 'protected-asset.read',
        tag: TAG,
        summary: 'All protected assets, in words: there is no position of them',
        description: 'Noted in the history.',
        replies: { 200: pageOf(protectedAsset) },
      }),
      valid('query', pageQuery),
      async (c) => {
        const page = pageOfRecords(await store.protectedAssets.list(), c.req.valid('query'));
        const count = page.items.length;
        if (count > 0) noteRead(c, deps, 'protected_asset', 'list', { count });
        return c.json(page);
      },
    )
    .post(
      '/',
      describe({
        may: 'protected-asset.add',
        tag: TAG,
        summary: 'List a place that is never put on a map',
        replies: { 201: protectedAsset },
        errors: [413, 415, 422],
        idempotent: true,
      }),
      valid('json', fields),
      async (c) =>
        c.json(tagged(c, await store.protectedAssets.create(c.req.valid('json'), actOf(c, deps))), 201),
    )
    .patch(
      '/:id',
      describe({
        may: 'protected-asset.change',
        tag: TAG,
        summary: 'Change name, area or contact of a protected asset',
        replies: { 200: protectedAsset },
        errors: [413, 415, 422],
        ifMatch: 'required',
      }),
      valid('param', numberParam),
      valid('json', change),
      async (c) => {
        const id = Number(c.req.valid('param').id);
        const version = versionOf(c);
        await find(id);
        const changed = c.req.valid('json');
        return c.json(tagged(c, await store.protectedAssets.update(id, version, changed, actOf(c, deps))));
      },
    )
    .delete(
      '/:id',
      describe({
        may: 'protected-asset.change',
        tag: TAG,
        summary: 'Delete a protected asset for good',
        replies: { 204: null },
        errors: [403],
        ifMatch: 'optional',
      }),
      valid('param', numberParam),
      async (c) => {
        const id = Number(c.req.valid('param').id);
        checkVersion(c, await find(id));
        await store.protectedAssets.remove(id, actOf(c, deps));
        return c.body(null, 204);
      },
    )
    .get(
      '/kinds',
      describe({
        may: 'asset.read',
        tag: TAG,
        summary: 'Kinds of places that are never put on a map',
        replies: { 200: pageOf(neverMappedKind) },
      }),
      valid('query', pageQuery),
      async (c) => {
        const kinds = await store.protectedAssets.kinds();
        // How many there are is for those who see the list.
        const may = c.get('may').has('protected-asset.read');
        const { items, next } = pageAfter(kinds, c.req.valid('query'), ({ kind }) => kind);
        return c.json({ items: items.map((kind) => ({ ...kind, listed: may ? kind.listed : null })), next });
      },
    )
    .post(
      '/kinds',
      describe({
        may: 'protection.change',
        tag: TAG,
        summary: 'Never put another kind of place on a map',
        description:
          'Assets of this kind lose their position at once, and answers that looked at assets are emptied. This cannot be undone.',
        replies: { 201: z.object({ moved: z.int() }) },
        errors: [409, 413, 415],
      }),
      valid('json', z.object({ name: kindName }).strict()),
      async (c) => {
        const done = await store.protectedAssets.addKind(c.req.valid('json').name, actOf(c, deps));
        deps.live.publish({ object: 'asset', id: '0' });
        return c.json(done, 201);
      },
    )
    .delete(
      '/kinds/:kind',
      describe({
        may: 'protection.change',
        tag: TAG,
        summary: 'Take a kind that the workspace added off the list; the built-in ones stay',
        replies: { 204: null },
        errors: [404, 409],
      }),
      valid('param', kindParam),
      async (c) => {
        await store.protectedAssets.removeKind(c.req.valid('param').kind, actOf(c, deps));
        return c.body(null, 204);
      },
    );

  async function find(id: number) {
    const found = await store.protectedAssets.get(id);
    if (!found) throw new NotFound('protected asset');
    return found;
  }
}
