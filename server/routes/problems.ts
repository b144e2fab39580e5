import { Hono } from 'hono';
import { z } from 'zod';
import { readCaseFacts } from '../case-facts.ts';
import { createConcernsOfCase } from '../concerns-of-case.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { checkGate } from '../domain/case/gate-check.ts';
import { GATE_RULES } from '../domain/case/gates.ts';
import { CASE_STATES, CONFIDENTIALITY } from '../domain/case/standing.ts';
import { areaGeometry } from '../domain/geometry.ts';
import type { IncidentFilter } from '../domain/incident-filter.ts';
import { incidentFilter } from '../domain/incident-filter.ts';
import { checkPolygon } from '../domain/polygon-check.ts';
import { areaCodeOf } from '../domain/problem-ref.ts';
import { allowedMoves, isOnward, mayMove } from '../domain/sara.ts';
import { Unusable } from '../errors.ts';
import { createInReach } from '../in-reach.ts';
import { checkVersion, versionOf } from '../middleware/preconditions.ts';
import { describe, idParam, pageOf, valid } from '../openapi.ts';
import { createRefuseLinked, despiteLinks } from '../refuse-linked.ts';
import { pageOfRecords, pageQuery } from './paging.ts';
import { createProblemLists, problemList, problemListQuery } from './problem-lists.ts';
import { auditEntry, problem, stageName } from './records.ts';
import { actOf, announce, personOf, tagged } from './reply.ts';
import { shapesAsSeen, unchangedShapesKept } from './shapes-as-seen.ts';
import { readWorkspace } from './workspace.ts';

const reason = z.string().trim().min(1, 'Say why; it goes into the history.').max(2000);
/** Why the case goes on although something to think of is not as it should be; by the id of the rule. */
const despite = z
  .partialRecord(z.enum(GATE_RULES.map(({ id }) => id)), reason)
  .meta({ maxProperties: GATE_RULES.length })
  .default({});
const fields = z
  .object({
    title: z.string().trim().min(1, 'Must not be empty.').max(200),
    statement: z.string().max(20_000),
    geometry: areaGeometry.nullable(),
    rule: incidentFilter.nullable(),
    confidentiality: z.enum(CONFIDENTIALITY),
  })
  .strict();
/** As many as a page of the list of concerns shows, and some more. */
const MOST_CONCERNS = 200;
const newProblem = fields
  .partial({ statement: true, geometry: true, rule: true, confidentiality: true })
  .extend({
    concerns: z
      .array(idParam.shape.id)
      .max(MOST_CONCERNS)
      .refine((ids) => new Set(ids).size === ids.length, 'Holds a concern twice.')
      .optional(),
  })
  .strict();
const change = fields
  .extend({ state: z.enum(CASE_STATES), reviewOn: z.iso.date('Must be a day, as in 2026-03-31.').nullable() })
  .partial()
  .strict();

