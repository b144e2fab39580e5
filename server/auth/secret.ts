import { hkdfSync } from 'node:crypto';
import { readOrMakeKeyFile } from '../key-file.ts';

/** What signs session cookies: made at the first start, and anew by a restore. */
export function readOrMakeSecret(dataFolder: string): string {
  return readOrMakeKeyFile(dataFolder, 'secret', 'delete it and sign in again.');
}

/** A key for one more purpose, from which the secret cannot be told. */
export function keyFrom(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `common-ground ${purpose}`, 32));
}
