import type { Clock } from '../clock.ts';
import type { SessionStore } from '../store/sessions.ts';
import type { Auth } from './auth.ts';
import type { createLibrary } from './library.ts';
import { createSessionCache } from './session-cache.ts';

/** So long a cookie is not looked at again, and so old the time a session was last seen may be. */
const COOKIE_KEPT_MS = 60_000;
const SEEN_EVERY_MS = 5 * 60_000;

export type OpenSessions = Pick<Auth, 'session' | 'signOut' | 'sessionsOf' | 'endSession' | 'endSessions'>;

/** The sessions there are: whose they are, whether they still stand, and their end. */
export function createOpenSessions(
  library: ReturnType<typeof createLibrary>,
  sessions: SessionStore,
  clock: Clock,
): OpenSessions {
  const cache = createSessionCache(COOKIE_KEPT_MS, () => clock.now().getTime());
  const beingNoted = new Set<string>();
  const now = () => clock.now().toISOString();

  /** Nobody waits for it, and none is written while one waits. */
  function noteSeen(sessionId: string, lastSeenAt: string): void {
    const since = clock.now().getTime() - new Date(lastSeenAt).getTime();
    if ((since >= 0 && since < SEEN_EVERY_MS) || beingNoted.has(sessionId)) return;
    beingNoted.add(sessionId);
    sessions
      .seen(sessionId, now())
      // The next request tries again.
      .catch(() => undefined)
      .finally(() => beingNoted.delete(sessionId));
  }

  return {
    async session(headers) {
      const remembered = cache.get(headers);
      const fresh = remembered ? null : await library.api.read({ headers, returnHeaders: true });
      const known = remembered ?? fresh?.response;
      if (!known) return null;
      const standing = await sessions.standing(known.sessionId, now());
      if (!standing) {
        cache.drop(headers);
        return null;
      }
      if (fresh) cache.put(headers, known);
      noteSeen(known.sessionId, standing.lastSeenAt);
      const { secondFactor, provenAt } = standing;
      const signedIn = { ...known, secondFactor, provenAt };
      return { signedIn, cookies: fresh?.headers.getSetCookie() ?? [] };
    },
    async signOut(headers) {
      cache.drop(headers);
      const { headers: out } = await library.api.leave({ headers, returnHeaders: true });
      return out.getSetCookie();
    },
    sessionsOf: (userId) => sessions.of(userId, now()),
    endSession: (userId, sessionId, act) => sessions.end(userId, sessionId, act),
    endSessions: (userId, except, act) => sessions.endAll(userId, except, act),
  };
}
