import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { parse, serialize } from 'hono/utils/cookie';

const NAME = 'common-ground.device';
const DAY = 24 * 60 * 60;
const LASTS = 365 * DAY;
/** People who share a machine. */
const MOST_PEOPLE = 8;

/**
 * A browser in which somebody has signed in is known for that person: guesses from elsewhere do not make it wait. It opens
 * nothing by itself. The cookie holds a mark a person, `ID~SIGNATURE`, and nothing is kept on the server.
 */
export interface KnownDevices {
  /** The mark of this person in this browser; null when it is not known. */
  markOf(cookies: string | null, nameKey: string): string | null;
  /** The cookie that makes the browser known for this person, beside those it is known for already. */
  remember(cookies: string | null, nameKey: string): string;
}

export function createKnownDevices(key: Buffer): KnownDevices {
  const signed = (id: string, nameKey: string) =>
    createHmac('sha256', key).update(`${id}\n${nameKey}`).digest('base64url');

  function isOf(mark: string, nameKey: string): boolean {
    const [id = '', signature = ''] = mark.split('~');
    const right = Buffer.from(signed(id, nameKey));
    const given = Buffer.from(signature);
    return given.length === right.length && timingSafeEqual(given, right);
  }

  const markOf = (cookies: string | null, nameKey: string) =>
    marksIn(cookies).find((mark) => isOf(mark, nameKey)) ?? null;

  return {
    markOf,
    remember(cookies, nameKey) {
      const id = randomBytes(12).toString('base64url');
      const mine = markOf(cookies, nameKey) ?? `${id}~${signed(id, nameKey)}`;
      const others = marksIn(cookies).filter((mark) => mark !== mine);
      const value = [mine, ...others].slice(0, MOST_PEOPLE).join('.');
      return serialize(NAME, value, { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: LASTS });
    },
  };
}

function marksIn(cookies: string | null): string[] {
  const value = cookies === null ? '' : (parse(cookies, NAME)[NAME] ?? '');
  return value
    .split('.')
    .filter((mark) => mark !== '')
    .slice(0, MOST_PEOPLE);
}
