import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import type { AppEnv } from '../deps.ts';

/** The address at the other end of the connection. Without a socket (tests call the app directly) there is one client. */
export function peerOf(c: Context<AppEnv>): string {
  const bindings: unknown = c.env;
  if (typeof bindings !== 'object' || bindings === null || !('incoming' in bindings)) return 'in-process';
  return plainAddress(getConnInfo(c).remote.address ?? 'unknown');
}

/** IPv4 as it is, also where a socket for both kinds wraps it. */
export function plainAddress(address: string): string {
  return address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, '');
}
