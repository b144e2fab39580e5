import { z } from 'zod';
import type { TypedProof } from '../auth/second-factor.ts';
import { Unusable } from '../errors.ts';

export const passphraseText = z
  .string()
  .min(1, 'Must not be empty.')
  .max(500, 'Must be at most 500 characters.');

/** One of the two. */
export const proofFields = {
  code: z.string().min(6, 'Must have 6 digits.').max(20, 'Must have 6 digits.').optional(),
  recoveryCode: z.string().min(16, 'Must be a whole recovery code.').max(40).optional(),
};
export const proofBody = z.object(proofFields).strict();

export function proofOf({ code, recoveryCode }: z.infer<typeof proofBody>): TypedProof {
  if (code !== undefined && recoveryCode === undefined) return { code };
  if (recoveryCode !== undefined && code === undefined) return { recoveryCode };
  throw new Unusable('one_proof', 'Give either the code of the app or a recovery code.');
}
