import type { Context } from 'hono';
import type { AppEnv } from '../deps.ts';
import { AppError, StaleWrite } from '../errors.ts';

/** As below, for what may never have been written: then the version is 0. */
export function versionOrNone(c: Context<AppEnv>): number {
  return /^\s*"?0"?\s*$/.test(c.req.header('if-match') ?? '') ? 0 : versionOf(c);
}

/** The version a write was made from: the header If-Match: "VERSION". Required. */
export function versionOf(c: Context<AppEnv>): number {
  const header = c.req.header('if-match');
  if (header === undefined)
    throw new AppError(
      428,
      'version_missing',
      'Send the version you read in the header If-Match, as in "3".',
    );
  const match = /^\s*(?:W\/)?"?([1-9]\d{0,14})"?\s*$/.exec(header);
  if (!match?.[1])
    throw new AppError(400, 'version_unreadable', 'The header If-Match must hold one version, as in "3".');
  return Number(match[1]);
}

/** For deletions, which can be undone: honours If-Match when it is there. */
export function checkVersion(c: Context<AppEnv>, current: { version: number }): void {
  if (c.req.header('if-match') === undefined) return;
  if (versionOf(c) !== current.version) throw new StaleWrite(current);
}
