import { Hono } from 'hono';
import { z } from 'zod';
import type { AppDeps, AppEnv } from '../deps.ts';
import { NotFound } from '../errors.ts';
import { describe, idParam, pageOf, valid } from '../openapi.ts';
import { workspaceName } from '../workspace-name.ts';
import { pageOfRecords, pageQuery } from './paging.ts';
import { actOf, endedSessions } from './reply.ts';
import { passphraseText, proofFields, proofOf } from './sign-in-parts.ts';

const TAG = 'Own sign-in';

const sessionLine = z
  .object({
    id: z.string(),
    startedAt: z.string(),
    lastSeenAt: z.string(),
    browser: z.string(),
    current: z.boolean(),
  })
  .meta({ id: 'SessionLine' });
const secondFactor = z
  .object({ totpSince: z.string().nullable(), passkeys: z.int(), recoveryCodes: z.int() })
  .meta({ id: 'SecondFactor' });
const begun = z.object({ key: z.string(), address: z.string() }).meta({ id: 'SecondFactorBegun' });
/** Shown this once; null: those of before go on. */
const codes = z.object({ recoveryCodes: z.array(z.string()).nullable() }).meta({ id: 'RecoveryCodes' });
const freshCodes = z.object({ recoveryCodes: z.array(z.string()) }).meta({ id: 'FreshRecoveryCodes' });

const proven = z.object({ passphrase: passphraseText, ...proofFields }).strict();

/** What everybody decides for themselves: passphrase, second factor, and where they are signed in. */
export function accountRoutes(deps: AppDeps) {
  const { auth, store } = deps;
  return new Hono<AppEnv>()
    .put(
      '/passphrase',
      describe({
        may: 'session',
        tag: TAG,
        summary: 'Change the own passphrase; ends all other own sessions',
        replies: { 204: null },
        errors: [413, 415, 422, 429],
      }),
      valid('json', z.object({ current: passphraseText, passphrase: passphraseText }).strict()),
      async (c) => {
        const { current, passphrase } = c.req.valid('json');
        await auth.changePassphrase(c.get('session'), current, passphrase);
        return c.body(null, 204);
      },
    )
    .get(
      '/second-factor',
      describe({
        may: 'session',
        tag: TAG,
        summary: 'What the own sign-in asks for beside the passphrase',
        replies: { 200: secondFactor },
      }),
      async (c) => c.json(await auth.secondFactor.held(c.get('session').user.id)),
    )
    .post(
      '/totp',
      describe({
        may: 'session',
        tag: TAG,
        summary: 'Begin with an app that shows codes: its key, and the text of the picture it photographs',
        description: 'Nothing is asked for at sign-in before the first code was confirmed.',
        replies: { 201: begun },
        errors: [409, 413, 415, 422, 429],
      }),
      valid('json', z.object({ passphrase: passphraseText }).strict()),
      async (c) => {
        const { user } = c.get('session');
        await auth.proveInside(user.id, c.req.valid('json').passphrase, null);
        return c.json(await auth.secondFactor.begin(user, await workspaceName(store)), 201);
      },
    )
    .post(
      '/totp/confirm',
      describe({
        may: 'session',
        tag: TAG,
        summary: 'Confirm the app with its first code; gives the recovery codes, once',
        replies: { 200: codes },
        errors: [409, 413, 415, 422],
      }),
      valid('json', z.object({ code: proofFields.code.unwrap() }).strict()),
      async (c) =>
        c.json(await auth.secondFactor.confirm(c.get('session').user.id, c.req.valid('json').code)),
    )
    .post(
      '/totp/off',
      describe({
        may: 'session',
        tag: TAG,
        summary: 'Switch the app off: takes the passphrase and a code',
        replies: { 204: null },
        errors: [413, 415, 422, 429],
      }),
      valid('json', proven),
      async (c) => {
        const { passphrase, ...proof } = c.req.valid('json');
        const { id } = c.get('session').user;
        await auth.proveInside(id, passphrase, proofOf(proof));
        await auth.secondFactor.switchOff(id);
        return c.body(null, 204);
      },
    )
    .post(
      '/recovery-codes',
      describe({
        may: 'session',
        tag: TAG,
        summary: 'Make the recovery codes anew: those of before open nothing any more',
        description:
          'Takes the passphrase and, where an app is set up, a code of it or an old recovery code.',
        replies: { 201: freshCodes },
        errors: [409, 413, 415, 422, 429],
      }),
      valid('json', proven),
      async (c) => {
        const { passphrase, ...proof } = c.req.valid('json');
        const { id } = c.get('session').user;
        const { totpSince } = await auth.secondFactor.held(id);
        await auth.proveInside(id, passphrase, totpSince === null ? null : proofOf(proof));
        return c.json({ recoveryCodes: await auth.secondFactor.renewRecoveryCodes(id) }, 201);
      },
    )
    .get(
      '/sessions',
      describe({
        may: 'session',
        tag: TAG,
        summary: 'Where this person is signed in',
        replies: { 200: pageOf(sessionLine) },
      }),
      valid('query', pageQuery),
      async (c) => {
        const { user, sessionId } = c.get('session');
        const items = (await auth.sessionsOf(user.id)).map((line) => ({
          ...line,
          current: line.id === sessionId,
        }));
        return c.json(pageOfRecords(items, c.req.valid('query')));
      },
    )
    .delete(
      '/sessions/:id',
      describe({
        may: 'session',
        tag: TAG,
        summary: 'End one of the own sessions',
        replies: { 204: null },
        errors: [404],
      }),
      valid('param', idParam),
      async (c) => {
        const ended = await auth.endSession(
          c.get('session').user.id,
          c.req.valid('param').id,
          actOf(c, deps),
        );
        if (!ended) throw new NotFound('session');
        return c.body(null, 204);
      },
    )
    .post(
      '/sessions/end-others',
      describe({
        may: 'session',
        tag: TAG,
        summary: 'End all own sessions but this one',
        replies: { 200: endedSessions },
      }),
      async (c) => {
        const { user, sessionId } = c.get('session');
        return c.json({ ended: await auth.endSessions(user.id, sessionId, actOf(c, deps)) });
      },
    );
}
