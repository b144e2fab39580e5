import type { Context } from 'hono';
import { Hono } from 'hono';
import { z } from 'zod';
import { shownTo } from '../audit-shown.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { noteErased } from '../erased-list.ts';
import { NotFound } from '../errors.ts';
import { setCookies } from '../middleware/session-cookies.ts';
import { describe, idParam, valid } from '../openapi.ts';
import type { AuditEntry } from '../store/ports.ts';
import { today } from '../today.ts';
import { actOf, noteRead } from './reply.ts';
import { shapesAsSeen } from './shapes-as-seen.ts';

const TAG = 'Personal data';
const WHAT_GOES =
  'Name, sign-in, second factors, sessions, links and roles are gone; what the person did stays in the history under a made-up name. Nothing brings it back. Asks for a proof of the last ten minutes.';
/** Typed by whoever means it. */
const sure = z.object({ sure: z.literal('erase') }).strict();
const file = {
  media: 'application/json',
  description: 'All that is held about the person, and what they did.',
};
/** Entries of the history in one file: more than years of work. */
const MOST_ENTRIES = 100_000;

export function ownDataRoutes(deps: AppDeps) {
  const { auth, clock, store } = deps;
  return new Hono<AppEnv>()
    .get(
      '/',
      describe({
        may: 'session',
        tag: TAG,
        summary: 'Everything held about me, as a file',
        replies: { 200: file },
      }),
      (c) => dataOf(c, deps, c.get('session').user.id),
    )
    .post(
      '/erase',
      describe({
        may: 'session',
        proven: true,
        tag: TAG,
        summary: 'Forget me',
        description: WHAT_GOES,
        replies: { 204: null },
        errors: [409, 413, 415],
      }),
      valid('json', sure),
      async (c) => {
        const { id } = c.get('session').user;
        await auth.personalData.erase(id, await today(store, clock), actOf(c, deps));
        noteErased(deps, { kind: 'user', id });
        setCookies(c, await auth.signOut(c.req.raw.headers));
        return c.body(null, 204);
      },
    );
}

export function personDataRoutes(deps: AppDeps) {
  const { auth, clock, store } = deps;
  return new Hono<AppEnv>()
    .get(
      '/:id/data',
      describe({
        may: 'people.change',
        proven: true,
        tag: TAG,
        summary: 'Everything held about somebody, as a file to be given to them',
        description: 'What an entry of the history said is in it as far as you may read it.',
        replies: { 200: file },
        errors: [404],
      }),
      valid('param', idParam),
      (c) => dataOf(c, deps, c.req.valid('param').id),
    )
    .post(
      '/:id/erase',
      describe({
        may: 'people.change',
        proven: true,
        tag: TAG,
        summary: 'Forget somebody',
        description: WHAT_GOES,
        replies: { 204: null },
        errors: [404, 409, 413, 415],
      }),
      valid('param', idParam),
      valid('json', sure),
      async (c) => {
        const { id } = c.req.valid('param');
        await auth.personalData.erase(id, await today(store, clock), actOf(c, deps));
        noteErased(deps, { kind: 'user', id });
        return c.body(null, 204);
      },
    );
}

async function dataOf(c: Context<AppEnv>, deps: AppDeps, userId: string) {
  const found = await deps.auth.personalData.of(userId);
  if (!found) throw new NotFound('person');
  await deps.auditQueue.flush();
  const entries = await entriesOf(deps, userId);
  const history = shapesAsSeen(c, entries).map((entry) => shownTo(c.get('roles'), entry));
  noteRead(c, deps, 'user', userId, { exportedAs: 'json', entries: history.length });
  c.header('Content-Disposition', 'attachment; filename="my-data.json"');
  return c.json({ source: 'Common Ground', madeAt: deps.clock.now().toISOString(), ...found, history });
}

/** What somebody did, and what was done with their account, the newest first. */
async function entriesOf({ store }: AppDeps, userId: string): Promise<AuditEntry[]> {
  const entries = new Map<number, AuditEntry>();
  for (const filter of [{ actor: userId }, { objectKind: 'user', objectId: userId }]) {
    let after: string | undefined;
    do {
      const { items, next } = await store.audit.page(filter, { after, limit: 500 });
      for (const entry of items) entries.set(entry.id, entry);
      after = next ?? undefined;
    } while (after !== undefined && entries.size < MOST_ENTRIES);
  }
  return [...entries.values()].sort((a, b) => b.id - a.id);
}
