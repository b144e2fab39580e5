import { createMiddleware } from 'hono/factory';
import { matchedRoutes } from 'hono/route';
import type { AppEnv, Log } from '../deps.ts';

/** One line a request: the route's pattern, never the address itself, which may hold what a person typed. */
export function requestLog(log: Log) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const start = performance.now();
    await next();
    const fields = {
      requestId: c.get('requestId'),
      method: c.req.method,
      route: patternOf(matchedRoutes(c).map((route) => route.path)),
      status: c.res.status,
      ms: Math.round(performance.now() - start),
    };
    if (c.res.status >= 500) log.error(fields, 'request');
    else log.info(fields, 'request');
  });
}

function patternOf(paths: readonly string[]): string {
  return paths.findLast((path) => !path.endsWith('*')) ?? 'none';
}
