import { Hono } from 'hono';
import { z } from 'zod';
import type { AppDeps, AppEnv } from '../deps.ts';
import { describe, valid } from '../openapi.ts';
import { originOf, passkeyOptions, passphraseText, usedPasskey } from './sign-in-parts.ts';

const TAG = 'Own sign-in';
const TEN_MINUTES = 'It holds for ten minutes, in this session alone.';

/** What changes rights, deletes for good or lets exact data out asks for a fresh proof of who it is. */
export function proveAgainRoutes({ auth }: Pick<AppDeps, 'auth'>) {
  return new Hono<AppEnv>()
    .get(
      '/',
      describe({
        may: 'session',
        proven: true,
        tag: TAG,
        summary: 'Whether who you are is proved for now; asked before a file is taken',
        replies: { 204: null },
      }),
      (c) => c.body(null, 204),
    )
    .post(
      '/',
      describe({
        may: 'session',
        tag: TAG,
        summary: 'Prove again who you are, with the passphrase',
        description: TEN_MINUTES,
        replies: { 204: null },
        errors: [413, 415, 422, 429],
      }),
      valid('json', z.object({ passphrase: passphraseText }).strict()),
      async (c) => {
        await auth.proveAgain.byPassphrase(c.get('session'), c.req.valid('json').passphrase);
        return c.body(null, 204);
      },
    )
    .post(
      '/passkey-options',
      describe({
        may: 'session',
        tag: TAG,
        summary: 'What the browser has to sign to prove again who you are',
        replies: { 200: passkeyOptions },
        errors: [422],
      }),
      async (c) =>
        c.json({ options: { ...(await auth.proveAgain.askPasskey(c.get('session'), originOf(c))) } }),
    )
    .post(
      '/passkey',
      describe({
        may: 'session',
        tag: TAG,
        summary: 'Prove again who you are, with a passkey',
        description: TEN_MINUTES,
        replies: { 204: null },
        errors: [413, 415, 422, 429],
      }),
      valid('json', z.object({ credential: usedPasskey }).strict()),
      async (c) => {
        await auth.proveAgain.byPasskey(c.get('session'), c.req.valid('json').credential, originOf(c));
        return c.body(null, 204);
      },
    );
}
