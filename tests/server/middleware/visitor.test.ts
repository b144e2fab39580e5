import { describe, expect, it } from 'vitest';
import { visitorOf } from '../../../server/middleware/visitor.ts';
import { createTestApp, TEST_NAME, TEST_ORIGIN, TEST_PASSPHRASE } from '../../fixtures/test-app.ts';

/** What the server would think of a request from this socket with this header. */
function addressOf(peer: string, forwarded?: string, proxies: string[] = []): string {
  const env = { incoming: { socket: { remoteAddress: peer, remotePort: 1, remoteFamily: 'IPv4' } } };
  const headers = new Headers(forwarded === undefined ? {} : { 'x-forwarded-for': forwarded });
  const c = { env, req: { header: (name: string) => headers.get(name) ?? undefined } };
  return visitorOf(c as unknown as Parameters<typeof visitorOf>[0], proxies).address;
}

describe('the address of a client', () => {
  it('is that of the socket: what a request says of itself is not believed', () => {
    expect(addressOf('192.0.2.7', '203.0.113.9')).toBe('192.0.2.7');
    expect(addressOf('::ffff:192.0.2.7', '203.0.113.9')).toBe('192.0.2.7');
  });

  it('is what a proxy of ours has written last, not what the client wrote before', () => {
    const proxies = ['127.0.0.1', '10.0.0.2'];
    expect(addressOf('127.0.0.1', '6.6.6.6, 203.0.113.9', proxies)).toBe('203.0.113.9');
    expect(addressOf('127.0.0.1', '6.6.6.6, 203.0.113.9, 10.0.0.2', proxies)).toBe('203.0.113.9');
    expect(addressOf('192.0.2.7', '203.0.113.9', proxies)).toBe('192.0.2.7');
    expect(addressOf('127.0.0.1', undefined, proxies)).toBe('127.0.0.1');
    expect(addressOf('127.0.0.1', ', ,', proxies)).toBe('127.0.0.1');
  });

  it('of IPv6 is the /64, however it is written', () => {
    const block = '2001:db8:0:1';
    for (const peer of ['2001:db8:0:1:2:3:4:5', '2001:db8:0:1::9', '2001:0DB8:0000:0001::1'])
      expect(addressOf(peer)).toBe(block);
    expect(addressOf('2001:db8::1:2:3:4:5')).toBe(block);
    expect(addressOf('::1')).toBe('0:0:0:0');
  });
});

describe('two places', () => {
  it('do not hold each other up: guesses from one do not keep a person at the other out', async () => {
    const test = await createTestApp();
    await test.signIn();
    const from = (remoteAddress: string, passphrase: string, cookie = '') =>
      test.app.request(
        `${TEST_ORIGIN}/api/session`,
        {
          method: 'POST',
          headers: { Origin: TEST_ORIGIN, 'Content-Type': 'application/json', Cookie: cookie },
          body: JSON.stringify({ name: TEST_NAME, passphrase }),
        },
        { incoming: { socket: { remoteAddress, remotePort: 1, remoteFamily: 'IPv4' } } },
      );
    const known = await from('192.0.2.7', TEST_PASSPHRASE);
    const device = known.headers.getSetCookie().find((cookie) => cookie.includes('device')) ?? '';
    expect(device).toMatch(/HttpOnly/);

    const guesses = await Promise.all(
      Array.from({ length: 1000 }, () => from('192.0.2.7', 'a wrong guess of somebody')),
    );
    const statuses = guesses.map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(995);

    // The guesser waits, whatever comes next from there; the person gets in from elsewhere, or with a browser known before.
    expect((await from('192.0.2.7', TEST_PASSPHRASE)).status).toBe(429);
    expect((await from('198.51.100.1', TEST_PASSPHRASE)).status).toBe(200);
    expect((await from('192.0.2.7', TEST_PASSPHRASE, device.split(';')[0])).status).toBe(200);
    await test.close();
  });
});
