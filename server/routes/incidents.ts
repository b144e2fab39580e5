import { Hono } from 'hono';
import { z } from 'zod';
import type { AppDeps, AppEnv } from '../deps.ts';
import { grantsText } from '../domain/grants.ts';
import { incidentFilter } from '../domain/incident-filter.ts';
import { NotFound } from '../errors.ts';
import { grantsAt } from '../grants-at.ts';
import { describe, numberParam, pageOf, valid } from '../openapi.ts';
import { incident } from './records.ts';
import { noteRead, rangesOf } from './reply.ts';

const limit = z.int().min(1).max(1000).optional();
const after = z.string().max(200).optional();
const countReply = z.object({ count: z.int() }).meta({ id: 'IncidentCount' });

export function incidentRoutes(deps: AppDeps) {
  const { store } = deps;
  return new Hono<AppEnv>()
    .post(
      '/count',
      describe({
        may: 'incident.overview',
        placed: true,
        tag: 'Incidents',
        summary: 'How many incidents match a filter',
        description:
          'Whoever sees squares and months asks about those: a square counts when its middle is in, a month when its first instant is.',
        replies: { 200: countReply },
        errors: [403, 413, 415],
      }),
      valid('json', z.object({ filter: incidentFilter }).strict()),
      async (c) =>
        c.json({ count: await store.incidents.count(c.get('viewer'), c.req.valid('json').filter) }),
    )
    .post(
      '/query',
      describe({
        may: 'incident.read',
        placed: true,
        tag: 'Incidents',
        summary: 'The incidents that match a filter, page by page',
        replies: { 200: pageOf(incident) },
        errors: [403, 413, 415],
      }),
      valid('json', z.object({ filter: incidentFilter, after, limit }).strict()),
      async (c) => {
        const input = c.req.valid('json');
        const page = { after: input.after, limit: input.limit ?? 100 };
        const found = await store.incidents.list(c.get('viewer'), input.filter, page);
        noteRead(c, deps, 'incidents', 'list', {
          precision: grantsText(c.get('viewer').grants),
          incidents: rangesOf(found.items),
          count: found.items.length,
        });
        return c.json(found);
      },
    )
    .get(
      '/:id',
      describe({
        may: 'incident.read',
        placed: true,
        tag: 'Incidents',
        summary: 'One incident',
        replies: { 200: incident },
        errors: [404],
      }),
      valid('param', numberParam),
      async (c) => {
        const [found] = await store.incidents.byIds(c.get('viewer'), [Number(c.req.valid('param').id)]);
        if (!found) throw new NotFound('incident');
        const precision = grantsText(await grantsAt(deps, c.get('viewer').grants, found.position));
        noteRead(c, deps, 'incident', found.id, { precision });
        return c.json(found);
      },
    );
}
