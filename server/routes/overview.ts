import { Hono } from 'hono';
import { z } from 'zod';
import type { AppDeps, AppEnv } from '../deps.ts';
import { isExactEverywhere } from '../domain/grants.ts';
import { ROLES } from '../domain/permissions.ts';
import { STAGES } from '../domain/sara.ts';
import { describe, valid } from '../openapi.ts';
import { createOverview, MOST_AREAS, MOST_LISTED, type Overview } from '../overview.ts';
import { stageName } from './records.ts';
import { personOf } from './reply.ts';

const oneCase = z.object({ id: z.string(), ref: z.string(), title: z.string(), stage: stageName });
const counts = z.record(z.enum(STAGES), z.int());
const waiting = <T extends z.ZodType>(item: T) =>
  z.object({ total: z.int(), items: z.array(item).max(MOST_LISTED) });
const promise = z.object({
  id: z.string(),
  text: z.string(),
  organisation: z.string(),
  problemRef: z.string().nullable(),
  since: z.string(),
});
const overview = z
  .object({
    day: z.string(),
    counts,
    areas: z.array(z.object({ areaId: z.int().nullable(), counts })).max(MOST_AREAS),
    gates: waiting(
      oneCase.extend({
        missing: z.int(),
        from: z.array(z.enum(ROLES)).max(ROLES.length).describe('Who can give what is missing.'),
      }),
    ).extend({ looked: z.int().describe('How many cases were looked at: those longest in their stage.') }),
    reviews: waiting(oneCase.extend({ since: z.string() })),
    silent: waiting(oneCase.extend({ since: z.string() })),
    locks: waiting(oneCase.extend({ since: z.string() })),
    deliveries: waiting(promise),
    overdue: waiting(promise),
  })
  .meta({ id: 'CaseOverview' }) satisfies z.ZodType<Overview>;
const query = z
  .object({
    area: z
      .string()
      .regex(/^[1-9]\d{0,14}$/, 'Must be a whole number.')
      .optional(),
  })
  .strict();

/** The cases of a committee on one page. */
export function overviewRoutes(deps: AppDeps) {
  const overviewOf = createOverview(deps);
  return new Hono<AppEnv>().get(
    '/',
    describe({
      may: 'problem.read',
      placed: true,
      tag: 'Problem cases',
      summary: 'All cases on one page: by area and stage, and what waits for whom',
      description:
        'Of each kind of waiting the first are listed, and all are counted. A case about several areas counts in each of them.',
      replies: { 200: overview },
    }),
    valid('query', query),
    async (c) => {
      const { area } = c.req.valid('query');
      const isExact = isExactEverywhere(c.get('viewer').grants);
      return c.json(await overviewOf(personOf(c), { area: area ? Number(area) : undefined, isExact }));
    },
  );
}
