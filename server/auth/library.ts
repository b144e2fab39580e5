import { createHash, randomBytes } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { deleteSessionCookie, setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { AccountStore } from '../store/accounts.ts';

const DAY = 24 * 60 * 60;
const LASTS = 14 * DAY;
/** So old a session may be before its end is moved on. */
const RENEWED_AFTER = DAY;

/**
 * The sign-in library, set up so that it only does what we ask: no routes of its own are served, nobody signs up,
 * nothing is sent anywhere. The records of sessions, signed cookies and scrypt come from it.
 */
export function createLibrary(database: AccountStore['database'], secret: string, clock: Clock) {
  return betterAuth({
    baseURL: 'http://localhost',
    secret,
    database,
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 1, maxPasswordLength: 500 },
    session: { expiresIn: LASTS, updateAge: RENEWED_AFTER, fields: { ...AT, ...SESSION_FIELDS } },
    user: { fields: { ...AT, emailVerified: 'email_verified' }, additionalFields: { username: NAME_KEY } },
    account: { fields: { ...AT, ...ACCOUNT_FIELDS } },
    verification: { fields: { ...AT, expiresAt: 'expires_at' } },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'strict', path: '/' },
    },
    plugins: [hashedSessions(clock)],
  });
}

/** The session cookie is called PREFIX.session_token. */
const COOKIE_PREFIX = 'common-ground';
const AT = { createdAt: 'created_at', updatedAt: 'updated_at' };
const NAME_KEY = { type: 'string', required: true } as const;
const SESSION_FIELDS = {
  userId: 'user_id',
  expiresAt: 'expires_at',
  ipAddress: 'ip_address',
  userAgent: 'user_agent',
};
const ACCOUNT_FIELDS = {
  accountId: 'account_id',
  providerId: 'provider_id',
  userId: 'user_id',
  accessToken: 'access_token',
  refreshToken: 'refresh_token',
  idToken: 'id_token',
  accessTokenExpiresAt: 'access_token_expires_at',
  refreshTokenExpiresAt: 'refresh_token_expires_at',
};

/**
 * The library would keep the token of a session as it is, and look at the clock of the machine. These three do what its
 * own endpoints do with the hash of the token, so that whoever reads the database file cannot use it. Called from this
 * process only.
 */
function hashedSessions(clock: Clock) {
  const inSeconds = (seconds: number) => new Date(clock.now().getTime() + seconds * 1000);
  return {
    id: 'hashed-sessions',
    endpoints: {
      /** Signs somebody in who has proved who they are. */
      enter: createAuthEndpoint(
        '/hashed-sessions/enter',
        { ...SERVER_ONLY, body: z.object({ userId: z.string(), browser: z.string() }) },
        async (context) => {
          const { internalAdapter } = context.context;
          const user = await internalAdapter.findUserById(context.body.userId);
          if (!user) return null;
          const token = randomBytes(32).toString('base64url');
          const record = {
            token: hashOf(token),
            createdAt: clock.now(),
            updatedAt: clock.now(),
            expiresAt: inSeconds(LASTS),
            userAgent: context.body.browser,
            ipAddress: '',
          };
          const session = await internalAdapter.createSession(user.id, false, record, true);
          await setSessionCookie(context, { session: { ...session, token }, user });
          return { id: user.id, name: user.name, sessionId: session.id };
        },
      ),
      /** Who is behind the cookie; renews the session when it is due. */
      read: createAuthEndpoint('/hashed-sessions/read', SERVER_ONLY, async (context) => {
        const { authCookies, secret, internalAdapter } = context.context;
        const token = await context.getSignedCookie(authCookies.sessionToken.name, secret);
        if (!token) return null;
        const found = await internalAdapter.findSession(hashOf(token));
        if (!found || !isOpen(found.session, clock.now())) return null;
        const { session, user } = found;
        if (session.expiresAt.getTime() - clock.now().getTime() <= (LASTS - RENEWED_AFTER) * 1000) {
          const later = { expiresAt: inSeconds(LASTS), updatedAt: clock.now() };
          const renewed = await internalAdapter.updateSession(hashOf(token), later);
          if (!renewed) return null;
          await setSessionCookie(context, { session: { ...session, ...later, token }, user });
        }
        return { user: { id: user.id, name: user.name }, sessionId: session.id };
      }),
      /** Ends the session of the cookie, and clears it. */
      leave: createAuthEndpoint('/hashed-sessions/leave', SERVER_ONLY, async (context) => {
        const { authCookies, secret, internalAdapter } = context.context;
        const token = await context.getSignedCookie(authCookies.sessionToken.name, secret);
        if (token) await internalAdapter.deleteSession(hashOf(token));
        deleteSessionCookie(context);
      }),
    },
  };
}

const SERVER_ONLY = { method: 'POST', metadata: { SERVER_ONLY: true } } as const;

/** Not what a clock that ran ahead has let last for ever: a day is what a clock may be set back by. */
function isOpen({ createdAt, expiresAt }: { createdAt: Date; expiresAt: Date }, now: Date): boolean {
  return expiresAt > now && createdAt.getTime() <= now.getTime() + DAY * 1000;
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');
