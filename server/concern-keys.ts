import { createHmac, hkdfSync, randomInt } from 'node:crypto';
import { createFieldSeal, type FieldSeal } from './field-key.ts';

/** What keeps the contact and the receipt of a concern apart from the database they lie in. */
export interface ConcernKeys {
  readonly contact: FieldSeal;
  /** A code for whoever raised a concern, to write down: ten signs in two groups. */
  newReceipt(): string;
  /** What is stored of a code. Without the key nobody can try codes against it. */
  digestOf(receipt: string): string;
}

/** No sign that is read as another one: without I, L, O and U. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUP = 5;

export function createConcernKeys(fieldKey: string): ConcernKeys {
  const key = Buffer.from(hkdfSync('sha256', fieldKey, '', 'common-ground concern receipt', 32));
  return {
    contact: createFieldSeal(fieldKey, 'concern contact'),
    newReceipt() {
      const group = () => Array.from({ length: GROUP }, () => SIGNS[randomInt(SIGNS.length)]).join('');
      return `${group()}-${group()}`;
    },
    digestOf: (receipt) => createHmac('sha256', key).update(tidyReceipt(receipt)).digest('base64url'),
  };
}

/** As it is meant, however it was written down. */
export function tidyReceipt(receipt: string): string {
  const plain = receipt.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return plain.replace(/[IL]/g, '1').replace(/O/g, '0');
}
