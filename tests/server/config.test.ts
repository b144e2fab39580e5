import { describe, expect, it } from 'vitest';
import { addressOf, ConfigError, isExposed, isLoopback, readConfig } from '../../server/config.ts';

describe('readConfig', () => {
  it('starts on this machine alone, at 4310, with data/local of the checkout', () => {
    expect(readConfig({}, '/checkout')).toEqual({
      port: 4310,
      host: '127.0.0.1',
      dataFolder: '/checkout/data/local',
      proxies: [],
      tls: null,
      provider: null,
    });
  });

  it('takes what is set', () => {
    const env = { PORT: '8080', HOST: '::1', CG_DATA: '/var/data' };
    expect(readConfig(env, '/checkout')).toMatchObject({ port: 8080, host: '::1', dataFolder: '/var/data' });
    expect(readConfig({ CG_DATA: 'elsewhere' }, '/checkout').dataFolder).toBe('/checkout/elsewhere');
  });

  it('takes a certificate with its key, and the proxies that are believed', () => {
    const env = { TLS_CERT: 'own.pem', TLS_KEY: '/etc/own.key', TRUST_PROXY: '127.0.0.1, ::1,' };
    expect(readConfig(env, '/checkout')).toMatchObject({
      tls: { certFile: '/checkout/own.pem', keyFile: '/etc/own.key' },
      proxies: ['127.0.0.1', '::1'],
    });
  });

  it('takes the provider of an organisation, over https or on this machine', () => {
    const env = { OIDC_ISSUER: 'https://id.example.org/realm', OIDC_CLIENT_ID: 'cg' };
    expect(readConfig(env, '/').provider).toEqual({
      issuer: 'https://id.example.org/realm',
      clientId: 'cg',
      clientSecret: null,
      name: 'id.example.org',
    });
    const more = { ...env, OIDC_CLIENT_SECRET: 's', OIDC_NAME: 'City', OIDC_ISSUER: 'http://127.0.0.1:9000' };
    expect(readConfig(more, '/').provider).toMatchObject({ clientSecret: 's', name: 'City' });
    expect(() => readConfig({ OIDC_ISSUER: 'https://id.example.org' }, '/')).toThrow(
      /^OIDC_CLIENT_ID cannot/,
    );
    expect(() => readConfig({ OIDC_CLIENT_ID: 'cg' }, '/')).toThrow(/^OIDC_ISSUER cannot/);
  });

  it('does not serve plain http when one half of the certificate is forgotten', () => {
    expect(() => readConfig({ TLS_CERT: 'own.pem' }, '/')).toThrow(/^TLS_KEY cannot be used/);
    expect(() => readConfig({ TLS_KEY: 'own.key' }, '/')).toThrow(/^TLS_CERT cannot be used/);
  });

  it.each([
    ['TRUST_PROXY', '*'],
    ['TRUST_PROXY', 'proxy.example'],
    ['TRUST_PROXY', '10.0.0.0/8'],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '43.1'],
    ['PORT', '0x10'],
    ['PORT', '-1'],
    ['PORT', 'http'],
    ['HOST', 'http://here'],
    ['HOST', 'a b'],
    ['HOST', '-x'],
    ['CG_DATA', ' '],
    ['OIDC_ISSUER', 'http://id.example.org'],
    ['OIDC_ISSUER', 'https://me:word@id.example.org'],
    ['OIDC_ISSUER', 'id.example.org'],
    ['OIDC_ISSUER', 'file:///etc/passwd'],
    ['CG_DATA', 'a\0b'],
  ])('stops at %s=%j with its name and what is allowed', (name, value) => {
    const read = () => readConfig({ [name]: value }, '/checkout');
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(new RegExp(`^${name} cannot be used: it must be `));
  });
});

describe('isLoopback', () => {
  it('tells this machine from others', () => {
    for (const host of ['localhost', '127.0.0.1', '127.8.9.1', '::1']) expect(isLoopback(host)).toBe(true);
    for (const host of ['0.0.0.0', '127.0.0.1.example', 'example', '10.0.0.1'])
      expect(isLoopback(host)).toBe(false);
  });
});

describe('isExposed', () => {
  const own = { host: '127.0.0.1', tls: null, proxies: [] };
  it('is a server of plain http for others than this machine', () => {
    expect(isExposed(own)).toBe(false);
    expect(isExposed({ ...own, host: '0.0.0.0' })).toBe(true);
    expect(isExposed({ ...own, host: '10.0.0.7' })).toBe(true);
    expect(isExposed({ ...own, host: '10.0.0.7', tls: { certFile: 'a', keyFile: 'b' } })).toBe(false);
    expect(isExposed({ ...own, host: '10.0.0.7', proxies: ['10.0.0.1'] })).toBe(false);
  });
});

describe('addressOf', () => {
  it('gives an address a browser takes', () => {
    expect(addressOf({ host: '127.0.0.1', port: 1, tls: null })).toBe('http://127.0.0.1:1');
    expect(addressOf({ host: '::1', port: 1, tls: null })).toBe('http://[::1]:1');
    expect(addressOf({ host: '0.0.0.0', port: 1, tls: null })).toBe('http://localhost:1');
    const tls = { certFile: 'a', keyFile: 'b' };
    expect(addressOf({ host: 'district.example', port: 443, tls })).toBe('https://district.example:443');
  });
});
