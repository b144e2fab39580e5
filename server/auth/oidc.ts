import { createHash, randomBytes } from 'node:crypto';
import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientError,
  ClientSecretBasic,
  ClientSecretPost,
  Configuration,
  clockSkew,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  type IDToken,
  None,
  ResponseBodyError,
  type ServerMetadata,
} from 'openid-client';
import type { Clock } from '../clock.ts';
import type { ProviderSettings } from '../config.ts';
import { AppError } from '../errors.ts';
import { boundedFetch } from './bounded-fetch.ts';

/** What the answer has to fit: kept here, told to nobody. */
export interface Expected {
  state: string;
  nonce: string;
  verifier: string;
  redirectUri: string;
}

/** How a provider calls somebody. Nothing else of what it says is looked at: no e-mail, no name, no groups. */
export interface Identity {
  issuer: string;
  subject: string;
}

/** OpenID Connect: authorization code with PKCE, state and nonce. */
export interface Oidc {
  /** Where the browser is sent. */
  start(redirectUri: string): Promise<{ address: string; expected: Expected }>;
  /** Who it was, by what the browser brought back; throws unless all of it fits. */
  finish(query: string, expected: Expected): Promise<Identity>;
}

const KNOWN_FOR_MS = 60 * 60_000;
/** A crowd at the door does not ask a silent provider again and again. */
const SILENT_FOR_MS = 5000;
/** So far the clock of the provider may be from ours. */
const CLOCKS_APART_S = 10 * 60;

/**
 * Nothing is asked of the provider before somebody wants to sign in by it, so that the server starts without it; what could
 * not be asked is asked again.
 */
export function createOidc(settings: ProviderSettings, clock: Clock, ask = boundedFetch): Oidc {
  const seconds = () => Math.round(clock.now().getTime() / 1000);
  let known: { metadata: ServerMetadata; at: number } | null = null;
  let silentSince: number | null = null;

  const within = (since: number, ms: number) => {
    const age = clock.now().getTime() - since;
    // Less than nothing: the clock was set back.
    return age >= 0 && age < ms;
  };

  async function metadata(): Promise<ServerMetadata> {
    if (known && within(known.at, KNOWN_FOR_MS)) return known.metadata;
    if (silentSince !== null && within(silentSince, SILENT_FOR_MS)) throw unreachable(settings);
    try {
      const found = await describedBy(settings, ask);
      silentSince = null;
      known = { metadata: found, at: clock.now().getTime() };
      return found;
    } catch (error) {
      silentSince = clock.now().getTime();
      throw wordsFor(error, settings);
    }
  }

  /** Made anew for each use, with our clock: the library would take that of the machine. */
  async function configuration(): Promise<Configuration> {
    const server = await metadata();
    const skew = seconds() - Math.round(Date.now() / 1000);
    const made = new Configuration(
      server,
      settings.clientId,
      { [clockSkew]: skew },
      proofOf(settings, server),
    );
    made[customFetch] = ask;
    if (isPlain(settings.issuer)) allowInsecureRequests(made);
    enableNonRepudiationChecks(made);
    return made;
  }

  return {
    async start(redirectUri) {
      const config = await configuration();
      const expected = { state: random(), nonce: random(), verifier: random(), redirectUri };
      const address = buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: 'openid',
        state: expected.state,
        nonce: expected.nonce,
        code_challenge: createHash('sha256').update(expected.verifier).digest('base64url'),
        code_challenge_method: 'S256',
      });
      return { address: address.href, expected };
    },
    async finish(query, { state, nonce, verifier, redirectUri }) {
      const config = await configuration();
      const came = new URL(`${redirectUri}?${query}`);
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier };
      const claims = await authorizationCodeGrant(config, came, checks)
        .then((tokens) => tokens.claims())
        .catch((error: unknown) => {
          throw wordsFor(error, settings);
        });
      return identityOf(claims, seconds());
    },
  };
}

async function describedBy({ issuer, clientId }: ProviderSettings, ask: typeof boundedFetch) {
  const execute = isPlain(issuer) ? [allowInsecureRequests] : [];
  const found = await discovery(new URL(issuer), clientId, undefined, undefined, {
    execute,
    [customFetch]: ask,
  });
  const server = found.serverMetadata();
  // The library lets some providers call themselves otherwise.
  if (new URL(server.issuer).href !== new URL(issuer).href) throw notBelieved();
  return server;
}

/** As the provider takes it; Basic is what it takes when it does not say. */
function proofOf({ clientSecret }: ProviderSettings, server: ServerMetadata) {
  if (clientSecret === null) return None();
  const taken = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  return taken.includes('client_secret_basic')
    ? ClientSecretBasic(clientSecret)
    : ClientSecretPost(clientSecret);
}

function identityOf(claims: IDToken | undefined, now: number): Identity {
  if (!claims) throw notBelieved();
  if (Math.abs(claims.iat - now) > CLOCKS_APART_S) throw clocksApart();
  if (claims.sub === '' || claims.sub.length > 255) throw notBelieved();
  return { issuer: claims.iss, subject: claims.sub };
}

/** Only to this machine itself, which the settings make sure of. */
const isPlain = (issuer: string) => new URL(issuer).protocol === 'http:';

const random = () => randomBytes(32).toString('base64url');

function wordsFor(error: unknown, settings: ProviderSettings): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof AuthorizationResponseError) return cancelled();
  // It answered, and does not take the code (used before, or too late) or the secret of this server.
  if (error instanceof ResponseBodyError) return notBelieved();
  const code = error instanceof ClientError ? error.code : undefined;
  if (code === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED') return clocksApart();
  if (code === undefined || UNREACHED.has(code)) return unreachable(settings);
  return notBelieved();
}

/** No answer, or not that of a provider. */
const UNREACHED = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
]);

const unreachable = ({ name }: ProviderSettings) =>
  new AppError(
    503,
    'provider_unreachable',
    `The sign-in of ${name} cannot be reached from this server just now. Sign in with your passphrase, or try again later.`,
  );
const cancelled = () =>
  new AppError(
    401,
    'provider_refused',
    'The provider did not sign you in. Try again, or use your passphrase.',
  );
const notBelieved = () =>
  new AppError(
    401,
    'provider_not_believed',
    'What came back from the provider does not fit what was asked of it, so nobody was signed in. Begin again.',
  );
const clocksApart = () =>
  new AppError(
    401,
    'clocks_apart',
    'The clock of this server and that of the provider are too far apart, so nobody was signed in. Use your passphrase, and have the clock put right.',
  );
