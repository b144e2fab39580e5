import { createMiddleware } from 'hono/factory';
import { type Config, isLoopback } from '../config.ts';
import type { AppEnv } from '../deps.ts';
import { AppError } from '../errors.ts';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Every request that changes something must say that it comes from our own pages, whatever its content type:
 * browsers always say so, other sites cannot pretend, and programs send the header Origin.
 */
export const sameOrigin = createMiddleware<AppEnv>(async (c, next) => {
  if (READING.has(c.req.method)) return next();
  const origin = c.req.header('origin');
  const site = c.req.header('sec-fetch-site');
  const nothingSaid = origin === undefined && site === undefined;
  const elsewhere =
    (site !== undefined && site !== 'same-origin') ||
    (origin !== undefined && hostOf(origin) !== hostOf(c.req.url));
  if (nothingSaid || elsewhere)
    throw new AppError(
      403,
      'other_site',
      'Changes are taken only from pages of this server. A program must send its address in the header Origin.',
    );
  return next();
});

/** Without the scheme: behind a proxy that speaks https, ours is http. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}

/**
 * A server for this machine alone answers only to the names of this machine. Otherwise a page elsewhere could point its own
 * name at 127.0.0.1 and read everything (DNS rebinding). Behind a proxy it is asked by the name of the proxy.
 */
export function ownHost({ host: configured, proxies }: Pick<Config, 'host' | 'proxies'>) {
  const check = isLoopback(configured) && proxies.length === 0;
  return createMiddleware<AppEnv>(async (c, next) => {
    const host = new URL(c.req.url).hostname.replace(/^\[|\]$/g, '');
    if (check && !isLoopback(host))
      throw new AppError(403, 'other_host', 'This server answers only at the address it was started with.');
    return next();
  });
}
