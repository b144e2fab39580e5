import type { Clock } from '../clock.ts';
import { AppError, Conflict, Unusable } from '../errors.ts';
import type { FieldSeal } from '../field-key.ts';
import type { Act } from '../store/ports.ts';
import type { FactorStore, FactorsHeld } from '../store/second-factors.ts';
import { hashOfRecoveryCode, newRecoveryCodes } from './recovery-codes.ts';
import { base32, newTotpSecret, stepOfCode, totpAddress } from './totp.ts';

/** What a person types beside the passphrase: the code of the app, or one of the recovery codes. */
export type TypedProof = { code: string } | { recoveryCode: string };

export interface SecondFactor {
  held(userId: string): Promise<FactorsHeld>;
  /** Begins with an app: gives what it is told, as text to type and as the text of a code to be photographed. */
  begin(person: { id: string; name: string }, workspace: string): Promise<{ key: string; address: string }>;
  /** The first code of the app switches it on. Gives recovery codes, once, to whoever had none. */
  confirm(userId: string, code: string): Promise<{ recoveryCodes: string[] | null }>;
  /** Throws unless the proof is right; each is good for one time. */
  prove(userId: string, proof: TypedProof): Promise<void>;
  switchOff(userId: string): Promise<void>;
  /** The codes of before open nothing any more. */
  renewRecoveryCodes(userId: string): Promise<string[]>;
}

export function createSecondFactor(factors: FactorStore, seal: FieldSeal, clock: Clock): SecondFactor {
  const actOf = (userId: string): Act => ({ actor: userId, at: clock.now().toISOString() });

  async function secretOf(userId: string): Promise<{ secret: Buffer; confirmed: boolean } | null> {
    const kept = await factors.totp(userId);
    if (!kept) return null;
    const text = seal.open(kept.secret, userId);
    if (text === null) throw new Unusable('app_lost', APP_LOST);
    return { secret: Buffer.from(text, 'base64url'), confirmed: kept.confirmed };
  }

  async function proveByCode(userId: string, code: string): Promise<void> {
    const kept = await secretOf(userId);
    const step = kept?.confirmed ? stepOfCode(kept.secret, code, clock.now()) : null;
    if (step === null) throw wrongCode();
    if (!(await factors.spendStep(userId, step))) throw new AppError(401, 'code_used', CODE_USED);
  }

  return {
    held: (userId) => factors.held(userId),
    async begin({ id, name }, workspace) {
      const secret = newTotpSecret();
      await factors.beginTotp(id, seal.seal(secret.toString('base64url'), id), clock.now().toISOString());
      return { key: base32(secret), address: totpAddress(secret, name, workspace) };
    },
    async confirm(userId, code) {
      const kept = await secretOf(userId);
      if (!kept) throw new Conflict('not_begun', 'Begin with the app first: nothing waits to be confirmed.');
      const step = stepOfCode(kept.secret, code, clock.now());
      if (step === null) throw new Unusable('wrong_code', WRONG_FIRST_CODE);
      const recoveryCodes = (await factors.held(userId)).recoveryCodes > 0 ? null : newRecoveryCodes();
      const hashes = recoveryCodes?.map((each) => hashOfRecoveryCode(each, userId)) ?? null;
      if (!(await factors.confirmTotp(userId, step, hashes, actOf(userId))))
        throw new Unusable('code_used', CODE_USED);
      return { recoveryCodes };
    },
    async prove(userId, proof) {
      if ('code' in proof) return proveByCode(userId, proof.code);
      const hash = hashOfRecoveryCode(proof.recoveryCode, userId);
      if (!(await factors.spendRecoveryCode(userId, hash, actOf(userId))))
        throw new AppError(401, 'wrong_code', 'This recovery code is wrong or was used already.');
    },
    switchOff: (userId) => factors.removeTotp(userId, actOf(userId)),
    async renewRecoveryCodes(userId) {
      const { totpSince, passkeys } = await factors.held(userId);
      if (totpSince === null && passkeys === 0)
        throw new Conflict(
          'no_second_factor',
          'Recovery codes stand in for an app or a passkey: set up one first.',
        );
      const codes = newRecoveryCodes();
      const hashes = codes.map((each) => hashOfRecoveryCode(each, userId));
      await factors.replaceRecoveryCodes(userId, hashes, actOf(userId));
      return codes;
    },
  };
}

const APP_LOST =
  'The codes of your app cannot be checked on this machine any more: its key is missing. Use a recovery code or a passkey, or ask an administrator to reset your sign-in.';
const CODE_USED = 'This code was used already: wait until the app shows the next one.';
const WRONG_FIRST_CODE =
  'This is not the code the app shows now. If it stays wrong, the clock of this machine or of the phone is off.';

const wrongCode = () =>
  new AppError(401, 'wrong_code', 'The code is wrong or too old: type the one the app shows now.');
