import type { Context } from 'hono';
import type { AppEnv } from '../deps.ts';

/**
 * Browsers take a cookie of such a name only over https, from this very host and for all of it: neither a page in the clear
 * nor a neighbour below the same domain can plant one.
 */
const MARK = '__Host-';
/** The session of a telephone at a meeting. */
export const GUEST_COOKIE = 'cg_guest';

/** Served over https, by us or by a proxy in front, the cookie must never travel in the clear. */
export function setCookies(c: Context<AppEnv>, cookies: readonly string[]): void {
  for (const cookie of cookies)
    c.header('Set-Cookie', c.get('way') === 'https' ? `${MARK}${withSecure(cookie)}` : cookie, {
      append: true,
    });
}

const withSecure = (cookie: string) => (/;\s*secure/i.test(cookie) ? cookie : `${cookie}; Secure`);

/** For a cookie that holds for a part of this host alone: it is set over https only. */
export const PART_MARK = '__Secure-';

/** The cookies with a mark, by their names without it; all others are left out. */
export function withoutMark(cookies: string): string {
  return cookies
    .split(';')
    .map((cookie) => cookie.trim())
    .flatMap((cookie) => {
      if (cookie.startsWith(MARK)) return cookie.slice(MARK.length);
      return cookie.startsWith(`${PART_MARK}${GUEST_COOKIE}=`) ? cookie.slice(PART_MARK.length) : [];
    })
    .join('; ');
}
