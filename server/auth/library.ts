import { betterAuth } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { username } from 'better-auth/plugins';
import { z } from 'zod';
import { nameKeyOf } from '../domain/person-name.ts';
import type { AccountStore } from '../store/accounts.ts';

const DAY = 24 * 60 * 60;

/**
 * The sign-in library, set up so that it only does what we ask: no routes of its own are served, nobody signs up,
 * nothing is sent anywhere. Sessions, cookies and scrypt come from it.
 */
export function createLibrary(database: AccountStore['database'], secret: string) {
  return betterAuth({
    baseURL: 'http://localhost',
    secret,
    database,
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 1, maxPasswordLength: 500 },
    session: { expiresIn: 14 * DAY, updateAge: DAY, fields: { ...AT, ...SESSION_FIELDS } },
    user: { fields: { ...AT, emailVerified: 'email_verified' } },
    account: { fields: { ...AT, ...ACCOUNT_FIELDS } },
    verification: { fields: { ...AT, expiresAt: 'expires_at' } },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'strict', path: '/' },
    },
    plugins: [
      username({
        displayUsername: false,
        minUsernameLength: 1,
        maxUsernameLength: 200,
        usernameNormalization: nameKeyOf,
        usernameValidator: () => true,
      }),
      signInById(),
    ],
  });
}

/** The session cookie is called PREFIX.session_token. */
const COOKIE_PREFIX = 'common-ground';
const AT = { createdAt: 'created_at', updatedAt: 'updated_at' };
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

/** Signs somebody in who has proved who they are by a one-time link. Called from this process only. */
function signInById() {
  return {
    id: 'sign-in-by-id',
    endpoints: {
      signInById: createAuthEndpoint(
        '/sign-in/by-id',
        { method: 'POST', body: z.object({ userId: z.string() }), metadata: { SERVER_ONLY: true } },
        async (context) => {
          const { internalAdapter } = context.context;
          const user = await internalAdapter.findUserById(context.body.userId);
          if (!user) return null;
          const session = await internalAdapter.createSession(user.id, false);
          await setSessionCookie(context, { session, user });
          return { id: user.id, name: user.name };
        },
      ),
    },
  };
}
