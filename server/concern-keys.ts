import { createHmac, hkdfSync, randomInt } from 'node:crypto';
import { createFieldSeal, type FieldSeal } from './field-key.ts';

/** What keeps the contact and the receipt of a concern apart from the database they lie in. */
export interface ConcernKeys {
  readonly contact: FieldSeal;
  /** A code for whoever raised a concern, to write down: ten signs in two groups. */
  newReceipt(): string;
  /** What is stored of a code. Without the key nobody can try codes against it. */
  digestOf(receipt: string): string;
  /** Codes on their way, for as long as a repeated request has to be answered. */
  readonly receipt: FieldSeal;
  /** The same for the same text, and nothing to whoever lacks the key: of few possible texts it does not tell which. */
  markOf(text: string): string;
}

/** No sign that is read as another one: without I, L, O and U. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUP = 5;

export function createConcernKeys(fieldKey: string): ConcernKeys {
  const keyFor = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', fieldKey, '', `common-ground ${purpose}`, 32));
  const key = keyFor('concern receipt');
  const markKey = keyFor('concern request');
  return {
    contact: createFieldSeal(fieldKey, 'concern contact'),
    newReceipt() {
      const group = () => Array.from({ length: GROUP }, () => SIGNS[randomInt(SIGNS.length)]).join('');
      return `${group()}-${group()}`;
    },
    receipt: createFieldSeal(fieldKey, 'concern receipt kept'),
    markOf: (text) => createHmac('sha256', markKey).update(text).digest('base64url'),
    digestOf: (receipt) => createHmac('sha256', key).update(tidyReceipt(receipt)).digest('base64url'),
  };
}

/** As it is meant, however it was written down. */
export function tidyReceipt(receipt: string): string {
  const plain = receipt.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return plain.replace(/[IL]/g, '1').replace(/O/g, '0');
}
