/** Backups are files of the age format: whoever has the key can open them with any age program, and nobody else can. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';

/** The two halves of a key: this machine keeps `recipient` and can close files with it; only `identity` opens them. */
export interface BackupKey {
  identity: string;
  recipient: string;
}

export async function newBackupKey(): Promise<BackupKey> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** The file must not exist yet; nobody but its owner may read it. */
export async function sealFile(from: string, to: string, recipient: string): Promise<void> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  await write(await encrypter.encrypt(bytesOf(from)), to);
}

export class WrongKey extends Error {}

/** Throws `WrongKey` when the key is none or does not fit; anything else when the file is cut off or damaged. */
export async function openSealed(from: string, to: string, identity: string): Promise<void> {
  const decrypter = new Decrypter();
  try {
    decrypter.addIdentity(identity.trim());
  } catch {
    throw new WrongKey('The key cannot be read. It begins with AGE-SECRET-KEY-1.');
  }
  const opened = await decrypter.decrypt(bytesOf(from)).catch((error: unknown) => {
    if (error instanceof Error && /no identity matched/i.test(error.message))
      throw new WrongKey('The key does not fit this backup.');
    throw error;
  });
  await write(opened, to);
}

function bytesOf(file: string): ReadableStream<Uint8Array> {
  // Node and the browser have one kind of stream under two names.
  return Readable.toWeb(createReadStream(file)) as unknown as ReadableStream<Uint8Array>;
}

async function write(bytes: ReadableStream<Uint8Array>, to: string): Promise<void> {
  const source = Readable.fromWeb(bytes as unknown as NodeReadableStream<Uint8Array>);
  // Opened before anything can fail: a stream would open it late, after the caller has tidied up.
  const file = await open(to, 'wx', 0o600);
  try {
    await pipeline(source, file.createWriteStream({ flush: true }));
  } finally {
    await file.close();
  }
}
