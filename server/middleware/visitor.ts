import type { Context } from 'hono';
import { browserKind } from '../auth/browser-kind.ts';
import type { Visitor } from '../auth/signed-in.ts';
import type { AppEnv } from '../deps.ts';
import { peerOf, plainAddress } from './peer.ts';

/** Who knocks. `proxies`: addresses of proxies whose word about the client is believed. */
export function visitorOf(c: Context<AppEnv>, proxies: readonly string[]): Visitor {
  return {
    address: blockOf(clientOf(c, proxies)),
    browser: browserKind(c.req.header('user-agent')),
    cookies: c.req.header('cookie') ?? null,
  };
}

/**
 * The address of the client. Anybody can write X-Forwarded-For: it is read from its end, where the proxies of ours have
 * written, up to the first address that is none of them.
 */
function clientOf(c: Context<AppEnv>, proxies: readonly string[]): string {
  const peer = peerOf(c);
  if (!proxies.includes(peer)) return peer;
  const said = (c.req.header('x-forwarded-for') ?? '')
    .split(',')
    .map((part) => plainAddress(part.trim()).slice(0, 64));
  return said.findLast((address) => address !== '' && !proxies.includes(address)) ?? peer;
}

/** Of IPv6 the /64, which one household or machine owns whole. */
function blockOf(address: string): string {
  if (!address.includes(':')) return address.slice(0, 64);
  const [head = '', tail] = address.toLowerCase().split('::');
  const parts = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - parts.length - after.length);
  const all = [...parts, ...Array.from({ length: zeros }, () => '0'), ...after];
  return all
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join(':');
}
