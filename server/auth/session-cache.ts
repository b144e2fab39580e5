const MOST = 1000;
const SESSION_COOKIE = /(?:^|;\s*)common-ground\.session_token=([^;]+)/;

/** Whose a cookie is. */
export interface Known {
  user: { id: string; name: string };
  sessionId: string;
}

/**
 * Remembers whose signed cookie is whose, so that a signature is checked once. Whether the session still stands is asked
 * of the store each time: what is remembered here opens nothing.
 */
export function createSessionCache(keptMs: number, now: () => number) {
  const kept = new Map<string, { known: Known; until: number }>();
  return {
    get(headers: Headers): Known | null {
      const entry = kept.get(keyOf(headers) ?? '');
      const left = (entry?.until ?? 0) - now();
      // More than was given: the clock was set back.
      return entry && left > 0 && left <= keptMs ? entry.known : null;
    },
    put(headers: Headers, known: Known): void {
      const key = keyOf(headers);
      if (key === null) return;
      if (kept.size >= MOST) kept.clear();
      kept.set(key, { known, until: now() + keptMs });
    },
    drop(headers: Headers): void {
      kept.delete(keyOf(headers) ?? '');
    },
  };
}

function keyOf(headers: Headers): string | null {
  return SESSION_COOKIE.exec(headers.get('cookie') ?? '')?.[1] ?? null;
}
