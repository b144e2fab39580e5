import { Hono } from 'hono';
import type { AppDeps, AppEnv } from '../deps.ts';
import { createInReach } from '../in-reach.ts';
import { describe, idParam, valid } from '../openapi.ts';
import { actOf, announce, personOf } from './reply.ts';

/** The file of a case is put together in the browser from what its reader may see; that it was taken out is kept here. */
export function caseFileRoutes(deps: AppDeps) {
  const { store } = deps;
  const inReach = createInReach(deps);
  return new Hono<AppEnv>().post(
    '/:id/file-exports',
    describe({
      may: 'problem.read',
      placed: true,
      tag: 'Problem cases',
      summary: 'Say that the file of a case is taken out as a document; it goes into the history',
      replies: { 204: null },
      errors: [404],
    }),
    valid('param', idParam),
    async (c) => {
      const { id } = await inReach.problem(personOf(c), c.req.valid('param').id);
      await store.audit.add({ action: 'export', objectKind: 'problem', objectId: id }, actOf(c, deps));
      announce(deps, 'problem', id);
      return c.body(null, 204);
    },
  );
}
