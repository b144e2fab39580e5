import { Hono } from 'hono';
import { z } from 'zod';
import type { AppDeps, AppEnv } from '../deps.ts';
import { ITEM_KINDS, ITEMS, type ItemBodies, type ItemKind } from '../domain/case/items.ts';
import { checkShape } from '../domain/polygon-check.ts';
import { NotFound } from '../errors.ts';
import { createInReach } from '../in-reach.ts';
import { checkVersion, versionOf } from '../middleware/preconditions.ts';
import { anyOf, describe, fitting, idParam, pageOf, valid } from '../openapi.ts';
import { pageOfRecords, pageQuery } from './paging.ts';
import { actOf, announce, personOf, tagged } from './reply.ts';
import { shapesAsSeen, unchangedBodyKept } from './shapes-as-seen.ts';

const kind = z.enum(ITEM_KINDS, `Must be a kind of entry: ${ITEM_KINDS.join(', ')}.`);
const position = z.number().min(-1e9).max(1e9);
const newItem = z.object({ kind, body: anyOf(ITEMS), position: position.optional() }).strict();
const changedItem = z.object({ body: anyOf(ITEMS).optional(), position: position.optional() }).strict();
const itemParam = idParam.extend({ itemId: idParam.shape.id });
const itemReply = z
  .object({
    id: z.string(),
    kind,
    position: z.number(),
    body: anyOf(ITEMS),
    version: z.int(),
    createdAt: z.string(),
    createdBy: z.string(),
    changedAt: z.string(),
    changedBy: z.string(),
    deletedAt: z.string().nullable(),
  })
  .meta({ id: 'ProblemItem' });

/** What a case has many of, in an order of its own: its sources, its findings. */
export function problemItemRoutes(deps: AppDeps) {
  const { store } = deps;
  const inReach = createInReach(deps);
  return new Hono<AppEnv>()
    .get(
      '/:id/items',
      describe({
        may: 'problem.read',
        placed: true,
        tag: 'Problem cases',
        summary: 'The entries of a case, of one kind or all',
        replies: { 200: pageOf(itemReply) },
        errors: [404],
      }),
      valid('param', idParam),
      valid('query', pageQuery.extend({ kind: kind.optional() })),
      async (c) => {
        const { id } = await inReach.problem(personOf(c), c.req.valid('param').id);
        const { kind: wanted, ...page } = c.req.valid('query');
        const { items, next } = pageOfRecords(await store.problemItems.list(id, wanted), page);
        return c.json({ items: shapesAsSeen(c, items), next });
      },
    )
    .post(
      '/:id/items',
      describe({
        may: 'problem.change',
        placed: true,
        tag: 'Problem cases',
        summary: 'Add an entry to a case; without a position it stands last',
        replies: { 201: itemReply },
        errors: [403, 404, 409, 413, 415, 422],
        idempotent: true,
      }),
      valid('param', idParam),
      valid('json', newItem),
      async (c) => {
        const { id } = c.req.valid('param');
        const input = c.req.valid('json');
        const body = bodyOf(input.kind, input.body);
        checkDrawn(body, null);
        await inReach.problem(personOf(c), id, 'problem.change');
        const made = await store.problemItems.add(id, { ...input, body }, actOf(c, deps));
        announce(deps, 'problem', id);
        return c.json(tagged(c, shapesAsSeen(c, made)), 201);
      },
    )
    .patch(
      '/:id/items/:itemId',
      describe({
        may: 'problem.change',
        placed: true,
        tag: 'Problem cases',
        summary: 'Change an entry, or its place in the order',
        description: 'Fields of the body that are left out stay as they are.',
        replies: { 200: itemReply },
        errors: [403, 413, 415, 422],
        ifMatch: 'required',
      }),
      valid('param', itemParam),
      valid('json', changedItem),
      async (c) => {
        const { id, itemId } = c.req.valid('param');
        const version = versionOf(c);
        const change = c.req.valid('json');
        await inReach.problem(personOf(c), id, 'problem.change');
        const before = await itemOf(id, itemId);
        const given = change.body && unchangedBodyKept(change.body, before.body);
        const body = given && bodyOf(before.kind, { ...before.body, ...given });
        if (body) checkDrawn(body, before.body);
        const meant = { ...(body && { body }), position: change.position };
        const changed = await store.problemItems.update(id, itemId, version, meant, actOf(c, deps));
        announce(deps, 'problem', id);
        return c.json(tagged(c, shapesAsSeen(c, changed)));
      },
    )
    .delete(
      '/:id/items/:itemId',
      describe({
        may: 'problem.change',
        placed: true,
        tag: 'Problem cases',
        summary: 'Take an entry out; restore brings it back',
        replies: { 204: null },
        errors: [403],
        ifMatch: 'optional',
      }),
      valid('param', itemParam),
      async (c) => {
        const { id, itemId } = c.req.valid('param');
        await inReach.problem(personOf(c), id, 'problem.change');
        checkVersion(c, await itemOf(id, itemId));
        await store.problemItems.remove(id, itemId, actOf(c, deps));
        announce(deps, 'problem', id);
        return c.body(null, 204);
      },
    )
    .post(
      '/:id/items/:itemId/restore',
      describe({
        may: 'problem.change',
        placed: true,
        tag: 'Problem cases',
        summary: 'Bring an entry back',
        replies: { 200: itemReply },
        errors: [403, 404],
      }),
      valid('param', itemParam),
      async (c) => {
        const { id, itemId } = c.req.valid('param');
        await inReach.problem(personOf(c), id, 'problem.change');
        const back = await store.problemItems.restore(id, itemId, actOf(c, deps));
        announce(deps, 'problem', id);
        return c.json(tagged(c, shapesAsSeen(c, back)));
      },
    );

  async function itemOf(problemId: string, itemId: string) {
    const found = await store.problemItems.get(problemId, itemId);
    if (!found) throw new NotFound('entry of the problem case');
    return found;
  }
}

/** Named as it stands in the request, under /body. */
function bodyOf(kind: ItemKind, body: Record<string, unknown>) {
  return fitting(WRAPPED[kind], { body }).body;
}

/** Where something is to be done may not cross itself. A shape from before keeps nobody from changing the rest. */
function checkDrawn(body: ItemBodies[ItemKind], before: ItemBodies[ItemKind] | null): void {
  if (!('geometry' in body) || body.geometry === null) return;
  const stood = before && 'geometry' in before ? JSON.stringify(before.geometry) : null;
  if (JSON.stringify(body.geometry) !== stood) checkShape(body.geometry, '/body/geometry');
}

const WRAPPED = Object.fromEntries(ITEM_KINDS.map((kind) => [kind, z.object({ body: ITEMS[kind] })])) as {
  [Kind in ItemKind]: z.ZodObject<{ body: (typeof ITEMS)[Kind] }>;
};
