import { Hono } from 'hono';
import { z } from 'zod';
import type { AppDeps, AppEnv } from '../deps.ts';
import { isExactEverywhere } from '../domain/grants.ts';
import type { IncidentFilter } from '../domain/incident-filter.ts';
import { localMonths } from '../domain/local-months.ts';
import { createInReach } from '../in-reach.ts';
import { describe, idParam, valid } from '../openapi.ts';
import type { ManualLink, Store, Viewer } from '../store/ports.ts';
import { noteRead, personOf } from './reply.ts';
import { shapesAsSeen } from './shapes-as-seen.ts';

const MONTHS = 24;
const MINUTE_MS = 60_000;

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

type Month = z.infer<typeof trend>['months'][number];

async function countMonths(
  store: Store,
  viewer: Viewer,
  rule: IncidentFilter | null,
  manual: readonly ManualLink[],
): Promise<Month[]> {
  const end = await endOfData(store, viewer, rule?.datasets);
  if (end === null) return [];
  const zone = localMonths((await store.settings.get('workspace.timezone')) ?? 'UTC');
  // The month of the newest incident counts only when it is over by then.
  const after = zone.monthOf(Math.floor(end / MINUTE_MS) + DAY_MINUTES);
  const instant = (month: number) => new Date(zone.startOf(month) * MINUTE_MS).toISOString();
  const { datasets, categories, areas, geometry } = rule ?? {};
  const place = { datasets, categories, areas, geometry };
  const byRule = await Promise.all(
    Array.from({ length: MONTHS }, async (_, i) => {
      const period = { from: instant(after - MONTHS + i), to: instant(after - MONTHS + i + 1) };
      const count = rule === null ? 0 : await store.incidents.count(viewer, { ...place, ...period });
      return { from: period.from, before: period.to, count };
    }),
  );
  return manual.length === 0 ? byRule : byHand(store, viewer, byRule, rule && place, manual);
}

/**
 * The same months with what was put in by hand and without what was taken out, so that they count the incidents of the case.
 * Only what the viewer sees as it is: of a square nobody is told which incidents are in it.
 */
async function byHand(
  store: Store,
  viewer: Viewer,
  months: readonly Month[],
  place: IncidentFilter | null,
  manual: readonly ManualLink[],
): Promise<Month[]> {
  const found = await store.incidents.byIds(
    viewer,
    manual.map(({ incidentId }) => incidentId),
  );
  const period = { from: months[0].from, to: months[MONTHS - 1].before };
  const ids = place ? await store.incidents.matching(viewer, { ...place, ...period }) : [];
  const matched = new Set(ids);
  const verdicts = new Map(manual.map(({ incidentId, verdict }) => [incidentId, verdict]));
  const changes = found.flatMap(({ id, occurredFrom }) => {
    if (occurredFrom === null) return [];
    const at = Date.parse(occurredFrom);
    const verdict = verdicts.get(id);
    if (verdict === 'in' && !matched.has(id)) return [{ at, by: 1 }];
    return verdict === 'out' && matched.has(id) ? [{ at, by: -1 }] : [];
  });
  return months.map((month) => {
    const inside = changes.filter(({ at }) => at >= Date.parse(month.from) && at < Date.parse(month.before));
    return { ...month, count: inside.reduce((count, { by }) => count + by, month.count) };
  });
}

const DAY_MINUTES = 1440;

/** When the newest incident of these data sets happened, as exactly as the viewer is told. */
async function endOfData(store: Store, viewer: Viewer, ids: readonly number[] | undefined) {
  const sets = (await store.datasets.list()).filter(
    ({ kind, id }) => kind === 'incidents' && (!ids || ids.length === 0 || ids.includes(id)),
  );
  const seen = await Promise.all(sets.map((set) => store.incidents.asSeen(viewer, set)));
  const ends = seen.flatMap(({ to }) => (to === null ? [] : [Date.parse(to)]));
  return ends.length === 0 ? null : Math.max(...ends);
}
