import type { Context } from 'hono';
import { Hono } from 'hono';
import { z } from 'zod';
import type { SignInReply } from '../auth/auth.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { ACTIONS, type Action, ROLES } from '../domain/permissions.ts';
import { setCookies } from '../middleware/session-cookies.ts';
import { limitSignIn } from '../middleware/sign-in-limit.ts';
import { describe, valid } from '../openapi.ts';

const token = z.string().regex(/^[\w-]{20,128}$/, 'Must be the whole text after # in the link.');
const name = z.string().min(1, 'Must not be empty.').max(100, 'Must be at most 100 characters.');
const passphrase = z.string().min(1, 'Must not be empty.').max(500, 'Must be at most 500 characters.');

const person = z.object({ id: z.string(), name: z.string() });
const signedIn = z.object({ user: person }).meta({ id: 'SignedIn' });
/** Roles with where they hold (null: everywhere), and what they allow in some place at least, as of today. */
const session = z
  .object({
    user: person,
    roles: z.array(
      z.object({ role: z.enum(ROLES), area: z.object({ id: z.int(), name: z.string() }).nullable() }),
    ),
    may: z.array(z.enum(ACTIONS as [Action, ...Action[]])),
  })
  .meta({ id: 'Session' });
const linkReply = z
  .object({ account: z.enum(['new', 'existing']), user: person.nullable() })
  .meta({ id: 'LinkReply' });

export function sessionRoutes(deps: AppDeps) {
  const { auth, store, clock } = deps;
  const limited = limitSignIn();
  return new Hono<AppEnv>()
    .post(
      '/link',
      describe({
        tag: 'Session',
        summary: 'Open a one-time sign-in link',
        description: 'A link for an account that exists signs in; otherwise go on with /api/session/account.',
        may: 'open',
        replies: { 200: linkReply },
        errors: [403, 415, 422, 429],
      }),
      limited,
      valid('json', z.object({ token }).strict()),
      async (c) => {
        const opened = await auth.openLink(c.req.valid('json').token);
        if (opened.account === 'new') return c.json({ account: opened.account, user: null });
        return c.json({ account: opened.account, user: await welcome(c, opened) });
      },
    )
    .post(
      '/account',
      describe({
        tag: 'Session',
        summary: 'Make the account of a one-time link and sign in',
        may: 'open',
        replies: { 201: signedIn },
        errors: [403, 409, 415, 422, 429],
      }),
      limited,
      valid('json', z.object({ token, name, passphrase }).strict()),
      async (c) => {
        const input = c.req.valid('json');
        const made = await auth.createAccount(input.token, input.name, input.passphrase);
        // The history has the account already.
        setCookies(c, made.cookies);
        return c.json({ user: made.user }, 201);
      },
    )
    .post(
      '/',
      describe({
        tag: 'Session',
        summary: 'Sign in with name and passphrase',
        may: 'open',
        replies: { 200: signedIn },
        errors: [401, 403, 415, 429],
      }),
      limited,
      valid('json', z.object({ name, passphrase }).strict()),
      async (c) => {
        const input = c.req.valid('json');
        const reply = await auth.signIn(input.name, input.passphrase).catch((error: unknown) => {
          noteFailure();
          throw error;
        });
        return c.json({ user: await welcome(c, reply) });
      },
    )
    .get(
      '/',
      describe({
        may: 'session',
        tag: 'Session',
        summary: 'Who is signed in, and what this person may do',
        replies: { 200: session },
      }),
      async (c) => {
        const { user } = c.get('session');
        const known = await store.memberships.of(user.id);
        const nameOf = (id: number) => known.find(({ area }) => area?.id === id)?.area?.name ?? '';
        const roles = c.get('roles').map(({ role, area }) => ({
          role,
          area: area === null ? null : { id: area, name: nameOf(area) },
        }));
        return c.json({ user, roles, may: [...c.get('may')] });
      },
    )
    .delete(
      '/',
      describe({
        may: 'session',
        tag: 'Session',
        summary: 'Sign out',
        replies: { 204: null },
        errors: [403],
      }),
      async (c) => {
        const { user } = c.get('session');
        setCookies(c, await auth.signOut(c.req.raw.headers));
        await note(user.id, 'sign_out');
        return c.body(null, 204);
      },
    );

  async function welcome(c: Context<AppEnv>, { user, cookies }: SignInReply) {
    setCookies(c, cookies);
    await note(user.id, 'sign_in');
    return user;
  }

  /** Not under which name: what people type there by mistake may be a passphrase. */
  function noteFailure(): void {
    deps.auditQueue.note({ action: 'sign_in_failed', objectKind: 'user', objectId: 'unknown' }, null);
  }

  /** Who came and went belongs to the history as well. */
  function note(userId: string, action: string): Promise<void> {
    const act = { actor: userId, at: clock.now().toISOString() };
    return store.audit.add({ action, objectKind: 'user', objectId: userId }, act);
  }
}
