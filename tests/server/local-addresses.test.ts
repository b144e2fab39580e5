import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { waysIn } from '../../server/local-addresses.ts';

const info = (address: string, internal = false): NetworkInterfaceInfo => ({
  address,
  internal,
  netmask: '',
  mac: '',
  cidr: null,
  ...(address.includes(':') ? { family: 'IPv6', scopeid: 0 } : { family: 'IPv4' }),
});
const CARDS = {
  lo: [info('127.0.0.1', true), info('::1', true)],
  wlan0: [info('192.168.4.1'), info('fe80::1'), info('fd00::2')],
  eth0: [info('169.254.3.4'), info('10.0.0.7')],
};
const config = { host: '0.0.0.0', port: 4310, tls: null, proxies: [] };

describe('the ways telephones come in', () => {
  it('are the addresses in the networks of this machine, the ones that can be typed first', () => {
    expect(waysIn(config, CARDS)).toEqual({
      reach: 'network',
      inTheClear: true,
      addresses: [
        { network: 'eth0', url: 'http://10.0.0.7:4310/join' },
        { network: 'wlan0', url: 'http://192.168.4.1:4310/join' },
        { network: 'wlan0', url: 'http://[fd00::2]:4310/join' },
      ],
    });
  });

  it('are none when it serves itself alone', () => {
    expect(waysIn({ ...config, host: '127.0.0.1' }, CARDS)).toEqual({
      reach: 'this_machine',
      inTheClear: false,
      addresses: [],
    });
  });

  it('are those of the proxy when there is one', () => {
    expect(waysIn({ ...config, host: '127.0.0.1', proxies: ['127.0.0.1'] }, CARDS).reach).toBe('proxy');
  });

  it('are the one address it was started at, encrypted where it is', () => {
    const tls = { certFile: 'a', keyFile: 'b' };
    expect(waysIn({ ...config, host: 'meeting.local', tls }, CARDS)).toEqual({
      reach: 'network',
      inTheClear: false,
      addresses: [{ network: '', url: 'https://meeting.local:4310/join' }],
    });
  });
});