/** Cases: their text, stage and history. Which incidents belong to them is in problem-incidents.ts. */
export function problemRoutes(deps: AppDeps) {
  const { store } = deps;
  const refuseLinked = createRefuseLinked(deps);
  const inReach = createInReach(deps);
  const lists = createProblemLists(deps);
  const requireConcerns = createConcernsOfCase(deps);
  return new Hono<AppEnv>()
    .get(
      '/',
      describe({
        may: 'problem.read',
        placed: true,
        tag: 'Problem cases',
        summary: 'Problem cases, filtered and sorted, with how many there are in each stage',
        description:
          'The counts are of all that fit the filters, those of the stage aside. An area is searched with all that lies below it. Silent: nothing was done for 30 days.',
        replies: { 200: problemList },
      }),
      valid('query', problemListQuery),
      async (c) => c.json(await lists.page(c, c.req.valid('query'))),
    )
    .post(
      '/',
      describe({
        may: 'problem.change',
        placed: true,
        tag: 'Problem cases',
        summary: 'Open a problem case; it starts at scanning',
        description:
          'With `concerns` it is opened from what residents raised: all of them go into it, or no case is opened and it is said which cannot.',
        replies: { 201: problem },
        errors: [403, 413, 415, 422],
        idempotent: true,
      }),
      valid('json', newProblem),
      async (c) => {
        const { title, statement = '', geometry = null, rule = null, ...more } = c.req.valid('json');
        const { confidentiality, concerns = [] } = more;
        checkShapes({ geometry, rule });
        const person = personOf(c);
        await inReach.requirePlaceOfCase(person, {
          geometry,
          rule,
          confidentiality: confidentiality ?? 'internal',
          createdBy: person.userId,
        });
        await requireConcerns(person, concerns);
        const areaCode = areaCodeOf(await placeOf(rule));
        const made = await store.problems.create(
          { title, statement, geometry, rule, confidentiality, areaCode, concerns },
          actOf(c, deps),
        );
        announce(deps, 'problem', made.id);
        for (const id of concerns) announce(deps, 'concern', id);
        return c.json(tagged(c, shapesAsSeen(c, made)), 201);
      },
    )
    .get(
      '/:id',
      describe({
        may: 'problem.read',
        placed: true,
        tag: 'Problem cases',
        summary: 'One problem case',
        replies: { 200: problem },
        errors: [404],
      }),
      valid('param', idParam),
      async (c) => {
        const found = await inReach.problem(personOf(c), c.req.valid('param').id);
        return c.json(tagged(c, shapesAsSeen(c, found)));
      },
    )
    .patch(
      '/:id',
      describe({
        may: 'problem.change',
        placed: true,
        tag: 'Problem cases',
        summary: 'Change title, statement, area, rule, state, review day, or who reads it',
        replies: { 200: problem },
        errors: [403, 413, 415, 422],
        ifMatch: 'required',
      }),
      valid('param', idParam),
      valid('json', change),
      async (c) => {
        const { id } = c.req.valid('param');
        const version = versionOf(c);
        const change = c.req.valid('json');
        checkShapes(change);
        const before = await inReach.problem(personOf(c), id, 'problem.change');
        const meant = unchangedShapesKept(change, before);
        await inReach.requirePlaceOfCase(personOf(c), { ...before, ...meant });
        const changed = await store.problems.update(id, version, meant, actOf(c, deps));
        announce(deps, 'problem', id);
        return c.json(tagged(c, shapesAsSeen(c, changed)));
      },
    )
    .delete(
      '/:id',
      describe({
        may: 'problem.change',
        placed: true,
        tag: 'Problem cases',
        summary: 'Delete a problem case; restore brings it back',
        replies: { 204: null },
        errors: [403, 409],
        ifMatch: 'optional',
      }),
      valid('param', idParam),
      valid('query', despiteLinks),
      async (c) => {
        const { id } = c.req.valid('param');
        checkVersion(c, await inReach.problem(personOf(c), id, 'problem.change'));
        await refuseLinked(personOf(c), () =>
          store.problems.remove(id, actOf(c, deps), c.req.valid('query')),
        );
        announce(deps, 'problem', id);
        return c.body(null, 204);
      },
    )
    .post(
      '/:id/restore',
      describe({
        may: 'problem.change',
        placed: true,
        tag: 'Problem cases',
        summary: 'Undo the deletion of a problem case',
        replies: { 200: problem },
        errors: [403, 404],
      }),
      valid('param', idParam),
      async (c) => {
        const { id } = await inReach.problem(
          personOf(c),
          c.req.valid('param').id,
          'problem.change',
          'deleted',
        );
        const back = await store.problems.restore(id, actOf(c, deps));
        announce(deps, 'problem', back.id);
        return c.json(tagged(c, shapesAsSeen(c, back)));
      },
    )
    .post(
      '/:id/stage',
      describe({
        may: 'problem.change',
        placed: true,
        tag: 'Problem cases',
        summary: 'Move to another stage, giving a reason',
        description:
          'One stage on, or back to any earlier one. On only when every rule of the gates that must hold does; each warning that does not needs a reason in `despite`, by its id.',
        replies: { 200: problem },
        errors: [403, 409, 415, 422],
        ifMatch: 'required',
      }),
      valid('param', idParam),
      valid('json', z.object({ stage: stageName, reason, despite }).strict()),
      async (c) => {
        const { id } = c.req.valid('param');
        const version = versionOf(c);
        const move = c.req.valid('json');
        const current = await inReach.problem(personOf(c), id, 'problem.change');
        if (current.version === version && !mayMove(current.stage, move.stage))
          throw new Unusable(
            'stage_not_reachable',
            `From ${current.stage} a case can go to: ${allowedMoves(current.stage).join(', ')}.`,
          );
        if (current.version === version && isOnward(current.stage, move.stage))
          checkGate(await readCaseFacts(store, deps.clock, current), move.despite);
        const act = { ...actOf(c, deps), reason: move.reason };
        const moved = await store.problems.moveTo(id, version, move.stage, { ...act, despite: move.despite });
        announce(deps, 'problem', id);
        return c.json(tagged(c, shapesAsSeen(c, moved)));
      },
    )
    .get(
      '/:id/history',
      describe({
        may: 'problem.read',
        placed: true,
        tag: 'Problem cases',
        summary: 'Every change: who, when, what, why',
        replies: { 200: pageOf(auditEntry) },
        errors: [404],
      }),
      valid('param', idParam),
      valid('query', pageQuery),
      async (c) => {
        const { id } = await inReach.problem(personOf(c), c.req.valid('param').id);
        const { items, next } = pageOfRecords(await store.audit.of('problem', id), c.req.valid('query'));
        return c.json({ items: shapesAsSeen(c, items), next });
      },
    );

  /** A case about one area carries that area's name in its reference, any other the workspace's. */
  async function placeOf(rule: IncidentFilter | null): Promise<string> {
    const [only, ...others] = rule?.areas ?? [];
    const area = only !== undefined && others.length === 0 ? await store.areas.get(only) : null;
    return area?.name ?? (await readWorkspace(store)).name;
  }
}

function checkShapes(input: Partial<Pick<z.infer<typeof fields>, 'geometry' | 'rule'>>): void {
  if (input.geometry) checkPolygon(input.geometry);
  if (input.rule?.geometry) checkPolygon(input.rule.geometry, '/rule/geometry');
}
