import { Hono } from 'hono';
import { z } from 'zod';
import { believe, believedTime, doubtOf } from '../believed-time.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { instant } from '../domain/instant.ts';
import { GRACE_MS, type RetentionRules, type RunOut, retentionRules } from '../domain/retention.ts';
import { Conflict, NotFound } from '../errors.ts';
import { describe, pageOf, valid } from '../openapi.ts';
import { RULES_SINCE } from '../retention-looks.ts';
import type { KeptCount } from '../store/ports.ts';
import { pageAfter, pageQuery } from './paging.ts';
import { actOf, personOf } from './reply.ts';

const TAG = 'Retention';
const state = z
  .object({
    rules: retentionRules,
    /** Nothing is deleted by these rules before; null: they were never changed. */
    from: z.string().nullable(),
    /** While it is in doubt nothing is deleted. */
    clock: z.object({
      now: z.string(),
      believed: z.string().nullable(),
      doubt: z.enum(['ahead', 'behind']).nullable(),
    }),
  })
  .meta({ id: 'Retention' });
const runOut = z
  .object({
    incidents: z.array(z.object({ categoryId: z.int(), count: z.int() })),
    refusedRows: z.int(),
    runs: z.int(),
    /** Hand it back to say that these may go. */
    seen: z.string(),
  })
  .meta({ id: 'RunOut' });
const kept = z
  .object({
    categoryId: z.int(),
    areaId: z.int().nullable(),
    month: z.string().nullable(),
    count: z.int(),
  })
  .meta({ id: 'KeptCount' });

/** Between reading the time and saying that it is right. */
const MOST_APART_MS = 3_600_000;
const CLOCK_MOVED = 'The clock of the server says another time by now. Look at it again.';

/** How long what is kept. What has run out is deleted for good, so it takes two steps, each with a person behind it. */
export function retentionRoutes(deps: AppDeps) {
  const { store, clock } = deps;

  async function wouldGo(rules: RetentionRules) {
    const zone = (await store.settings.get('workspace.timezone')) ?? 'UTC';
    const found = await store.retention.runOut(rules, zone, clock.now().toISOString());
    return { ...found, seen: markOf(found) };
  }

  async function current() {
    const since = await store.settings.get(RULES_SINCE);
    const from = since && new Date(Date.parse(since) + GRACE_MS).toISOString();
    const [believed, doubt] = [await believedTime(store), await doubtOf(store)];
    const rules = await store.retention.rules();
    return { rules, from, clock: { now: clock.now().toISOString(), believed, doubt } };
  }

  return new Hono<AppEnv>()
    .get(
      '/',
      describe({
        may: 'retention.read',
        tag: TAG,
        summary: 'How long incidents, refused rows and answers are kept, in months',
        description: 'The history is kept for ever. Sessions end two weeks after their last use.',
        replies: { 200: state },
      }),
      async (c) => c.json(await current()),
    )
    .post(
      '/preview',
      describe({
        may: 'retention.change',
        tag: TAG,
        summary: 'What would be deleted now by other rules; nothing is changed',
        replies: { 200: runOut },
        errors: [413, 415],
      }),
      valid('json', retentionRules),
      async (c) => c.json(await wouldGo(c.req.valid('json'))),
    )
    .put(
      '/',
      describe({
        may: 'retention.change',
        proven: true,
        tag: TAG,
        summary: 'Set how long what is kept',
        description:
          'Takes `seen` of a preview of the same rules: when something else would go by now, it is refused. Deleting begins a day later and cannot be undone. Asks for a proof of the last ten minutes.',
        replies: { 200: state },
        errors: [404, 409, 413, 415],
      }),
      valid('json', z.object({ rules: retentionRules, seen: z.string().max(40_000) }).strict()),
      async (c) => {
        const { rules, seen } = c.req.valid('json');
        await requireCategories(rules);
        if ((await wouldGo(rules)).seen !== seen) throw new Conflict('not_seen', NOT_SEEN);
        const act = actOf(c, deps);
        // First: the clock may look in between, and these rules have to wait.
        await store.settings.set(RULES_SINCE, act.at);
        await store.retention.setRules(rules, act);
        return c.json(await current());
      },
    )
    .post(
      '/clock',
      describe({
        may: 'retention.change',
        proven: true,
        tag: TAG,
        summary: 'Say that the clock of the server is right',
        description:
          'Where it went further than the time that was known could have, nothing is deleted until somebody says so. Takes the time that was read. Asks for a proof of the last ten minutes.',
        replies: { 200: state },
        errors: [409, 413, 415],
      }),
      valid('json', z.object({ now: instant }).strict()),
      async (c) => {
        const apart = Math.abs(clock.now().getTime() - Date.parse(c.req.valid('json').now));
        if (apart > MOST_APART_MS) throw new Conflict('clock_moved', CLOCK_MOVED);
        await believe(deps, personOf(c).userId);
        return c.json(await current());
      },
    )
    .get(
      '/kept',
      describe({
        may: 'retention.read',
        tag: TAG,
        summary: 'What is left of incidents that were deleted: how many, by category, month and area',
        description: 'Of areas only where there were three at least; `areaId` null: all of them together.',
        replies: { 200: pageOf(kept) },
      }),
      valid('query', pageQuery),
      async (c) => {
        const nameOf = ({ categoryId, areaId, month }: KeptCount) => `${categoryId} ${areaId} ${month}`;
        return c.json(pageAfter(await store.retention.kept(), c.req.valid('query'), nameOf));
      },
    );

  async function requireCategories({ categories }: RetentionRules): Promise<void> {
    const known = new Set((await store.categories.list()).map(({ id }) => id));
    if (categories.some(({ categoryId }) => !known.has(categoryId))) throw new NotFound('category');
  }
}

/** The same for the same figures. */
function markOf({ incidents, refusedRows, runs }: RunOut): string {
  const counts = incidents.map(({ categoryId, count }) => `${categoryId}:${count}`);
  return `${counts.join(' ')}/${refusedRows}/${runs}`;
}

const NOT_SEEN =
  'Something else would be deleted by now than what you have seen. Look at the preview again, then confirm.';
