import type { Clock } from '../clock.ts';
import type { SignedIn } from './signed-in.ts';

const KEPT_MS = 60_000;
const MOST = 1000;
const SESSION_COOKIE = /(?:^|;\s*)common-ground\.session_token=([^;]+)/;

/**
 * Remembers for a minute whose signed cookie is whose, so that a read does not ask the database twice.
 * Signing out takes the entry away at once.
 */
export function createSessionCache(clock: Clock) {
  const kept = new Map<string, { signedIn: SignedIn; until: number }>();
  return {
    get(headers: Headers): SignedIn | null {
      const entry = kept.get(keyOf(headers) ?? '');
      return entry && entry.until > clock.now().getTime() ? entry.signedIn : null;
    },
    put(headers: Headers, signedIn: SignedIn): void {
      const key = keyOf(headers);
      if (key === null) return;
      if (kept.size >= MOST) kept.clear();
      kept.set(key, { signedIn, until: clock.now().getTime() + KEPT_MS });
    },
    drop(headers: Headers): void {
      kept.delete(keyOf(headers) ?? '');
    },
  };
}

function keyOf(headers: Headers): string | null {
  return SESSION_COOKIE.exec(headers.get('cookie') ?? '')?.[1] ?? null;
}
