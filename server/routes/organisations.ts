import { Hono } from 'hono';
import { z } from 'zod';
import type { AppDeps, AppEnv } from '../deps.ts';
import { ORGANISATION_KINDS } from '../domain/organisation.ts';
import { NotFound } from '../errors.ts';
import { versionOf } from '../middleware/preconditions.ts';
import { describe, idParam, numberParam, pageOf, valid } from '../openapi.ts';
import { pageOfRecords, pageQuery } from './paging.ts';
import { actOf, announce, tagged } from './reply.ts';

const TAG = 'Organisations';
const fields = z
  .object({
    name: z.string().trim().min(1, 'Must not be empty.').max(120),
    kind: z.enum(ORGANISATION_KINDS),
  })
  .strict();
const organisation = z
  .object({
    id: z.int(),
    name: z.string(),
    kind: z.enum(ORGANISATION_KINDS),
    version: z.int(),
    /** Accounts that speak for it; null: not for whoever asks. */
    members: z.array(z.object({ id: z.string(), name: z.string() })).nullable(),
  })
  .meta({ id: 'Organisation' });

/** Who makes promises, and which accounts speak for them. */
export function organisationRoutes(deps: AppDeps) {
  const { store, auth } = deps;
  return new Hono<AppEnv>()
    .get(
      '/',
      describe({
        may: 'organisation.read',
        tag: TAG,
        summary: 'All organisations; who speaks for them is for those who see all accounts',
        replies: { 200: pageOf(organisation).extend({ mine: z.int().nullable() }) },
      }),
      valid('query', pageQuery),
      async (c) => {
        const seesPeople = c.get('may').has('people.read');
        const items = (await store.organisations.list()).map(({ members, ...rest }) => ({
          ...rest,
          members: seesPeople ? members : null,
        }));
        const mine = await store.organisations.of(c.get('session').user.id);
        return c.json({ ...pageOfRecords(items, c.req.valid('query')), mine });
      },
    )
    .post(
      '/',
      describe({
        may: 'organisation.change',
        tag: TAG,
        summary: 'Add an organisation',
        replies: { 201: organisation },
        errors: [403, 409, 413, 415],
        idempotent: true,
      }),
      valid('json', fields),
      async (c) => {
        const made = await store.organisations.create(c.req.valid('json'), actOf(c, deps));
        announce(deps, 'organisation', made.id);
        return c.json(tagged(c, made), 201);
      },
    )
    .patch(
      '/:id',
      describe({
        may: 'organisation.change',
        tag: TAG,
        summary: 'Change its name or kind',
        replies: { 200: organisation },
        errors: [403, 409, 413, 415],
        ifMatch: 'required',
      }),
      valid('param', numberParam),
      valid('json', fields.partial()),
      async (c) => {
        const id = Number(c.req.valid('param').id);
        const change = c.req.valid('json');
        const changed = await store.organisations.update(id, versionOf(c), change, actOf(c, deps));
        announce(deps, 'organisation', id);
        return c.json(tagged(c, { ...changed, members: null }));
      },
    )
    .put(
      '/speakers/:id',
      describe({
        may: 'people.change',
        tag: TAG,
        summary: 'Say which organisation somebody speaks for; null: for none',
        description: 'An account speaks for one organisation at most: it sees and moves its commitments.',
        replies: { 204: null },
        errors: [404, 413, 415],
      }),
      valid('param', idParam),
      valid('json', z.object({ organisationId: z.int().positive().nullable() }).strict()),
      async (c) => {
        const { id } = c.req.valid('param');
        if (!(await auth.accounts()).some((account) => account.id === id)) throw new NotFound('person');
        const { organisationId } = c.req.valid('json');
        await store.organisations.assign(id, organisationId, actOf(c, deps));
        announce(deps, 'organisation', organisationId ?? 0);
        return c.body(null, 204);
      },
    );
}
