import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readKeyFile, readOrMakeKeyFile } from './key-file.ts';

const FIELD_KEY = 'field-key';

/** Seals single fields of the database with a key that lies outside of it. */
export interface FieldSeal {
  /** `owner` is whose field it is: sealed text that is moved to another row does not open there. */
  seal(text: string, owner: string): string;
  /** Null when it was sealed with another key, for another owner, or was changed. */
  open(sealed: string, owner: string): string | null;
}

/**
 * The key of sealed fields. It is not the secret that signs sessions: that one is made anew by a restore, this one must
 * stay, or what was sealed is lost.
 */
export function readOrMakeFieldKey(dataFolder: string): string {
  return readOrMakeKeyFile(dataFolder, FIELD_KEY, 'put it back from a copy of the folder.');
}

/** The key as a backup takes it along; null when nothing was ever sealed here. */
export function fieldKeyIn(dataFolder: string): string | null {
  return readKeyFile(dataFolder, FIELD_KEY);
}

/**
 * Puts the key of a backup in its place, for its owner alone. Another one that is there belongs to what was sealed before
 * and is set aside, not deleted: `aside` ends its name.
 */
export function putFieldKeyBack(dataFolder: string, key: string, aside: string): void {
  const before = fieldKeyIn(dataFolder);
  if (before === key) return;
  const file = join(dataFolder, FIELD_KEY);
  if (before !== null) renameSync(file, `${file}.before-${aside}`);
  writeFileSync(file, key, { mode: 0o600, flag: 'wx' });
}

const ALGORITHM = 'aes-256-gcm';

/** Each purpose has a key of its own, drawn from the one on disk. */
export function createFieldSeal(fieldKey: string, purpose: string): FieldSeal {
  const key = Buffer.from(hkdfSync('sha256', fieldKey, '', `common-ground ${purpose}`, 32));
  return {
    seal(text, owner) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(owner));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return [nonce, body, cipher.getAuthTag()].map((part) => part.toString('base64url')).join('.');
    },
    open(sealed, owner) {
      const [nonce, body, tag] = sealed.split('.').map((part) => Buffer.from(part, 'base64url'));
      if (!nonce || !body || tag?.length !== 16) return null;
      try {
        const decipher = createDecipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(owner)).setAuthTag(tag);
        return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}
