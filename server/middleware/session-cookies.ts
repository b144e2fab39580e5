import type { Context } from 'hono';
import type { AppEnv } from '../deps.ts';

/**
 * Browsers take a cookie of such a name only over https, from this very host and for all of it: neither a page in the clear
 * nor a neighbour below the same domain can plant one.
 */
const MARK = '__Host-';

/** Served over https, by us or by a proxy in front, the cookie must never travel in the clear. */
export function setCookies(c: Context<AppEnv>, cookies: readonly string[]): void {
  for (const cookie of cookies)
    c.header('Set-Cookie', c.get('way') === 'https' ? `${MARK}${withSecure(cookie)}` : cookie, {
      append: true,
    });
}

const withSecure = (cookie: string) => (/;\s*secure/i.test(cookie) ? cookie : `${cookie}; Secure`);

/** The cookies with the mark, by their names without it; all others are left out. */
export function withoutMark(cookies: string): string {
  return cookies
    .split(';')
    .map((cookie) => cookie.trim())
    .filter((cookie) => cookie.startsWith(MARK))
    .map((cookie) => cookie.slice(MARK.length))
    .join('; ');
}
