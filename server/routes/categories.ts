import { Hono } from 'hono';
import { z } from 'zod';
import type { AppDeps, AppEnv } from '../deps.ts';
import { AppError, NotFound } from '../errors.ts';
import { versionOf } from '../middleware/preconditions.ts';
import { describe, numberParam, pageOf, valid } from '../openapi.ts';
import type { Protection } from '../store/ports.ts';
import { pageOfRecords, pageQuery } from './paging.ts';
import { category } from './records.ts';
import { actOf, announce, tagged } from './reply.ts';

const change = z
  .object({
    publicName: z.string().trim().min(1, 'Must not be empty.').max(200),
    protected: z.enum(['none', 'aggregate_only', 'never_store']),
    harmWeight: z.number().min(0).max(1_000_000).nullable(),
    parentId: z.int().positive().nullable(),
  })
  .partial()
  .strict();

export function categoryRoutes(deps: AppDeps) {
  const { store } = deps;
  return new Hono<AppEnv>()
    .get(
      '/',
      describe({
        may: 'category.read',
        tag: 'Categories',
        summary: 'All categories',
        replies: { 200: pageOf(category) },
      }),
      valid('query', pageQuery),
      async (c) => c.json(pageOfRecords(await store.categories.list(), c.req.valid('query'))),
    )
    .patch(
      '/:id',
      describe({
        may: 'category.change',
        tag: 'Categories',
        summary: 'Change the public name, protection, weight or parent of a category',
        replies: { 200: category },
        errors: [403, 409, 415],
        ifMatch: 'required',
      }),
      valid('param', numberParam),
      valid('json', change),
      async (c) => {
        const id = Number(c.req.valid('param').id);
        const version = versionOf(c);
        const before = await store.categories.get(id);
        if (!before) throw new NotFound('category');
        const change = c.req.valid('json');
        // Whoever may change a category may protect it; less protection is for those who answer for it.
        if (isLess(change.protected, before.protected) && !c.get('may').has('protection.change'))
          throw lessProtection();
        const changed = await store.categories.update(id, version, change, actOf(c, deps));
        announce(deps, 'category', id);
        return c.json(tagged(c, changed));
      },
    );
}

const LEVELS: readonly Protection[] = ['none', 'aggregate_only', 'never_store'];

function isLess(after: Protection | undefined, before: Protection): boolean {
  return after !== undefined && LEVELS.indexOf(after) < LEVELS.indexOf(before);
}

function lessProtection(): AppError {
  return new AppError(
    403,
    'not_allowed',
    'Your roles in this workspace do not allow less protection (protection.change). Ask a data guardian.',
  );
}
