import { Hono } from 'hono';
import { z } from 'zod';
import { readCommitteeGround } from '../committee-ground.ts';
import { createConcernSight } from '../concern-sight.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { rolesOn } from '../domain/held-roles.ts';
import { promisesOpenTo } from '../draft-facts.ts';
import { createInReach, type Person } from '../in-reach.ts';
import { describe, idParam, pageOf, valid } from '../openapi.ts';
import type { Committee } from '../store/ports.ts';
import { today } from '../today.ts';
import { pageOfRecords, pageQuery } from './paging.ts';
import { personOf } from './reply.ts';

const account = z.object({ id: z.string(), name: z.string() }).meta({ id: 'AccountOfSeat' });

/** Accounts that may hold a seat. */
export function committeeAccountRoutes(deps: AppDeps) {
  const { store, clock } = deps;
  const { meetings } = createInReach(deps);
  return new Hono<AppEnv>().get(
    '/:id/accounts',
    describe({
      may: 'committee.change',
      placed: true,
      tag: 'Committees',
      summary:
        'The names of those who may read the meetings of a committee, and so hold a seat by an account',
      replies: { 200: pageOf(account) },
      errors: [403, 404],
    }),
    valid('param', idParam),
    valid('query', pageQuery),
    async (c) => {
      const committee = await meetings.committee(personOf(c), c.req.valid('param').id, 'committee.change');
      const memberships = await store.memberships.list();
      const day = await today(store, clock);
      const mayRead = async (id: string) => {
        const own = memberships.filter(({ userId }) => userId === id);
        return meetings.may({ userId: id, roles: rolesOn(day, own) }, 'meeting.read', committee);
      };
      const accounts = await deps.auth.accounts();
      const reads = await Promise.all(accounts.map(({ id }) => mayRead(id)));
      const found = accounts
        .filter((_, i) => reads[i])
        .map(({ id, name }) => ({ id, name }))
        .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
      return c.json(pageOfRecords(found, c.req.valid('query')));
    },
  );
}

const LINKS = ['commitment', 'concern', 'answer'] as const;
const linkQuery = pageQuery.extend({ kind: z.enum(LINKS).default('commitment') });
const linkable = z
  .object({
    kind: z.enum(LINKS),
    id: z.string(),
    /** Of the case it belongs to. */
    problemId: z.string().nullable(),
    ref: z.string().nullable(),
    /** What was promised or said, or the title of the case that keeps an answer. */
    text: z.string(),
    /** Of an answer. */
    method: z.string().nullable(),
    at: z.string().nullable(),
  })
  .meta({ id: 'LinkableThing' });
type Linkable = z.infer<typeof linkable>;

/** What an item of an agenda may be about. */
export function meetingLinkRoutes(deps: AppDeps) {
  const { meetings } = createInReach(deps);
  const found = createLinkSearch(deps);
  return new Hono<AppEnv>().get(
    '/:id/linkable',
    describe({
      may: 'meeting.change',
      placed: true,
      tag: 'Agendas',
      summary: 'Promises, concerns or kept answers of the area of the committee, for an item of the agenda',
      description:
        'What was opened to the committee and whoever asks may read. Of a kept answer no more than its method and its day.',
      replies: { 200: pageOf(linkable) },
      errors: [403, 404],
    }),
    valid('param', idParam),
    valid('query', linkQuery),
    async (c) => {
      const person = personOf(c);
      const { committee } = await meetings.meeting(person, c.req.valid('param').id, 'meeting.change');
      const { kind, ...page } = c.req.valid('query');
      return c.json(pageOfRecords(await found(kind, person, committee), page));
    },
  );
}

function createLinkSearch(deps: AppDeps) {
  const { store } = deps;
  const inReach = createInReach(deps);
  const sight = createConcernSight(deps);
  async function commitments(person: Person, committee: Committee): Promise<Linkable[]> {
    const open = await promisesOpenTo({ store }, await readCommitteeGround({ store }, committee));
    const ids = await inReach.commitments.idsFor(person);
    return open
      .filter(({ id }) => ids === 'all' || ids.includes(id))
      .map(({ id, problemId, problemRef, text }) => ({
        ...{ kind: 'commitment' as const, id, problemId, ref: problemRef, text },
        ...{ method: null, at: null },
      }));
  }

  async function concerns(person: Person, committee: Committee): Promise<Linkable[]> {
    const { areaIds } = await readCommitteeGround({ store }, committee);
    const { items } = await sight.page(person, { areaIds, coarse: true }, { limit: 999 });
    return items
      .filter(({ concern }) => concern.erasedAt === null)
      .map(({ concern: { id, summary, receivedOn } }) => ({
        ...{ kind: 'concern' as const, id, problemId: null, ref: null, text: summary },
        ...{ method: null, at: receivedOn },
      }));
  }

  async function answers(person: Person, committee: Committee): Promise<Linkable[]> {
    const mine = new Set((await inReach.problems(person)).map(({ id }) => id));
    const ground = await readCommitteeGround({ store }, committee);
    const cases = ground.cases.filter(({ id }) => mine.has(id));
    const kept = await Promise.all(
      cases.map(async ({ id: problemId, ref, title }) => {
        const exhibits = await store.exhibits.list(problemId);
        const runs = await Promise.all(exhibits.map(({ runId }) => store.runs.get(runId)));
        return exhibits.map(({ id, createdAt }, i) => ({
          ...{ kind: 'answer' as const, id, problemId, ref, text: title },
          ...{ method: runs[i]?.method ?? null, at: createdAt },
        }));
      }),
    );
    return kept.flat().sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  }

  return (kind: (typeof LINKS)[number], person: Person, committee: Committee): Promise<Linkable[]> =>
    ({ commitment: commitments, concern: concerns, answer: answers })[kind](person, committee);
}
