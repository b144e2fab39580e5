import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { z } from 'zod';
import type { AppDeps, AppEnv } from '../deps.ts';
import { ASKING_BODIES, RED_LINES } from '../domain/red-line.ts';
import { Unusable } from '../errors.ts';
import { describe, valid } from '../openapi.ts';
import type { AuditEntry } from '../store/ports.ts';
import { today } from '../today.ts';
import { actOf } from './reply.ts';

const TAG = 'Red lines';
const KIND = 'red_line';
const line = z.enum(RED_LINES);
const body = z.enum(ASKING_BODIES);

const request = z
  .object({
    line,
    asked: z.string().trim().min(3, 'Say what was asked for.').max(2000),
    body,
    answer: z.string().trim().min(1, 'Say what was answered.').max(2000),
    askedOn: z.iso.date('Must be a date, as in 2026-03-31.'),
  })
  .strict();
const entry = request
  .extend({ id: z.string(), at: z.string(), byName: z.string().nullable() })
  .meta({ id: 'RefusedRequest' });
const list = z.object({ items: z.array(entry), next: z.string().nullable(), total: z.int() });
const page = z
  .object({
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).optional(),
  })
  .strict();

/**
 * That something was asked for which the workbench refuses. Kept as entries of the history: added, chained to the entry
 * before, and never changed or taken out.
 */
export function redLineRoutes(deps: AppDeps) {
  const { store, clock } = deps;
  return new Hono<AppEnv>()
    .get(
      '/',
      describe({
        may: 'red-line.read',
        tag: TAG,
        summary: 'Requests that were refused, the newest first',
        replies: { 200: list },
      }),
      valid('query', page),
      async (c) => {
        const { after, limit = 50 } = c.req.valid('query');
        const { items, next } = await store.audit.page({ objectKind: KIND }, { after, limit });
        const total = await store.audit.count({ objectKind: KIND });
        return c.json({ items: items.flatMap(entryOf), next, total });
      },
    )
    .post(
      '/',
      describe({
        may: 'red-line.add',
        tag: TAG,
        summary: 'Record that something was asked for which is refused',
        description:
          'It can be read by overseers, the data guardian and administrators, and never be changed.',
        replies: { 201: z.object({ id: z.string() }) },
        errors: [413, 415, 422],
        idempotent: true,
      }),
      valid('json', request),
      async (c) => {
        const wanted = c.req.valid('json');
        if (wanted.askedOn > (await today(store, clock))) throw notYet();
        const id = randomBytes(9).toString('base64url');
        const change = Object.fromEntries(
          Object.entries(wanted).map(([field, value]): [string, [unknown, unknown]] => [
            field,
            [null, value],
          ]),
        );
        await store.audit.add({ action: 'refuse', objectKind: KIND, objectId: id, change }, actOf(c, deps));
        return c.json({ id }, 201);
      },
    );
}

function entryOf({ objectId, at, actorName, change }: AuditEntry): z.infer<typeof entry>[] {
  const fields = Object.fromEntries(Object.entries(change).map(([field, [, after]]) => [field, after]));
  const read = request.safeParse(fields);
  return read.success ? [{ ...read.data, id: objectId, at, byName: actorName }] : [];
}

function notYet(): Unusable {
  const detail = 'Must not lie in the future.';
  return new Unusable('not_yet', 'Nothing can have been asked for on a day to come.', [
    { pointer: '/askedOn', detail },
  ]);
}
