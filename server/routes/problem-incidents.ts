import { Hono } from 'hono';
import { z } from 'zod';
import type { AppDeps, AppEnv } from '../deps.ts';
import { cover, grantsText } from '../domain/grants.ts';
import { linkedIds, positionAfter } from '../domain/linked-incidents.ts';
import { AppError, NotFound } from '../errors.ts';
import { createInReach } from '../in-reach.ts';
import { describe, idParam, valid } from '../openapi.ts';
import type { Problem, Store, Viewer } from '../store/ports.ts';
import { incident, problem } from './records.ts';
import { actOf, announce, noteRead, personOf, rangesOf, tagged } from './reply.ts';
import { shapesAsSeen } from './shapes-as-seen.ts';

const reason = z.string().trim().min(1, 'Say why; it goes into the history.').max(2000);
const newLink = z.object({ incidentId: z.int().positive(), verdict: z.enum(['in', 'out']), reason }).strict();
const linkParam = idParam.extend({
  incidentId: z.string().regex(/^[1-9]\d{0,14}$/, 'Must be a whole number.'),
});
const page = z
  .object({ after: z.string().max(200).optional(), limit: z.int().min(1).max(1000).optional() })
  .strict();
const linkedReply = z
  .object({ count: z.int(), items: z.array(incident), next: z.string().nullable() })
  .meta({ id: 'LinkedIncidents' });

/** Which incidents belong to a case: by its rule, and by hand. */
export function problemIncidentRoutes(deps: AppDeps) {
  const { store } = deps;
  const inReach = createInReach(deps);
  return new Hono<AppEnv>()
    .post(
      '/:id/incidents',
      describe({
        may: 'problem.link-incidents',
        placed: true,
        tag: 'Problem cases',
        summary: 'Put an incident in or take it out by hand',
        replies: { 200: problem },
        errors: [403, 404, 415],
      }),
      valid('param', idParam),
      valid('json', newLink),
      async (c) => {
        const { id } = await inReach.problem(personOf(c), c.req.valid('param').id, 'problem.link-incidents');
        const link = c.req.valid('json');
        const [found] = await store.incidents.byIds(c.get('viewer'), [link.incidentId]);
        if (!found) throw new NotFound('incident');
        const act = actOf(c, deps, link.reason);
        const changed = await store.problems.link(id, link.incidentId, link.verdict, act);
        announce(deps, 'problem', id);
        return c.json(tagged(c, shapesAsSeen(c, changed)));
      },
    )
    .delete(
      '/:id/incidents/:incidentId',
      describe({
        may: 'problem.link-incidents',
        placed: true,
        tag: 'Problem cases',
        summary: 'Leave an incident to the rule again',
        replies: { 200: problem },
        errors: [403, 404],
      }),
      valid('param', linkParam),
      async (c) => {
        const { id } = await inReach.problem(personOf(c), c.req.valid('param').id, 'problem.link-incidents');
        const incidentId = Number(c.req.valid('param').incidentId);
        await requireSight(c.get('viewer'), incidentId);
        const changed = await store.problems.unlink(id, incidentId, actOf(c, deps));
        announce(deps, 'problem', id);
        return c.json(tagged(c, shapesAsSeen(c, changed)));
      },
    )
    .post(
      '/:id/linked',
      describe({
        may: 'incident.read',
        placed: true,
        tag: 'Problem cases',
        summary: 'The incidents of a case, by rule and by hand, page by page',
        replies: { 200: linkedReply },
        errors: [403, 404, 415],
      }),
      valid('param', idParam),
      valid('json', page),
      async (c) => {
        const input = c.req.valid('json');
        const found = await inReach.problem(personOf(c), c.req.valid('param').id);
        const start = input.after === undefined ? 0 : readCursor(input.after);
        const ids = await idsOf(store, c.get('viewer'), found);
        const page = await pageOfIds(store, c.get('viewer'), ids, start, input.limit ?? 100);
        const precision = grantsText(c.get('viewer').grants);
        const given = { precision, incidents: rangesOf(page.items), count: page.items.length };
        noteRead(c, deps, 'problem', found.id, given);
        return c.json(page);
      },
    );

  /** Whoever sees all incidents may also take off one that is not there any more. */
  async function requireSight(viewer: Viewer, incidentId: number): Promise<void> {
    if (cover(viewer.grants, [{ tier: 'exact', area: null }])) return;
    const [seen] = await store.incidents.byIds(viewer, [incidentId]);
    if (!seen) throw new NotFound('incident put in or taken out by hand');
  }
}

async function idsOf(store: Store, viewer: Viewer, { rule, manual }: Problem): Promise<Uint32Array> {
  const byRule = rule ? await store.incidents.matching(viewer, rule) : new Uint32Array();
  const putIn = manual.filter((link) => link.verdict === 'in').map((link) => link.incidentId);
  const stillThere = new Set((await store.incidents.byIds(viewer, putIn)).map((found) => found.id));
  return linkedIds(
    byRule,
    manual.filter((link) => link.verdict === 'out' || stillThere.has(link.incidentId)),
  );
}

/** Goes on after the id of the last incident given out, so that new incidents do not shift the pages. */
async function pageOfIds(store: Store, viewer: Viewer, ids: Uint32Array, afterId: number, limit: number) {
  const first = positionAfter(ids, afterId);
  const wanted = [...ids.subarray(first, first + limit)];
  const items = await store.incidents.byIds(viewer, wanted);
  const last = wanted[wanted.length - 1];
  const more = last !== undefined && first + wanted.length < ids.length;
  return { count: ids.length, items, next: more ? String(last) : null };
}

function readCursor(after: string): number {
  if (!/^\d{1,15}$/.test(after))
    throw new AppError(
      400,
      'cursor_unreadable',
      'Hand back `next` of the reply before as `after`, unchanged.',
    );
  return Number(after);
}
