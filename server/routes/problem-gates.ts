import { Hono } from 'hono';
import { z } from 'zod';
import { readCaseFacts } from '../case-facts.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { GATE_RULES, rulesFor } from '../domain/case/gates.ts';
import { ROLES } from '../domain/permissions.ts';
import { createInReach } from '../in-reach.ts';
import { describe, idParam, pageOf, valid } from '../openapi.ts';
import { stageName } from './records.ts';
import { personOf } from './reply.ts';

const ruleState = z
  .object({
    id: z.enum(GATE_RULES.map(({ id }) => id)),
    gate: z.enum(['open', 'to_analysis', 'to_response', 'start', 'to_assessment', 'to_closing']),
    leaves: stageName.describe('The stage that is not left while it does not hold.'),
    weight: z.enum(['must', 'warning']),
    says: z.string(),
    from: z.array(z.enum(ROLES)).max(ROLES.length).describe('Who can give what is missing.'),
    tab: z.enum(['overview', 'scanning', 'analysis', 'response', 'assessment']),
    holds: z.boolean(),
  })
  .meta({ id: 'GateRule' });

/** What stands between a case and its next stage. */
export function problemGateRoutes(deps: AppDeps) {
  const inReach = createInReach(deps);
  return new Hono<AppEnv>().get(
    '/:id/gates',
    describe({
      may: 'problem.read',
      placed: true,
      tag: 'Problem cases',
      summary: 'Every rule of the gates, and whether it holds for this case',
      replies: { 200: pageOf(ruleState, GATE_RULES.length) },
      errors: [404],
    }),
    valid('param', idParam),
    async (c) => {
      const found = await inReach.problem(personOf(c), c.req.valid('param').id);
      const facts = await readCaseFacts(deps.store, deps.clock, found);
      return c.json({ items: rulesFor(facts), next: null });
    },
  );
}
