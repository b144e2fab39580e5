import { createHash, randomBytes } from 'node:crypto';
import { parse, serialize } from 'hono/utils/cookie';
import type { Clock } from '../clock.ts';

/** Somebody who has given the passphrase and owes the second proof. */
export interface Pending {
  userId: string;
  /** The passphrase was changed in between: the first proof is worth nothing any more. */
  passwordHash: string | null;
  /** What a passkey has to sign; null until it is asked for. */
  challenge: string | null;
}

const NAME = 'common-ground.first_step';
const MINUTES = 10;
const MOST = 10_000;

export interface PendingSignIns {
  /** Gives the cookie the second step is recognised by. */
  open(pending: Pending): string;
  /** Null when there is none, it took too long, or the clock has jumped. */
  find(cookies: string | null): Pending | null;
  /** Gives the cookie that clears it. */
  close(cookies: string | null): string;
}

/** Kept in memory: whoever is between the two steps when the server restarts begins anew. */
export function createPendingSignIns(clock: Clock): PendingSignIns {
  const kept = new Map<string, { pending: Pending; at: number }>();
  const keyOf = (cookies: string | null) => {
    const token = cookies === null ? undefined : parse(cookies, NAME)[NAME];
    return token === undefined ? null : hashOf(token);
  };
  const cookie = (value: string, maxAge: number) =>
    serialize(NAME, value, { httpOnly: true, sameSite: 'Strict', path: '/', maxAge });
  return {
    open(pending) {
      const token = randomBytes(24).toString('base64url');
      if (kept.size >= MOST) for (const oldest of [...kept.keys()].slice(0, MOST / 10)) kept.delete(oldest);
      kept.set(hashOf(token), { pending, at: clock.now().getTime() });
      return cookie(token, MINUTES * 60);
    },
    find(cookies) {
      const entry = kept.get(keyOf(cookies) ?? '');
      if (!entry || Math.abs(clock.now().getTime() - entry.at) > MINUTES * 60_000) return null;
      return entry.pending;
    },
    close(cookies) {
      kept.delete(keyOf(cookies) ?? '');
      return cookie('', 0);
    },
  };
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url');
