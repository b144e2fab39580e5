import { AppError } from '../errors.ts';

/** So long a proof of who one is stands for what opens doors to others. */
const MINUTES = 10;

export function isProven(provenAt: string, now: Date): boolean {
  const age = now.getTime() - new Date(provenAt).getTime();
  // Less than nothing: the clock was set back, and says nothing about how long ago it was.
  return age >= 0 && age <= MINUTES * 60_000;
}

/** The refusal for whoever has not. */
export const proveAgainFirst = () => new AppError(403, 'prove_again', PROVE_AGAIN);

const PROVE_AGAIN =
  'This opens a door that is not opened every day, so prove again that it is you: with your passphrase or a passkey, or sign in again. It holds for ten minutes.';
