import type { Context } from 'hono';
import { z } from 'zod';
import { createCaseAreas } from '../case-areas.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { accountsIn } from '../domain/case/leads.ts';
import { attentionOf, PROBLEM_ORDERS, silentBefore } from '../domain/case/lists.ts';
import { CASE_STATES } from '../domain/case/standing.ts';
import { isExactEverywhere } from '../domain/grants.ts';
import { instant } from '../domain/instant.ts';
import { normaliseLabel } from '../domain/protected-categories.ts';
import { STAGES } from '../domain/sara.ts';
import { createInReach } from '../in-reach.ts';
import { pageOf } from '../openapi.ts';
import type { ProblemFilter } from '../store/ports.ts';
import { today } from '../today.ts';
import { problem, stageName } from './records.ts';
import { personOf } from './reply.ts';
import { shapesAsSeen } from './shapes-as-seen.ts';

export const problemListQuery = z
  .object({
    after: z.string().max(300).optional(),
    limit: z
      .string()
      .regex(/^([1-9]\d{0,1}|[1-4]\d{2}|500)$/, 'Must be 1 to 500.')
      .optional(),
    sort: z.enum(PROBLEM_ORDERS).optional(),
    stage: stageName.optional(),
    state: z.enum(CASE_STATES).optional(),
    area: z
      .string()
      .regex(/^[1-9]\d{0,14}$/, 'Must be a whole number.')
      .optional(),
    /** Words of the roles or names that lead it. */
    lead: z.string().max(200).optional(),
    /** Led by the account of whoever asks. */
    mine: z.literal('true').optional(),
    overdue: z.literal('true').optional(),
    silent: z.literal('true').optional(),
    openedFrom: instant.optional(),
    openedBefore: instant.optional(),
  })
  .strict();
type Query = z.infer<typeof problemListQuery>;

const listed = problem
  .extend({
    /** Where it lies; none when it lies nowhere, or across areas. */
    areaIds: z.array(z.int()),
    isReviewOverdue: z.boolean(),
    isSilent: z.boolean(),
  })
  .meta({ id: 'ListedProblem' });
export const problemList = pageOf(listed)
  .extend({ counts: z.record(z.enum(STAGES), z.int()) })
  .meta({ id: 'ProblemList' });
export type ListedProblem = z.infer<typeof listed>;
export type ProblemList = z.infer<typeof problemList>;

const AT_ONCE = 100;

/** Pages of cases as somebody sees them. */
export function createProblemLists(deps: AppDeps) {
  const { store, clock } = deps;
  const inReach = createInReach(deps);
  const areas = createCaseAreas(deps);

  async function filterOf(c: Context<AppEnv>, wanted: Query): Promise<ProblemFilter> {
    const { stage, state, area, lead, mine, overdue, silent, openedFrom, openedBefore } = wanted;
    const among = [
      ...(area === undefined ? [] : [await inArea(c, Number(area))]),
      ...(lead === undefined ? [] : [await ledBy(lead)]),
      ...(mine === undefined ? [] : [await ledByAccount(personOf(c).userId)]),
    ];
    return {
      sight: await inReach.caseSight(personOf(c)),
      stages: stage && [stage],
      states: state && [state],
      among,
      reviewBefore: overdue && (await today(store, clock)),
      activeBefore: silent && silentBefore(clock.now()),
      openedFrom: openedFrom && new Date(openedFrom).toISOString(),
      openedBefore: openedBefore && new Date(openedBefore).toISOString(),
    };
  }

  async function inArea(c: Context<AppEnv>, area: number): Promise<string[]> {
    return areas.inside(area, await store.problems.outlines(), isExactEverywhere(c.get('viewer').grants));
  }

  async function ledBy(lead: string): Promise<string[]> {
    const words = normaliseLabel(lead).split(' ').filter(Boolean);
    const all = await store.problemParts.leads();
    const names = new Map((await deps.auth.accounts()).map(({ id, name }) => [id, name]));
    return all
      .filter(({ body }) => {
        const { policeRole, policeName, communityRole, communityName } = body;
        const accounts = accountsIn(body).map((id) => names.get(id) ?? '');
        const said = [policeRole, policeName, communityRole, communityName, ...accounts];
        const text = normaliseLabel(said.join(' '));
        return words.every((word) => text.includes(word));
      })
      .map(({ problemId }) => problemId);
  }

  async function ledByAccount(userId: string): Promise<string[]> {
    const all = await store.problemParts.leads();
    return all.flatMap(({ problemId, body }) => (accountsIn(body).includes(userId) ? [problemId] : []));
  }

  return {
    async page(c: Context<AppEnv>, query: Query): Promise<ProblemList> {
      const { after, limit = AT_ONCE, sort = 'age', ...wanted } = query;
      const filter = await filterOf(c, wanted);
      const [page, counts, day] = await Promise.all([
        store.problems.page(filter, { order: sort, after, limit: Number(limit) }),
        store.problems.countByStage(filter),
        today(store, clock),
      ]);
      const now = { today: day, now: clock.now() };
      const lying = await areas.of(page.items, isExactEverywhere(c.get('viewer').grants));
      const items = page.items.map((one) => ({
        ...one,
        ...attentionOf(one, now),
        areaIds: lying.get(one.id) ?? [],
      }));
      return { items: shapesAsSeen(c, items), next: page.next, counts };
    },
  };
}
