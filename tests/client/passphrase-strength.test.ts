import { describe, expect, it } from 'vitest';
import { passphraseStrength } from '../../client/passphrase-strength.ts';

describe('passphraseStrength', () => {
  it.each([
    ['', 'empty'],
    ['sunshine1', 'short'],
    ['aaaaaaaaaaaaaaaa', 'weak'],
    ['12121212121212', 'weak'],
    ['harbour bell', 'fair'],
    ['four quiet otters dance', 'strong'],
  ])('calls %j %s', (text, strength) => {
    expect(passphraseStrength(text)).toBe(strength);
  });

  it('counts characters, not code units', () => {
    expect(passphraseStrength('🦦🦦🦦🦦🦦🦦')).toBe('short');
  });
});
