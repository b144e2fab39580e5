import { createHash, randomBytes } from 'node:crypto';
import { parse, serialize } from 'hono/utils/cookie';
import type { Clock } from '../clock.ts';
import { AppError, Conflict } from '../errors.ts';
import type { AccountStore } from '../store/accounts.ts';
import type { IdentityStore } from '../store/identities.ts';
import type { Expected, Identity, Oidc } from './oidc.ts';
import type { Entered, SignInReply, Visitor } from './signed-in.ts';

/** What somebody goes to the provider for. */
export type Errand =
  | { kind: 'sign in' }
  /** Makes the account of an invitation. */
  | { kind: 'join'; token: string; name: string }
  /** Whoever is signed in will sign in by it from now on. */
  | { kind: 'link'; userId: string };

export interface ProviderSignIn {
  /** What people call the provider. */
  readonly name: string;
  /** Where the browser goes, and the cookie by which it is known when it is back. `origin`: the address of the page. */
  begin(errand: Errand, origin: string): Promise<{ address: string; cookie: string }>;
  /**
   * With what the browser brought back. `userId`: who is signed in there; null is nobody. The provider stands in for the
   * passphrase alone: a second factor that is set up here is asked for whatever the provider says it has seen.
   */
  finish(query: string, visitor: Visitor, userId: string | null): Promise<Finished>;
  /** Since when somebody is linked; null: not. */
  linkedSince(userId: string): Promise<string | null>;
  /** False when there was no link. */
  unlink(userId: string): Promise<boolean>;
}

export type Finished = ({ linked: false } & SignInReply) | { linked: true; cookies: string[] };

export interface ProviderSignInParts {
  name: string;
  issuer: string;
  oidc: Oidc;
  clock: Clock;
  accounts: Pick<AccountStore, 'find'>;
  identities: IdentityStore;
  enterBy(identity: Identity, visitor: Visitor): Promise<SignInReply>;
  checkJoining(token: string, name: string): Promise<void>;
  join(token: string, name: string, identity: Identity, visitor: Visitor): Promise<Entered>;
}

const COOKIE = 'common-ground.provider_step';
const MINUTES = 10;
const MOST = 10_000;
/** The page that takes people back in. */
const RETURN = '/sign-in';

interface Step {
  errand: Errand;
  expected: Expected;
  at: number;
}

export function createProviderSignIn(parts: ProviderSignInParts): ProviderSignIn {
  const { name, issuer, oidc, clock, accounts, identities } = parts;
  /** Kept in memory: whoever is at the provider when the server restarts begins anew. */
  const away = new Map<string, Step>();
  const now = () => clock.now().getTime();
  const actOf = (userId: string) => ({ actor: userId, at: clock.now().toISOString() });
  const cookie = (value: string, maxAge: number) =>
    serialize(COOKIE, value, { httpOnly: true, sameSite: 'Strict', path: '/', maxAge });

  function keep(step: Step): string {
    const token = randomBytes(24).toString('base64url');
    if (away.size >= MOST) for (const oldest of [...away.keys()].slice(0, MOST / 10)) away.delete(oldest);
    away.set(hashOf(token), step);
    return cookie(token, MINUTES * 60);
  }

  /** Each once, whatever becomes of it: what came back is worth nothing a second time. */
  function take(cookies: string | null): Step {
    const token = cookies === null ? undefined : parse(cookies, COOKIE)[COOKIE];
    const key = token === undefined ? '' : hashOf(token);
    const step = away.get(key);
    away.delete(key);
    // A clock that has jumped says nothing about how long it took.
    if (!step || Math.abs(now() - step.at) > MINUTES * 60_000) throw beginAgain();
    return step;
  }

  async function link(userId: string, identity: Identity): Promise<void> {
    const owner = await identities.userOf(identity);
    if (owner === userId) return;
    await identities.link(userId, identity, actOf(userId));
  }

  return {
    name,
    async begin(errand, origin) {
      if (errand.kind === 'join') await parts.checkJoining(errand.token, errand.name);
      const { address, expected } = await oidc.start(`${origin}${RETURN}`);
      return { address, cookie: keep({ errand, expected, at: now() }) };
    },
    async finish(query, visitor, userId) {
      const { errand, expected } = take(visitor.cookies);
      // Before the code is spent: whoever is signed in by now may be somebody else.
      if (errand.kind === 'link' && errand.userId !== userId) throw beginAgain();
      const identity = await oidc.finish(query, expected);
      const gone = cookie('', 0);
      if (errand.kind === 'link') {
        await link(errand.userId, identity);
        return { linked: true, cookies: [gone] };
      }
      const reply =
        errand.kind === 'join'
          ? await parts.join(errand.token, errand.name, identity, visitor)
          : await parts.enterBy(identity, visitor);
      return { linked: false, ...reply, cookies: [...reply.cookies, gone] };
    },
    linkedSince: (userId) => identities.linkedSince(userId, issuer),
    async unlink(userId) {
      const account = await accounts.find(userId);
      if (account?.passwordHash === null)
        throw new Conflict(
          'no_passphrase',
          'You have no passphrase yet, so you could not sign in any more: choose one first.',
        );
      return identities.unlink(userId, issuer, actOf(userId));
    },
  };
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url');
const beginAgain = () =>
  new AppError(
    401,
    'begin_again',
    'That took too long, was used already, or began in another browser: begin again.',
  );
