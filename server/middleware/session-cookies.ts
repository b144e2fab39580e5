import type { Context } from 'hono';
import type { AppEnv } from '../deps.ts';

/** Served over https, by us or by a proxy in front, the cookie must never travel in the clear. */
export function setCookies(c: Context<AppEnv>, cookies: readonly string[]): void {
  const https = c.req.url.startsWith('https:') || c.req.header('x-forwarded-proto') === 'https';
  for (const cookie of cookies)
    c.header('Set-Cookie', https && !/;\s*secure/i.test(cookie) ? `${cookie}; Secure` : cookie, {
      append: true,
    });
}
