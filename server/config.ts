import { isIP } from 'node:net';
import { isAbsolute, join, resolve } from 'node:path';

/** What an operator may set, read once at the start. */
export interface Config {
  port: number;
  host: string;
  /** Folder of the database, the secret and the base maps. */
  dataFolder: string;
  /** Addresses of proxies in front, whose word about the client's address and about https is believed. */
  proxies: readonly string[];
  /** Files of the certificate (with its chain) and of its key; null: plain http. */
  tls: { certFile: string; keyFile: string } | null;
  /** The sign-in of an organisation (OpenID Connect); null: none, and nothing is ever asked elsewhere. */
  provider: ProviderSettings | null;
}

/** The sign-in of an organisation, as the operator has set it. */
export interface ProviderSettings {
  issuer: string;
  clientId: string;
  /** Null: the provider knows this server as a public client. */
  clientSecret: string | null;
  /** What people call it. */
  name: string;
}

/** A setting that cannot be used: the sentence names it and says what is allowed. */
export class ConfigError extends Error {
  readonly setting: string;

  constructor(setting: string, allowed: string) {
    super(`${setting} cannot be used: it must be ${allowed}.`);
    this.name = 'ConfigError';
    this.setting = setting;
  }
}

const HOST_NAME = /^(?=.{1,253}$)[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i;

/** Pure: the same environment gives the same settings. Relative folders start at `root`. */
export function readConfig(env: Readonly<Record<string, string | undefined>>, root: string): Config {
  return {
    port: readPort(env.PORT),
    host: readHost(env.HOST),
    dataFolder: readFolder(env.CG_DATA, root),
    proxies: readProxies(env.TRUST_PROXY),
    tls: readTls(env.TLS_CERT, env.TLS_KEY, root),
    provider: readProvider(env),
  };
}

function readPort(text: string | undefined): number {
  if (text === undefined || text === '') return 4310;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65535)
    throw new ConfigError('PORT', 'a whole number from 1 to 65535, for example PORT=4311');
  return port;
}

function readHost(text: string | undefined): string {
  if (text === undefined || text === '') return '127.0.0.1';
  if (!HOST_NAME.test(text) && isIP(text) !== 6)
    throw new ConfigError('HOST', 'a host name or an IP address, for example HOST=127.0.0.1');
  return text;
}

function readFolder(text: string | undefined, root: string): string {
  if (text === undefined) return join(root, 'data', 'local');
  if (text.trim() === '' || text.includes('\0'))
    throw new ConfigError('CG_DATA', 'the path of a folder, for example CG_DATA=data/local');
  return isAbsolute(text) ? text : join(root, text);
}

function readProxies(text: string | undefined): string[] {
  const given = (text ?? '').split(',').flatMap((part) => part.trim().toLowerCase() || []);
  if (given.some((address) => isIP(address) === 0))
    throw new ConfigError(
      'TRUST_PROXY',
      'IP addresses divided by commas, for example TRUST_PROXY=127.0.0.1,::1',
    );
  return given;
}

function readTls(cert: string | undefined, key: string | undefined, root: string): Config['tls'] {
  if (!cert && !key) return null;
  const missing = cert ? 'TLS_KEY' : 'TLS_CERT';
  if (!cert || !key)
    throw new ConfigError(missing, 'the path of a PEM file, given together with TLS_CERT or TLS_KEY');
  return { certFile: resolve(root, cert), keyFile: resolve(root, key) };
}

function readProvider(env: Readonly<Record<string, string | undefined>>): ProviderSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: secret, OIDC_NAME: name } = env;
  if (!issuer && !clientId && !secret && !name) return null;
  if (!issuer || !isIssuer(issuer))
    throw new ConfigError('OIDC_ISSUER', 'the https address of the provider, as in https://id.example.org');
  if (!clientId)
    throw new ConfigError('OIDC_CLIENT_ID', 'what the provider calls this server, given with OIDC_ISSUER');
  if (name !== undefined && name.length > 60)
    throw new ConfigError('OIDC_NAME', 'at most 60 characters, as in OIDC_NAME="City of Northport"');
  return { issuer, clientId, clientSecret: secret || null, name: name || new URL(issuer).host };
}

/** Whether an issuer may be asked: over https, or on this machine. */
function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(text);
  if (username !== '' || password !== '' || search !== '' || hash !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname.replace(/^\[|\]$/g, '')));
}

/** Whether only this machine can reach the server. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d+){3}$/.test(host);
}

/**
 * Whether passphrases and incidents cross a network in the clear. A proxy whose word is believed may speak https; each
 * request tells.
 */
export function isExposed({ host, tls, proxies }: Pick<Config, 'host' | 'tls' | 'proxies'>): boolean {
  return tls === null && proxies.length === 0 && !isLoopback(host);
}

/** The address a person types, with an IPv6 host in brackets. */
export function addressOf(config: Pick<Config, 'host' | 'port' | 'tls'>): string {
  const everywhere = config.host === '0.0.0.0' || config.host === '::';
  const host = everywhere ? 'localhost' : config.host;
  return `${config.tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${config.port}`;
}
