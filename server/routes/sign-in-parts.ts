import type { Context } from 'hono';
import { z } from 'zod';
import type { TypedProof } from '../auth/second-factor.ts';
import type { AppEnv } from '../deps.ts';
import { Unusable } from '../errors.ts';

export const passphraseText = z
  .string()
  .min(1, 'Must not be empty.')
  .max(500, 'Must be at most 500 characters.');

export const person = z.object({ id: z.string(), name: z.string() });
/** What the second step may be made with; null: there is none. */
export const takes = z
  .object({ code: z.boolean(), passkey: z.boolean(), recoveryCode: z.boolean() })
  .nullable()
  .meta({ id: 'SecondStep' });
/** Whoever makes an account by a link. */
export const joiner = z
  .object({
    token: z.string().regex(/^[\w-]{20,128}$/, 'Must be the whole text after # in the link.'),
    name: z.string().min(1, 'Must not be empty.').max(100, 'Must be at most 100 characters.'),
  })
  .strict();

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

/** The address of the page, as browsers say it with every change; that it is ours was checked. */
export function originOf(c: Context<AppEnv>): string {
  return c.req.header('origin') ?? '';
}

const base64url = z.string().regex(/^[\w-]{1,8000}$/, 'Must be base64url.');
const attachment = z.enum(['cross-platform', 'platform']).optional();
/** No extension is asked for, and none is read. */
const extensions = z.object({}).default({});

/** What a browser is told to make or use a passkey with: PublicKeyCredential…OptionsJSON. */
export const passkeyOptions = z
  .object({ options: z.record(z.string(), z.unknown()) })
  .meta({ id: 'PasskeyOptions' });

/** A passkey that was made: RegistrationResponseJSON. */
export const madePasskey = z.object({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  authenticatorAttachment: attachment,
  clientExtensionResults: extensions,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(40)).max(10).optional(),
  }),
});

/** What a passkey has signed: AuthenticationResponseJSON. */
export const usedPasskey = z.object({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  authenticatorAttachment: attachment,
  clientExtensionResults: extensions,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.optional(),
  }),
});
