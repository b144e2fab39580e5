import type { Context } from 'hono';
import { Hono } from 'hono';
import { z } from 'zod';
import type { ProviderSignIn } from '../auth/provider-sign-in.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { AppError, NotFound } from '../errors.ts';
import { setCookies } from '../middleware/session-cookies.ts';
import { visitorOf } from '../middleware/visitor.ts';
import { describe, valid } from '../openapi.ts';
import { joiner, originOf, person, takes } from './sign-in-parts.ts';

const provider = z
  .object({ provider: z.object({ name: z.string() }).nullable() })
  .meta({ id: 'SignInProvider' });
const address = z.object({ address: z.string() }).meta({ id: 'ProviderAddress' });
/** `linked`: the sign-in of whoever is signed in; `user` is null then, and while a second step is left to do. */
const finished = z
  .object({ linked: z.boolean(), user: person.nullable(), secondStep: takes })
  .meta({ id: 'ProviderReply' });
const own = z
  .object({ provider: z.object({ name: z.string(), linkedSince: z.string().nullable() }).nullable() })
  .meta({ id: 'OwnProvider' });

const TEXT = 'Where no provider is set, there is none: then nothing is ever asked elsewhere.';
const query = z.string().max(8000, 'Must be at most 8000 characters.');

/** Signing in through the provider of an organisation. */
export function providerSessionRoutes(deps: AppDeps) {
  const { auth, store, clock, config } = deps;
  return new Hono<AppEnv>()
    .get(
      '/',
      describe({
        tag: 'Session',
        summary: 'The provider people can sign in through, if there is one',
        description: TEXT,
        may: 'open',
        replies: { 200: provider },
      }),
      (c) => c.json({ provider: auth.provider && { name: auth.provider.name } }),
    )
    .post(
      '/',
      describe({
        tag: 'Session',
        summary: 'Where the browser goes to sign in through the provider, or to join with it',
        description: `${TEXT} With \`join\`, the token of an invitation and the name of the new account.`,
        may: 'open',
        replies: { 200: address },
        errors: [401, 403, 404, 415, 422, 503],
      }),
      valid('json', z.object({ join: joiner.optional() }).strict()),
      async (c) => {
        const { join } = c.req.valid('json');
        const errand = join ? { kind: 'join' as const, ...join } : { kind: 'sign in' as const };
        return c.json({ address: await begin(c, auth.provider, errand) });
      },
    )
    .post(
      '/finish',
      describe({
        tag: 'Session',
        summary: 'Sign in with what the provider gave the browser to bring back',
        may: 'open',
        replies: { 200: finished },
        errors: [401, 403, 404, 409, 413, 415, 422, 503],
      }),
      valid('json', z.object({ query }).strict()),
      async (c) => {
        const visitor = visitorOf(c, config.proxies);
        const signedIn = (await auth.session(c.req.raw.headers))?.signedIn ?? null;
        const done = await there(auth.provider)
          .finish(c.req.valid('json').query, visitor, signedIn?.user.id ?? null)
          .catch(noteFailure);
        setCookies(c, done.cookies);
        if (done.linked) return c.json({ linked: true, user: null, secondStep: null });
        if (!done.entered) return c.json({ linked: false, user: null, secondStep: done.takes });
        await note(done.user.id);
        return c.json({ linked: false, user: done.user, secondStep: null });
      },
    );

  function noteFailure(error: unknown): never {
    if (error instanceof AppError && error.status === 401)
      deps.auditQueue.note({ action: 'sign_in_failed', objectKind: 'user', objectId: 'unknown' }, null);
    throw error;
  }

  function note(userId: string): Promise<void> {
    const act = { actor: userId, at: clock.now().toISOString() };
    const change: Record<string, [unknown, unknown]> = { by: [null, 'provider'] };
    return store.audit.add({ action: 'sign_in', objectKind: 'user', objectId: userId, change }, act);
  }
}

/** The own link with the provider. */
export function ownProviderRoutes({ auth }: Pick<AppDeps, 'auth'>) {
  const TAG = 'Own sign-in';
  return new Hono<AppEnv>()
    .get(
      '/',
      describe({
        may: 'session',
        tag: TAG,
        summary: 'The provider, and since when this person signs in through it',
        replies: { 200: own },
      }),
      async (c) => {
        if (!auth.provider) return c.json({ provider: null });
        const linkedSince = await auth.provider.linkedSince(c.get('session').user.id);
        return c.json({ provider: { name: auth.provider.name, linkedSince } });
      },
    )
    .post(
      '/',
      describe({
        may: 'session',
        proven: true,
        tag: TAG,
        summary: 'Where the browser goes to link the own account with the provider',
        description: `${TEXT} Asks for a proof of the last ten minutes. What it brings back goes to /api/session/provider/finish.`,
        replies: { 200: address },
        errors: [403, 404, 503],
      }),
      async (c) => {
        const { user } = c.get('session');
        const wanted = there(auth.provider);
        return c.json({ address: await begin(c, wanted, { kind: 'link', userId: user.id }) });
      },
    )
    .delete(
      '/',
      describe({
        may: 'session',
        proven: true,
        tag: TAG,
        summary: 'Take the link with the provider off',
        replies: { 204: null },
        errors: [403, 404, 409],
      }),
      async (c) => {
        const { user } = c.get('session');
        const wanted = there(auth.provider);
        if (!(await wanted.unlink(user.id))) throw new NotFound('link with the provider');
        return c.body(null, 204);
      },
    );
}

async function begin(
  c: Context<AppEnv>,
  provider: ProviderSignIn | null,
  errand: Parameters<ProviderSignIn['begin']>[0],
): Promise<string> {
  const { address, cookie } = await there(provider).begin(errand, originOf(c));
  setCookies(c, [cookie]);
  return address;
}

function there(provider: ProviderSignIn | null): ProviderSignIn {
  if (!provider)
    throw new AppError(404, 'no_provider', 'This server is not set up to sign in through a provider.');
  return provider;
}
