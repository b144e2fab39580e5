import { describe, expect, it } from 'vitest';
import { createFieldSeal } from '../../server/field-key.ts';

const KEY = 'a key of fields that only this test uses';
const seal = createFieldSeal(KEY, 'one purpose');

describe('a sealed field', () => {
  it('opens for its owner, and looks different each time', () => {
    const text = 'a secret, ünd 日本';
    const [one, two] = [seal.seal(text, 'amina'), seal.seal(text, 'amina')];
    expect(one).not.toBe(two);
    expect(one).not.toContain('secret');
    expect(seal.open(one, 'amina')).toBe(text);
    expect(seal.open(two, 'amina')).toBe(text);
  });

  it('opens for nobody else: moved to another row, with another key, for another purpose', () => {
    const sealed = seal.seal('text', 'amina');
    expect(seal.open(sealed, 'joris')).toBeNull();
    expect(createFieldSeal(`${KEY}!`, 'one purpose').open(sealed, 'amina')).toBeNull();
    expect(createFieldSeal(KEY, 'another purpose').open(sealed, 'amina')).toBeNull();
  });

  it('does not open once a single sign of it is another', () => {
    const sealed = seal.seal('text', 'amina');
    for (let i = 0; i < sealed.length; i++) {
      const other = sealed[i] === 'A' ? 'Q' : 'A';
      if (sealed[i] === '.') continue;
      const changed = sealed.slice(0, i) + other + sealed.slice(i + 1);
      // The last sign of a part holds bits that count for nothing.
      if (seal.open(changed, 'amina') !== null)
        expect(Buffer.from(changed.split('.')[0], 'base64url')).toHaveLength(12);
    }
    const [nonce, body, tag] = sealed.split('.');
    for (const cut of [`${nonce}.${body}.${tag.slice(0, 8)}`, `${nonce}.${body}`, '', '..', 'text'])
      expect(seal.open(cut, 'amina')).toBeNull();
  });
});
