import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { type Config, isLoopback } from '../config.ts';
import type { AppEnv, Way } from '../deps.ts';
import { peerOf } from './peer.ts';
import { withoutMark } from './session-cookies.ts';

/** Finds out how the request came. Over https only cookies are believed that were set over https, for this very host. */
export function findWay(config: Pick<Config, 'host' | 'tls' | 'proxies'>) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const way = wayOf(c, config);
    c.set('way', way);
    const cookies = c.req.header('cookie');
    if (way === 'https' && cookies !== undefined) c.req.raw.headers.set('Cookie', withoutMark(cookies));
    await next();
  });
}

/** What X-Forwarded-Proto says is believed of the proxies that were named, and of nobody else. */
function wayOf(c: Context<AppEnv>, { host, tls, proxies }: Pick<Config, 'host' | 'tls' | 'proxies'>): Way {
  if (tls !== null) return 'https';
  const forwarded = proxies.includes(peerOf(c)) ? c.req.header('x-forwarded-proto') : undefined;
  // The last word is that of the proxy next to us: the others may come from the client.
  if (forwarded?.split(',').at(-1)?.trim().toLowerCase() === 'https') return 'https';
  return isLoopback(host) && forwarded === undefined ? 'on this machine' : 'in the clear';
}
