import { Hono } from 'hono';
import { z } from 'zod';
import { countMonths, MONTHS } from '../case-trend.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { isExactEverywhere } from '../domain/grants.ts';
import { createInReach } from '../in-reach.ts';
import { describe, idParam, valid } from '../openapi.ts';
import { noteRead, personOf } from './reply.ts';
import { shapesAsSeen } from './shapes-as-seen.ts';

const trend = z
  .object({
    months: z
      .array(z.object({ from: z.string(), before: z.string(), count: z.int() }))
      .max(MONTHS)
      .describe(
        '24 whole months, the oldest first; none when the case has no incidents or there are no data.',
      ),
    last: z.int().describe('In the last 12 of them.'),
    earlier: z.int().describe('In the 12 before.'),
    exact: z
      .boolean()
      .describe('False: counted over the squares and months that you see, and over a coarse shape.'),
  })
  .meta({ id: 'ProblemTrend' });

/** How many incidents the place and the categories of a case had, with those put in and without those taken out by hand, month by month, up to the end of the data. */
export function problemTrendRoutes(deps: AppDeps) {
  const { store } = deps;
  const inReach = createInReach(deps);
  return new Hono<AppEnv>().get(
    '/:id/trend',
    describe({
      may: 'incident.overview',
      placed: true,
      tag: 'Problem cases',
      summary:
        'Incidents of a case, by rule and by hand, in each of the last 24 months, whatever period the rule names',
      replies: { 200: trend },
      errors: [404],
    }),
    valid('param', idParam),
    async (c) => {
      const { id, rule, manual } = await inReach.problem(personOf(c), c.req.valid('param').id);
      const viewer = c.get('viewer');
      const isNone = rule === null && manual.every(({ verdict }) => verdict === 'out');
      const counted = isNone ? [] : await countMonths(store, viewer, rule && shapesAsSeen(c, rule), manual);
      const sum = (part: typeof counted) => part.reduce((total, { count }) => total + count, 0);
      const [last, earlier] = [sum(counted.slice(MONTHS / 2)), sum(counted.slice(0, MONTHS / 2))];
      noteRead(c, deps, 'problem', id, { trend: last + earlier });
      return c.json({ months: counted, last, earlier, exact: isExactEverywhere(viewer.grants) });
    },
  );
}
