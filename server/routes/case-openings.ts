import { Hono } from 'hono';
import { z } from 'zod';
import type { AppDeps, AppEnv } from '../deps.ts';
import { faultOfLastDay, OPENED_TO, rolesOpenedTo } from '../domain/case-opening.ts';
import { Conflict, NotFound, Unusable } from '../errors.ts';
import { createInReach } from '../in-reach.ts';
import { describe, idParam, valid } from '../openapi.ts';
import { createOpenedIncidents, type OpenedIncident, openedOf } from '../opened-incidents.ts';
import type { CaseOpening } from '../store/ports.ts';
import { today } from '../today.ts';
import { incident } from './records.ts';
import { actOf, announce, noteRead, personOf, rangesOf } from './reply.ts';

const TAG = 'Problem cases';
const wish = z
  .object({
    roles: z.array(z.enum(OPENED_TO)).min(1, 'Choose at least one role.').max(OPENED_TO.length),
    until: z.iso.date('Must be a date, as in 2026-03-31.'),
    reason: z.string().trim().min(1, 'Say why; it goes into the history.').max(2000),
  })
  .strict();
const opening = z
  .object({
    roles: z.array(z.enum(OPENED_TO)).max(OPENED_TO.length),
    until: z.string(),
    reason: z.string(),
    openedBy: z.string(),
    openedAt: z.string(),
  })
  .meta({ id: 'CaseOpening' });
/** `mine`: it is open to a role of whoever asks. */
const state = z.object({ opening: opening.nullable(), mine: z.boolean() }).meta({ id: 'CaseOpeningState' });
const page = z
  .object({
    after: z
      .string()
      .regex(/^\d{1,15}$/, 'Must be `next` of the reply before.')
      .optional(),
    limit: z.int().min(1).max(1000).optional(),
  })
  .strict();
const openedIncident = incident
  .pick({
    datasetId: true,
    categoryId: true,
    occurredFrom: true,
    occurredTo: true,
    position: true,
    accuracyM: true,
    locationMethod: true,
    flags: true,
  })
  .meta({ id: 'OpenedIncident' }) satisfies z.ZodType<OpenedIncident>;
const openedPage = z
  .object({ count: z.int(), items: z.array(openedIncident), next: z.string().nullable() })
  .meta({ id: 'OpenedIncidents' });

/** A case opened to the committee: who opened it to whom until when, and its incidents for those. */
export function caseOpeningRoutes(deps: AppDeps) {
  const { store, clock } = deps;
  const inReach = createInReach(deps);
  const opened = createOpenedIncidents(deps);
  return new Hono<AppEnv>()
    .get(
      '/:id/opening',
      describe({
        may: 'problem.read',
        placed: true,
        tag: TAG,
        summary: 'Whether the incidents of the case are open to the committee, and until when',
        replies: { 200: state },
        errors: [404],
      }),
      valid('param', idParam),
      async (c) => {
        const { id } = await inReach.problem(personOf(c), c.req.valid('param').id);
        const found = await opened.current(id);
        const mine = found !== null && rolesOpenedTo(c.get('roles'), found.roles).length > 0;
        return c.json({ opening: found && shown(found), mine });
      },
    )
    .post(
      '/:id/opening',
      describe({
        may: 'problem.open',
        placed: true,
        proven: true,
        tag: TAG,
        summary: 'Open the incidents of the case to the committee, with a reason and a last day',
        description:
          'Those roles then read the incidents of this case where and when they were, as far as you see them yourself, and nothing else. A rule that is changed later opens no more.',
        replies: { 201: opening },
        errors: [403, 404, 409, 413, 415, 422],
      }),
      valid('param', idParam),
      valid('json', wish),
      async (c) => {
        const { roles, until, reason } = c.req.valid('json');
        const found = await inReach.problem(personOf(c), c.req.valid('param').id, 'problem.open');
        if (found.confidentiality === 'internal' && roles.includes('committee_member'))
          throw new Conflict(
            'case_is_internal',
            'The case is internal: members of the committee do not read it. Open the case itself to them first, under “How it stands”.',
          );
        const detail = faultOfLastDay(until, await today(store, clock));
        if (detail !== null) throw new Unusable('last_day', detail, [{ pointer: '/until', detail }]);
        await opened.current(found.id);
        const { grants } = c.get('viewer');
        const input = { problemId: found.id, roles: [...new Set(roles)], until, reason, rule: found.rule };
        const made = await store.openings.open({ ...input, grants }, actOf(c, deps));
        announce(deps, 'problem', found.id);
        return c.json(shown(made), 201);
      },
    )
    .delete(
      '/:id/opening',
      describe({
        may: 'problem.open',
        placed: true,
        tag: TAG,
        summary: 'Close the incidents of the case again, at once',
        replies: { 204: null },
        errors: [403, 404],
      }),
      valid('param', idParam),
      async (c) => {
        const { id } = await inReach.problem(personOf(c), c.req.valid('param').id, 'problem.open');
        await store.openings.close(id, actOf(c, deps));
        announce(deps, 'problem', id);
        return c.body(null, 204);
      },
    )
    .post(
      '/:id/opened-incidents',
      describe({
        may: 'opened-incident.read',
        placed: true,
        tag: TAG,
        summary: 'The incidents of a case that was opened to a role of yours',
        description: 'Where and when each was and of which category, without the texts of the record.',
        replies: { 200: openedPage },
        errors: [403, 404, 413, 415],
      }),
      valid('param', idParam),
      valid('json', page),
      async (c) => {
        const { userId, roles } = personOf(c);
        const { after = '0', limit = 100 } = c.req.valid('json');
        const found = await inReach.problem({ userId, roles }, c.req.valid('param').id);
        const current = await opened.current(found.id);
        if (!current) throw notOpened();
        // Not by a role that reads the case elsewhere.
        const held = rolesOpenedTo(roles, current.roles);
        if (held.length === 0) throw notOpened();
        await inReach.problem({ userId, roles: held }, found.id);
        const given = await opened.page(current, found, Number(after), limit);
        const incidents = rangesOf(given.found);
        noteRead(c, deps, 'problem', found.id, { precision: 'exact', opening: current.id, incidents });
        return c.json({ count: given.count, items: given.found.map(openedOf), next: given.next });
      },
    );
}

const notOpened = () => new NotFound('opening of the case to a role of yours');

/** Without what it rests on. */
function shown({ roles, until, reason, openedBy, openedAt }: CaseOpening): z.infer<typeof opening> {
  return { roles, until, reason, openedBy, openedAt };
}
