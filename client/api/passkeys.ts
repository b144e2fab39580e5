import { ApiError } from './client.ts';

type Options = Record<string, unknown>;

/** Why no passkey can be made or used at this address; null when it can. */
export type PasskeyObstacle = 'address' | 'browser' | null;

export function passkeyObstacle(): PasskeyObstacle {
  const { hostname } = window.location;
  const isNumber = /^[\d.]+$/.test(hostname) || hostname.startsWith('[');
  if (isNumber || !window.isSecureContext) return 'address';
  const able = 'PublicKeyCredential' in window && 'parseCreationOptionsFromJSON' in PublicKeyCredential;
  return able ? null : 'browser';
}

/** Asks the browser to make a key; gives what the server keeps of it. */
export async function makePasskey(options: Options) {
  // The library of the server wrote them, and the browser reads them strictly.
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
    options as unknown as PublicKeyCredentialCreationOptionsJSON,
  );
  const made = await navigator.credentials.create({ publicKey }).catch(refused);
  return jsonOf<RegistrationResponseJSON>(made, ['clientDataJSON', 'attestationObject', 'transports']);
}

/** Asks the browser to sign with a key it has. */
export async function signWithPasskey(options: Options) {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
    options as unknown as PublicKeyCredentialRequestOptionsJSON,
  );
  const used = await navigator.credentials.get({ publicKey }).catch(refused);
  return jsonOf<AuthenticationResponseJSON>(used, [
    'clientDataJSON',
    'authenticatorData',
    'signature',
    'userHandle',
  ]);
}

/** What the server takes; browsers say more about a key than it wants to know. */
function jsonOf<T extends RegistrationResponseJSON | AuthenticationResponseJSON>(
  credential: Credential | null,
  fields: readonly string[],
) {
  if (!(credential instanceof PublicKeyCredential)) return refused();
  const { id, rawId, response } = credential.toJSON() as T;
  const kept = Object.entries(response).filter(([field]) => fields.includes(field));
  return {
    id,
    rawId,
    type: 'public-key' as const,
    clientExtensionResults: {},
    response: Object.fromEntries(kept) as unknown as T['response'],
  };
}

/** Whoever closes the window of the browser has decided not to. */
function refused(): never {
  throw new ApiError(0, {
    code: 'passkey_refused',
    detail: 'The browser made nothing of it: it was cancelled, or there is no such passkey here. Try again.',
  });
}
