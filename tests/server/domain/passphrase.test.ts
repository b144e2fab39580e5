import { describe, expect, it } from 'vitest';
import { faultOfPassphrase } from '../../../server/domain/passphrase.ts';

describe('a passphrase', () => {
  it.each([
    'seven green lamps by the river',
    'correct horse battery',
    'سبعة مصابيح خضراء قرب',
    '七つの緑の街灯が川のそばに',
  ])('may be %s', (passphrase) => expect(faultOfPassphrase(passphrase, 'Amina')).toBeNull());

  it.each([
    ['short', /at least 12/],
    ['elevenchars', /at least 12/],
    ['aaaaaaaaaaaaaaaa', /repeats/],
    ['abababababababab', /repeats/],
    ['passwordpassword', /easy to guess/],
    ['Password1234', /easy to guess/],
    ['qwertyuiop1234', /easy to guess/],
    ['0987654321fedcba', /easy to guess/],
    ['AminaOkafor1', /easy to guess/],
  ])('may not be %s', (passphrase, sentence) => {
    expect(faultOfPassphrase(passphrase, 'Amina Okafor')).toMatch(sentence);
  });

  it('never comes back in the refusal', () => {
    expect(faultOfPassphrase('hunter2', 'Amina')).not.toContain('hunter2');
  });
});
