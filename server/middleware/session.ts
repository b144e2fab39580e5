import { createMiddleware } from 'hono/factory';
import { isProven } from '../auth/proven-lately.ts';
import type { SignedIn } from '../auth/signed-in.ts';
import type { AppDeps, AppEnv } from '../deps.ts';
import { grantsOf } from '../domain/grants.ts';
import { actionsOf, rolesOn } from '../domain/held-roles.ts';
import { needsSecondFactor, SECOND_FACTOR, secondFactorRule } from '../domain/second-factor-rule.ts';
import { AppError } from '../errors.ts';
import { today } from '../today.ts';
import { setCookies } from './session-cookies.ts';

/** What works without a session; everything else under /api needs one. */
const OPEN = new Set([
  'GET /api/health',
  'HEAD /api/health',
  'POST /api/session',
  'POST /api/session/link',
  'POST /api/session/account',
  'POST /api/session/reset',
  'POST /api/session/second-step',
  'GET /api/session/provider',
  'HEAD /api/session/provider',
  'POST /api/session/provider',
  'POST /api/session/provider/finish',
  'GET /api/published',
  'HEAD /api/published',
  'GET /api/published-answers',
  'HEAD /api/published-answers',
  'POST /api/session/second-step/passkey-options',
  'POST /api/session/second-step/passkey',
]);
const PUBLISHED = /^(GET|HEAD) \/api\/published(-answers)?\/[^/]+$/;
/** Telephones at a meeting: they have no account, and nothing else opens to them (guest.ts). */
const GUESTS = /^\/api\/guest(\/|$)/;
/** Calendar programs hold no session: the address itself is the secret. */
const CALENDAR = /^(GET|HEAD) \/api\/calendar\/[^/]+$/;

export function requireSession({ auth, store, clock }: Pick<AppDeps, 'auth' | 'store' | 'clock'>) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const asked = `${c.req.method} ${c.req.path}`;
    const isOpen = OPEN.has(asked) || PUBLISHED.test(asked) || CALENDAR.test(asked);
    if (isOpen || GUESTS.test(c.req.path)) return next();
    const found = await auth.session(c.req.raw.headers);
    if (!found) throw new AppError(401, 'not_signed_in', 'Sign in first.');
    c.set('session', found.signedIn);
    c.set('provenLately', isProven(found.signedIn.provenAt, clock.now()));
    const userId = found.signedIn.user.id;
    const { roles, may, secondFactorMissing } = await allowedNow({ store, clock }, found.signedIn);
    c.set('roles', roles);
    c.set('may', may);
    c.set('secondFactorMissing', secondFactorMissing);
    c.set('viewer', { userId, grants: grantsOf(roles) });
    setCookies(c, found.cookies);
    await next();
    // What a browser may keep it keeps for this session alone: the next person on this machine asks again.
    c.header('Vary', 'Cookie', { append: true });
  });
}

/** Asked anew each time, so that a role that ends, ends at once. */
export async function allowedNow(
  { store, clock }: Pick<AppDeps, 'store' | 'clock'>,
  { user, secondFactor }: SignedIn,
) {
  const held = rolesOn(await today(store, clock), await store.memberships.of(user.id));
  const secondFactorMissing =
    !secondFactor && needsSecondFactor(secondFactorRule(await store.settings.get(SECOND_FACTOR)), held);
  const roles = secondFactorMissing ? [] : held;
  return { roles, may: new Set(actionsOf(roles)), secondFactorMissing };
}
