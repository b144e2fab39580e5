import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';
import { type Config, isExposed, isLoopback } from './config.ts';

/** Who reaches this server: only this machine; whoever is in its networks; or whoever knows the proxy in front. */
export const REACHES = ['this_machine', 'network', 'proxy'] as const;
export type ReachOfServer = (typeof REACHES)[number];

export interface WaysIn {
  reach: ReachOfServer;
  inTheClear: boolean;
  addresses: { network: string; url: string }[];
}

const MOST_ADDRESSES = 20;

/** The addresses a telephone can type, as this machine is started and in the networks it is in. */
export function waysIn(
  config: Pick<Config, 'host' | 'port' | 'tls' | 'proxies'>,
  interfaces: NodeJS.Dict<NetworkInterfaceInfo[]> = networkInterfaces(),
): WaysIn {
  const inTheClear = isExposed(config);
  if (isLoopback(config.host))
    return { reach: config.proxies.length > 0 ? 'proxy' : 'this_machine', inTheClear, addresses: [] };
  const scheme = config.tls === null ? 'http' : 'https';
  const found = isEverywhere(config.host) ? outside(interfaces) : [{ network: '', address: config.host }];
  return {
    reach: 'network',
    inTheClear,
    addresses: found.slice(0, MOST_ADDRESSES).map(({ network, address }) => ({
      network,
      url: `${scheme}://${address.includes(':') ? `[${address}]` : address}:${config.port}/join`,
    })),
  };
}

const isEverywhere = (host: string) => host === '0.0.0.0' || host === '::';

/** The short ones first: they may have to be typed. Addresses that hold on one cable alone are left out. */
function outside(interfaces: NodeJS.Dict<NetworkInterfaceInfo[]>) {
  const all = Object.entries(interfaces).flatMap(([network, infos]) =>
    (infos ?? [])
      .filter(({ internal }) => !internal)
      .map(({ address, family }) => ({ network, address, family })),
  );
  const isOnOneCable = (address: string) => /^fe80:/i.test(address) || address.startsWith('169.254.');
  return all
    .filter(({ address }) => !isOnOneCable(address))
    .sort((a, b) => a.family.localeCompare(b.family) || a.network.localeCompare(b.network));
}
