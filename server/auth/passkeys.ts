import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { decodeAttestationObject } from '@simplewebauthn/server/helpers';
import type { Clock } from '../clock.ts';
import { AppError, Conflict, Unusable } from '../errors.ts';
import type { FactorStore, Passkey } from '../store/second-factors.ts';
import { hashOfRecoveryCode, newRecoveryCodes } from './recovery-codes.ts';

type Creation = Awaited<ReturnType<typeof generateRegistrationOptions>>;
type Request = Awaited<ReturnType<typeof generateAuthenticationOptions>>;
export type MadePasskey = Parameters<typeof verifyRegistrationResponse>[0]['response'];
export type UsedPasskey = Parameters<typeof verifyAuthenticationResponse>[0]['response'];

/** Passkeys: a key in the phone, the computer or on a stick that proves who one is, as the second step. */
export interface Passkeys {
  of(userId: string): Promise<Passkey[]>;
  /** What the browser is told to make a key with. `origin`: the address of the page. */
  begin(person: { id: string; name: string }, origin: string): Promise<Creation>;
  /** Keeps the key. Gives recovery codes, once, to whoever had none. */
  add(
    userId: string,
    name: string,
    made: MadePasskey,
    origin: string,
  ): Promise<{ recoveryCodes: string[] | null }>;
  /** False when this person has no such passkey. */
  remove(userId: string, id: string): Promise<boolean>;
  /** What the browser is told to sign with one of the keys of this person. */
  ask(userId: string, origin: string): Promise<Request>;
  /** Throws unless one of the keys of this person has signed the challenge. */
  prove(userId: string, used: UsedPasskey, challenge: string, origin: string): Promise<void>;
}

const MINUTES = 10;
const MOST_WAITING = 1000;

export function createPasskeys(factors: FactorStore, clock: Clock): Passkeys {
  const begun = new Map<string, { challenge: string; at: number }>();
  const now = () => clock.now().toISOString();

  function takeChallenge(userId: string): string {
    const waiting = begun.get(userId);
    begun.delete(userId);
    if (!waiting || Math.abs(clock.now().getTime() - waiting.at) > MINUTES * 60_000)
      throw new Conflict('not_begun', 'That took too long: begin again with the passkey.');
    return waiting.challenge;
  }

  return {
    of: (userId) => factors.passkeys(userId),
    async begin({ id, name }, origin) {
      const known = await factors.passkeys(id);
      const options = await generateRegistrationOptions({
        rpName: 'Common Ground',
        rpID: hostOf(origin),
        userName: name,
        userDisplayName: name,
        userID: new TextEncoder().encode(id),
        attestationType: 'none',
        excludeCredentials: known.map((passkey) => ({ id: passkey.id })),
        authenticatorSelection: { residentKey: 'discouraged', userVerification: 'preferred' },
      });
      if (begun.size >= MOST_WAITING) begun.clear();
      begun.set(id, { challenge: options.challenge, at: clock.now().getTime() });
      return options;
    },
    async add(userId, name, made, origin) {
      const expectedChallenge = takeChallenge(userId);
      refuseCertificates(made);
      const { registrationInfo } = await verifyRegistrationResponse({
        response: made,
        expectedChallenge,
        expectedOrigin: origin,
        expectedRPID: hostOf(origin),
        requireUserVerification: false,
      }).catch(() => ({ registrationInfo: undefined }));
      if (!registrationInfo) throw new Unusable('passkey_refused', NOT_PROVEN);
      const { id, publicKey, counter } = registrationInfo.credential;
      if (await factors.passkey(id)) throw new Conflict('already_there', 'This passkey is set up already.');
      const { recoveryCodes: left } = await factors.held(userId);
      const recoveryCodes = left > 0 ? null : newRecoveryCodes();
      const passkey: Passkey = {
        id,
        userId,
        name,
        host: hostOf(origin),
        publicKey: Buffer.from(publicKey).toString('base64url'),
        counter,
        transports: made.response.transports ?? [],
        createdAt: now(),
        lastUsedAt: null,
      };
      const hashes = recoveryCodes?.map((code) => hashOfRecoveryCode(code, userId)) ?? null;
      await factors.addPasskey(passkey, hashes, { actor: userId, at: now() });
      return { recoveryCodes };
    },
    remove: (userId, id) => factors.removePasskey(userId, id, { actor: userId, at: now() }),
    async ask(userId, origin) {
      const rpID = hostOf(origin);
      const here = (await factors.passkeys(userId)).filter(({ host }) => host === rpID);
      if (here.length === 0) throw new Unusable('passkey_elsewhere', ELSEWHERE);
      const allowCredentials = here.map(({ id, transports }) => ({ id, transports }));
      return generateAuthenticationOptions({ rpID, allowCredentials, userVerification: 'preferred' });
    },
    async prove(userId, used, challenge, origin) {
      const passkey = await factors.passkey(used.id);
      if (!passkey || passkey.userId !== userId) throw notProven();
      const { id, publicKey, counter } = passkey;
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response: used,
        expectedChallenge: challenge,
        expectedOrigin: origin,
        expectedRPID: passkey.host,
        credential: { id, publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')), counter },
        requireUserVerification: false,
      }).catch(() => ({ verified: false, authenticationInfo: undefined }));
      if (!verified || !authenticationInfo) throw notProven();
      await factors.notePasskeyUse(id, authenticationInfo.newCounter, now());
    },
  };
}

/** The name passkeys are made for. Browsers make none for a bare number, nor over plain http but on this machine. */
function hostOf(origin: string): string {
  if (!URL.canParse(origin)) throw new Unusable('no_passkeys_here', NOT_HERE);
  const { protocol, hostname } = new URL(origin);
  // As a URL writes them: IPv4 in digits and dots, IPv6 in brackets.
  const named = !/^(?:[\d.]+|\[.*\])$/.test(hostname);
  if (!named || (protocol !== 'https:' && hostname !== 'localhost'))
    throw new Unusable('no_passkeys_here', NOT_HERE);
  return hostname;
}

/**
 * A maker's certificate is not asked for, and one that comes all the same is not looked at: the library would ask an
 * address that stands in it whether it was withdrawn.
 */
function refuseCertificates({ response }: MadePasskey): void {
  if (!isWithoutCertificate(response.attestationObject)) throw new Unusable('passkey_refused', NOT_PROVEN);
}

function isWithoutCertificate(attestation: string): boolean {
  try {
    const object = decodeAttestationObject(new Uint8Array(Buffer.from(attestation, 'base64url')));
    const format = object.get('fmt');
    return format === 'none' || (format === 'packed' && object.get('attStmt').get('x5c') === undefined);
  } catch {
    return false;
  }
}

const NOT_HERE =
  'Passkeys work only where the workbench is reached by a name over https, or as http://localhost on this machine: not by a number such as 127.0.0.1. Use an app with codes instead.';
const ELSEWHERE =
  'Your passkeys were made for another address of the workbench. Open it there, or use an app or a recovery code.';

const NOT_PROVEN = 'The passkey did not prove who you are. Try again, or use another way.';

const notProven = () => new AppError(401, 'passkey_refused', NOT_PROVEN);
