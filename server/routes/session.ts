import type { Context } from 'hono';
import { Hono } from 'hono';
import { z } from 'zod';
import type { Entered, SignInReply } from '../auth/signed-in.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { MOST_ROLES } from '../domain/held-roles.ts';
import { ACTIONS, type Action, ROLES } from '../domain/permissions.ts';
import { setCookies } from '../middleware/session-cookies.ts';
import { visitorOf } from '../middleware/visitor.ts';
import { describe, valid } from '../openapi.ts';
import {
  joiner,
  originOf,
  passkeyOptions,
  passphraseText,
  person,
  proofBody,
  proofOf,
  takes,
  usedPasskey,
} from './sign-in-parts.ts';

const { token, name } = joiner.shape;
const signedIn = z.object({ user: person }).meta({ id: 'SignedIn' });
/** `user` is null while a second step is left to do. */
const signInReply = z.object({ user: person.nullable(), secondStep: takes }).meta({ id: 'SignInReply' });
/** Roles with where they hold (null: everywhere), and what they allow in some place at least, as of today. */
const session = z
  .object({
    user: person,
    roles: z
      .array(z.object({ role: z.enum(ROLES), area: z.object({ id: z.int(), name: z.string() }).nullable() }))
      .max(MOST_ROLES),
    may: z.array(z.enum(ACTIONS as [Action, ...Action[]])).max(ACTIONS.length),
    /** The workspace asks for a second factor, and this person has none: until then no role holds. */
    secondFactorMissing: z.boolean(),
  })
  .meta({ id: 'Session' });
const linkReply = z
  .object({
    account: z.enum(['new', 'existing', 'reset']),
    /** Whose account it is; for a reset only the name is known yet. */
    user: person.nullable(),
    name: z.string().nullable(),
    secondStep: takes,
  })
  .meta({ id: 'LinkReply' });

export function sessionRoutes(deps: AppDeps) {
  const { auth, store, clock, config } = deps;
  const visitor = (c: Context<AppEnv>) => visitorOf(c, config.proxies);
  return new Hono<AppEnv>()
    .post(
      '/link',
      describe({
        tag: 'Session',
        summary: 'Open a one-time sign-in link',
        description:
          'A link for an account that exists signs in; one for a new account goes on with /api/session/account, one for a new passphrase with /api/session/reset.',
        may: 'open',
        replies: { 200: linkReply },
        errors: [403, 415, 422],
      }),
      valid('json', z.object({ token }).strict()),
      async (c) => {
        const opened = await auth.openLink(c.req.valid('json').token, visitor(c));
        const { account } = opened;
        if (account === 'new') return c.json({ account, user: null, name: null, secondStep: null });
        if (account === 'reset') return c.json({ account, user: null, name: opened.name, secondStep: null });
        return c.json({ account, name: null, ...(await replyTo(c, opened, 'link')) });
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
      valid('json', z.object({ token, name, passphrase: passphraseText }).strict()),
      async (c) => {
        const input = c.req.valid('json');
        const made = await auth.createAccount(input.token, input.name, input.passphrase, visitor(c));
        // The history has the account already.
        setCookies(c, made.cookies);
        return c.json({ user: made.user }, 201);
      },
    )
    .post(
      '/reset',
      describe({
        tag: 'Session',
        summary: 'Choose a new passphrase by a link made for it, and sign in',
        description: 'Takes every second factor off and ends every session of the person.',
        may: 'open',
        replies: { 200: signedIn },
        errors: [403, 415, 422, 429],
      }),
      valid('json', z.object({ token, passphrase: passphraseText }).strict()),
      async (c) => {
        const input = c.req.valid('json');
        const reset = await auth.resetPassphrase(input.token, input.passphrase, visitor(c));
        return c.json({ user: await welcome(c, reset, 'reset') });
      },
    )
    .post(
      '/',
      describe({
        tag: 'Session',
        summary: 'Sign in with name and passphrase',
        description: 'Where a second step is asked for, go on with /api/session/second-step.',
        may: 'open',
        replies: { 200: signInReply },
        errors: [401, 403, 415, 429],
      }),
      valid('json', z.object({ name, passphrase: passphraseText }).strict()),
      async (c) => {
        const input = c.req.valid('json');
        const reply = await auth.signIn(input.name, input.passphrase, visitor(c)).catch(noteFailure);
        return c.json(await replyTo(c, reply, 'passphrase'));
      },
    )
    .post(
      '/second-step',
      describe({
        tag: 'Session',
        summary: 'Give the code of the app, or a recovery code',
        may: 'open',
        replies: { 200: signedIn },
        errors: [401, 403, 415, 422, 429],
      }),
      valid('json', proofBody),
      async (c) => {
        const proof = proofOf(c.req.valid('json'));
        const entered = await auth.prove(proof, visitor(c)).catch(noteFailure);
        return c.json({ user: await welcome(c, entered, 'code' in proof ? 'code' : 'recovery code') });
      },
    )
    .post(
      '/second-step/passkey-options',
      describe({
        tag: 'Session',
        summary: 'What the browser has to sign with a passkey for the second step',
        may: 'open',
        replies: { 200: passkeyOptions },
        errors: [401, 403, 422],
      }),
      async (c) => c.json({ options: { ...(await auth.askPasskey(visitor(c), originOf(c))) } }),
    )
    .post(
      '/second-step/passkey',
      describe({
        tag: 'Session',
        summary: 'Take the second step with a passkey',
        may: 'open',
        replies: { 200: signedIn },
        errors: [401, 403, 415, 422, 429],
      }),
      valid('json', z.object({ credential: usedPasskey }).strict()),
      async (c) => {
        const { credential } = c.req.valid('json');
        const entered = await auth.provePasskey(credential, visitor(c), originOf(c)).catch(noteFailure);
        return c.json({ user: await welcome(c, entered, 'passkey') });
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
        const secondFactorMissing = c.get('secondFactorMissing');
        return c.json({ user, roles, may: [...c.get('may')], secondFactorMissing });
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

  async function replyTo(c: Context<AppEnv>, reply: SignInReply, by: string) {
    if (reply.entered) return { user: await welcome(c, reply, by), secondStep: null };
    setCookies(c, reply.cookies);
    return { user: null, secondStep: reply.takes };
  }

  async function welcome(c: Context<AppEnv>, { user, cookies }: Entered, by: string) {
    setCookies(c, cookies);
    await note(user.id, 'sign_in', { by: [null, by] });
    return user;
  }

  /** Not under which name: what people type there by mistake may be a passphrase. */
  function noteFailure(error: unknown): never {
    deps.auditQueue.note({ action: 'sign_in_failed', objectKind: 'user', objectId: 'unknown' }, null);
    throw error;
  }

  /** Who came and went belongs to the history as well. */
  function note(userId: string, action: string, change?: Record<string, [unknown, unknown]>): Promise<void> {
    const act = { actor: userId, at: clock.now().toISOString() };
    return store.audit.add({ action, objectKind: 'user', objectId: userId, change }, act);
  }
}
