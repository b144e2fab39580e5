import { Hono } from 'hono';
import { z } from 'zod';
import type { AppDeps, AppEnv } from '../deps.ts';
import { NotFound } from '../errors.ts';
import { describe, pageOf, valid } from '../openapi.ts';
import { pageOfLog, pageQuery } from './paging.ts';
import { madePasskey, originOf, passkeyOptions, passphraseText } from './sign-in-parts.ts';

const TAG = 'Own sign-in';

const passkey = z
  .object({
    id: z.string(),
    name: z.string(),
    host: z.string(),
    createdAt: z.string(),
    lastUsedAt: z.string().nullable(),
  })
  .meta({ id: 'Passkey' });
/** Shown this once; null: those of before go on. */
const codes = z.object({ recoveryCodes: z.array(z.string()).nullable() }).meta({ id: 'RecoveryCodes' });
const name = z.string().trim().min(1, 'Must not be empty.').max(60, 'Must be at most 60 characters.');
const passkeyParam = z.object({
  id: z.string().regex(/^[\w-]{1,1400}$/, 'Must be an id as the server gave it.'),
});

/** The own passkeys. */
export function passkeyRoutes({ auth }: Pick<AppDeps, 'auth'>) {
  return new Hono<AppEnv>()
    .get(
      '/',
      describe({ may: 'session', tag: TAG, summary: 'The own passkeys', replies: { 200: pageOf(passkey) } }),
      valid('query', pageQuery),
      async (c) => {
        const items = (await auth.passkeys.of(c.get('session').user.id)).map(
          ({ id, name, host, createdAt, lastUsedAt }) => ({ id, name, host, createdAt, lastUsedAt }),
        );
        return c.json(pageOfLog(items, c.req.valid('query')));
      },
    )
    .post(
      '/options',
      describe({
        may: 'session',
        tag: TAG,
        summary: 'Begin with a passkey: what the browser is told to make it with',
        replies: { 200: passkeyOptions },
        errors: [413, 415, 422, 429],
      }),
      valid('json', z.object({ passphrase: passphraseText }).strict()),
      async (c) => {
        const { user } = c.get('session');
        await auth.proveInside(user.id, c.req.valid('json').passphrase, null);
        return c.json({ options: { ...(await auth.passkeys.begin(user, originOf(c))) } });
      },
    )
    .post(
      '/',
      describe({
        may: 'session',
        tag: TAG,
        summary: 'Keep a passkey that the browser has made; gives recovery codes to whoever had none',
        replies: { 201: codes },
        errors: [409, 413, 415, 422],
      }),
      valid('json', z.object({ name, credential: madePasskey }).strict()),
      async (c) => {
        const { name, credential } = c.req.valid('json');
        const { id } = c.get('session').user;
        return c.json(await auth.passkeys.add(id, name, credential, originOf(c)), 201);
      },
    )
    .post(
      '/:id/remove',
      describe({
        may: 'session',
        tag: TAG,
        summary: 'Take a passkey off: takes the passphrase',
        replies: { 204: null },
        errors: [404, 413, 415, 422, 429],
      }),
      valid('param', passkeyParam),
      valid('json', z.object({ passphrase: passphraseText }).strict()),
      async (c) => {
        const { id: userId } = c.get('session').user;
        await auth.proveInside(userId, c.req.valid('json').passphrase, null);
        if (!(await auth.passkeys.remove(userId, c.req.valid('param').id))) throw new NotFound('passkey');
        return c.body(null, 204);
      },
    );
}
