import { Hono } from 'hono';
import { z } from 'zod';
import type { OpenInvitation } from '../auth/links.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import type { Membership } from '../domain/held-roles.ts';
import { ROLES } from '../domain/permissions.ts';
import { NotFound, Unusable } from '../errors.ts';
import { describe, idParam, numberParam, pageOf, valid } from '../openapi.ts';
import { today } from '../today.ts';
import { pageOfRecords, pageQuery } from './paging.ts';
import { actOf, endedSessions } from './reply.ts';

const TAG = 'People';
const day = z.iso.date('Must be a date, as in 2026-03-31.');
const role = z.enum(ROLES);
const roles = z.array(role).min(1, 'Choose at least one role.').max(ROLES.length);

/** Where a role holds: null is everywhere. */
const areaId = z.int().positive().nullable().default(null);

const membership = z
  .object({
    id: z.int(),
    userId: z.string(),
    role,
    area: z.object({ id: z.int(), name: z.string(), hidden: z.boolean() }).nullable(),
    from: z.string(),
    to: z.string().nullable(),
  })
  .meta({ id: 'Membership' }) satisfies z.ZodType<Membership>;
const person = z
  .object({ id: z.string(), name: z.string(), memberships: z.array(membership) })
  .meta({ id: 'Person' });
const invitation = z
  .object({
    id: z.string(),
    roles: z.array(role),
    area: z.object({ id: z.int(), name: z.string() }).nullable(),
    termTo: z.string().nullable(),
    invitedBy: z.string(),
    expiresAt: z.string(),
  })
  .meta({ id: 'Invitation' });
/** The token is shown this once: it is kept nowhere. */
const fresh = z.object({ token: z.string(), invitation }).meta({ id: 'FreshInvitation' });

const wish = z
  .object({ roles, areaId, termTo: day.nullable().default(null), days: z.int().min(1).max(30).default(7) })
  .strict();
const term = z.object({ role, areaId, from: day.optional(), to: day.nullable().default(null) }).strict();

/** Who belongs to the workspace with which roles, and who is invited. */
export function peopleRoutes(deps: AppDeps) {
  const { auth, store, clock } = deps;
  return new Hono<AppEnv>()
    .get(
      '/',
      describe({
        may: 'people.read',
        tag: TAG,
        summary: 'Everybody with an account, and the roles they hold or held',
        replies: { 200: pageOf(person) },
      }),
      valid('query', pageQuery),
      async (c) => {
        const held = await store.memberships.list();
        const { items, next } = pageOfRecords(await auth.accounts(), c.req.valid('query'));
        const shown = items.map(({ id, name }) => ({
          id,
          name,
          memberships: held.filter(({ userId }) => userId === id),
        }));
        return c.json({ items: shown, next });
      },
    )
    .get(
      '/invitations',
      describe({
        may: 'people.read',
        tag: TAG,
        summary: 'Invitations that are still open',
        replies: { 200: pageOf(invitation) },
      }),
      valid('query', pageQuery),
      async (c) => {
        const { items, next } = pageOfRecords(await auth.openInvitations(), c.req.valid('query'));
        return c.json({ items: await Promise.all(items.map(withArea)), next });
      },
    )
    .post(
      '/invitations',
      describe({
        may: 'people.change',
        proven: true,
        tag: TAG,
        summary: 'Invite somebody: the reply holds the token of the link, once',
        replies: { 201: fresh },
        description: 'Roles for an area (areaId) cannot be those that keep the whole workspace in order.',
        errors: [404, 413, 415, 422],
      }),
      valid('json', wish),
      async (c) => {
        const { roles, areaId, termTo, days } = c.req.valid('json');
        if (termTo !== null && termTo < (await today(store, clock))) throw past('/termTo');
        const act = actOf(c, deps);
        const invitedBy = act.actor ?? '';
        const made = await auth.invite({ roles: unique(roles), areaId, termTo, invitedBy, days });
        const { id } = made.invitation;
        const change: Record<string, [unknown, unknown]> = { roles: [null, made.invitation.roles] };
        if (areaId !== null) change.areaId = [null, areaId];
        await store.audit.add({ action: 'create', objectKind: 'invitation', objectId: id, change }, act);
        return c.json({ token: made.token, invitation: await withArea(made.invitation) }, 201);
      },
    )
    .delete(
      '/invitations/:id',
      describe({
        may: 'people.change',
        tag: TAG,
        summary: 'Withdraw an invitation: its link opens nothing any more',
        replies: { 204: null },
        errors: [404],
      }),
      valid('param', idParam),
      async (c) => {
        const { id } = c.req.valid('param');
        if (!(await auth.withdraw(id))) throw new NotFound('open invitation');
        await store.audit.add({ action: 'delete', objectKind: 'invitation', objectId: id }, actOf(c, deps));
        return c.body(null, 204);
      },
    )
    .post(
      '/:id/end-sessions',
      describe({
        may: 'people.change',
        tag: TAG,
        summary: 'Sign somebody out everywhere, at once',
        replies: { 200: endedSessions },
        errors: [404],
      }),
      valid('param', idParam),
      async (c) => {
        const userId = c.req.valid('param').id;
        if (!(await auth.accounts()).some(({ id }) => id === userId)) throw new NotFound('person');
        return c.json({ ended: await auth.endSessions(userId, null, actOf(c, deps)) });
      },
    )
    .post(
      '/:id/memberships',
      describe({
        may: 'people.change',
        proven: true,
        tag: TAG,
        summary: 'Give somebody another role, everywhere or for an area',
        replies: { 201: membership },
        errors: [404, 413, 415, 422],
      }),
      valid('param', idParam),
      valid('json', term),
      async (c) => {
        const userId = c.req.valid('param').id;
        if (!(await auth.accounts()).some(({ id }) => id === userId)) throw new NotFound('person');
        const { role, areaId, to, from = await today(store, clock) } = c.req.valid('json');
        if (to !== null && to < from) throw past('/to');
        return c.json(await store.memberships.add({ userId, role, areaId, from, to }, actOf(c, deps)), 201);
      },
    )
    .post(
      '/memberships/:id/end',
      describe({
        may: 'people.change',
        proven: true,
        tag: TAG,
        summary: 'End a role: the last day is the one given, or yesterday',
        description: 'It holds from the next request on. The last administrator cannot be ended.',
        replies: { 200: membership },
        errors: [404, 409, 413, 415, 422],
      }),
      valid('param', numberParam),
      valid('json', z.object({ to: day.optional() }).strict()),
      async (c) => {
        const id = Number(c.req.valid('param').id);
        const { to = await yesterday() } = c.req.valid('json');
        return c.json(await store.memberships.end(id, to, actOf(c, deps)));
      },
    );

  /** With the name of its area: the one who reads it knows no numbers. */
  async function withArea({ areaId, ...rest }: OpenInvitation) {
    const area = areaId === null ? null : await store.areas.get(areaId);
    return { ...rest, area: areaId === null ? null : { id: areaId, name: area?.name ?? '' } };
  }

  async function yesterday(): Promise<string> {
    const before = new Date(`${await today(store, clock)}T00:00:00Z`);
    before.setUTCDate(before.getUTCDate() - 1);
    return before.toISOString().slice(0, 10);
  }
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

function past(pointer: string): Unusable {
  const detail = 'Must not lie in the past, nor before the first day.';
  return new Unusable('term_is_over', 'This role would be over before it begins.', [{ pointer, detail }]);
}
