import { createMiddleware } from 'hono/factory';
import type { Auth } from '../auth/auth.ts';
import type { AppEnv } from '../deps.ts';
import { AppError } from '../errors.ts';
import { setCookies } from './session-cookies.ts';

/** What works without a session; everything else under /api needs one. */
const OPEN = new Set([
  'GET /api/health',
  'HEAD /api/health',
  'POST /api/session',
  'POST /api/session/link',
  'POST /api/session/account',
]);

export function requireSession(auth: Auth) {
  return createMiddleware<AppEnv>(async (c, next) => {
    if (OPEN.has(`${c.req.method} ${c.req.path}`)) return next();
    const found = await auth.session(c.req.raw.headers);
    if (!found) throw new AppError(401, 'not_signed_in', 'Sign in first.');
    c.set('session', found.signedIn);
    // Roles will decide how exactly a person may see; until then whoever is signed in sees exact points.
    c.set('viewer', { userId: found.signedIn.user.id, precision: 'exact' });
    setCookies(c, found.cookies);
    await next();
    // What a browser may keep it keeps for this session alone: the next person on this machine asks again.
    c.header('Vary', 'Cookie', { append: true });
  });
}
