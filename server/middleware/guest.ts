import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../deps.ts';
import { type Guests, meetingOver, notJoined } from '../guests.ts';
import { GUEST_COOKIE, PART_MARK } from './session-cookies.ts';

const PATH = '/api/guest';
/** Coming in: everything else below the path needs a telephone that is in. */
const JOINING = `POST ${PATH}/session`;
/** Longer than any meeting; it ends with the meeting all the same. */
const SECONDS_KEPT = 24 * 60 * 60;

/** A telephone at a meeting that runs. A session of an account opens nothing here, and this opens nothing elsewhere. */
export function requireGuest(guests: Guests) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const guest = await guests.find(tokenOf(c));
    if (`${c.req.method} ${c.req.path}` !== JOINING) {
      if (guest === null) throw notJoined();
      if (guest.isOver) throw meetingOver();
    }
    if (guest !== null && !guest.isOver) c.set('guest', guest);
    await next();
    c.header('Vary', 'Cookie', { append: true });
  });
}

export const tokenOf = (c: Context<AppEnv>): string | undefined => getCookie(c, GUEST_COOKIE);

/** Scripts cannot read it, other sites cannot send it, and no other address of this server gets it. */
export function setGuestCookie(c: Context<AppEnv>, token: string | null): void {
  const isSecure = c.get('way') === 'https';
  const name = isSecure ? `${PART_MARK}${GUEST_COOKIE}` : GUEST_COOKIE;
  const parts = [
    `${name}=${token ?? ''}`,
    `Path=${PATH}`,
    'HttpOnly',
    'SameSite=Strict',
    `Max-Age=${token === null ? 0 : SECONDS_KEPT}`,
    ...(isSecure ? ['Secure'] : []),
  ];
  c.header('Set-Cookie', parts.join('; '), { append: true });
}
