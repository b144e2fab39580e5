import { Hono } from 'hono';
import { z } from 'zod';
import { createCaseLeads } from '../case-leads.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { LEAD_ACCOUNTS } from '../domain/case/leads.ts';
import { createInReach } from '../in-reach.ts';
import { describe, idParam, pageOf, valid } from '../openapi.ts';
import { pageOfRecords, pageQuery } from './paging.ts';
import { personOf } from './reply.ts';

const TAG = 'Problem cases';
const named = z.object({ id: z.string(), name: z.string() });

/** Whose accounts lead a case, and whose could. */
export function problemLeadRoutes(deps: AppDeps) {
  const inReach = createInReach(deps);
  const leads = createCaseLeads(deps);
  return new Hono<AppEnv>()
    .get(
      '/:id/leads',
      describe({
        may: 'problem.read',
        placed: true,
        tag: TAG,
        summary: 'The names of today of those who lead a case by an account',
        description: '`works`: whether they may still work on it.',
        replies: { 200: pageOf(named.extend({ works: z.boolean() }), LEAD_ACCOUNTS.length) },
        errors: [404],
      }),
      valid('param', idParam),
      async (c) => {
        const found = await inReach.problem(personOf(c), c.req.valid('param').id);
        return c.json({ items: await leads.people(found), next: null });
      },
    )
    .get(
      '/:id/workers',
      describe({
        may: 'problem.change',
        placed: true,
        tag: TAG,
        summary: 'The names of those who may work on a case, and so lead it',
        replies: { 200: pageOf(named) },
        errors: [403, 404],
      }),
      valid('param', idParam),
      valid('query', pageQuery),
      async (c) => {
        const found = await inReach.problem(personOf(c), c.req.valid('param').id, 'problem.change');
        return c.json(pageOfRecords(await leads.workers(found), c.req.valid('query')));
      },
    );
}
