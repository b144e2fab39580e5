import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { rateLimiter } from 'hono-rate-limiter';
import type { AppEnv } from '../deps.ts';
import { AppError } from '../errors.ts';

/** Wrong tries one address may make in the window. Counted by address, so that nobody can lock out somebody else. */
const TRIES = 10;
const WINDOW_MINUTES = 15;

export function limitSignIn() {
  return rateLimiter<AppEnv>({
    windowMs: WINDOW_MINUTES * 60_000,
    limit: TRIES,
    skipSuccessfulRequests: true,
    standardHeaders: false,
    keyGenerator: clientOf,
    handler: (c) => {
      c.header('Retry-After', String(WINDOW_MINUTES * 60));
      throw new AppError(
        429,
        'too_many_tries',
        `Too many tries from this machine. Wait ${WINDOW_MINUTES} minutes, then try again.`,
      );
    },
  });
}

/** The address of the client; of IPv6 the /64, which one household or machine owns whole. */
export function clientOf(c: Context<AppEnv>): string {
  // Without a socket (tests call the app directly) there is one client.
  const bindings: unknown = c.env;
  if (typeof bindings !== 'object' || bindings === null || !('incoming' in bindings)) return 'in-process';
  const address = getConnInfo(c).remote.address ?? 'unknown';
  const plain = address.replace(/^::ffff:/i, '');
  return plain.includes(':') ? plain.split(':').slice(0, 4).join(':') : plain;
}
