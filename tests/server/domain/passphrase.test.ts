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
    ['p@$$w0rd-P4ssw0rd', /easy to guess/],
    ['W3lc0me2024!!', /easy to guess/],
    ['1q2w3e4r5t6y7u', /easy to guess/],
    ['CorrectHorseBatteryStaple', /easy to guess/],
    ['lamp5-lamp5-lamp5', /easy to guess/],
    ['24-12-1987 19:30', /digits alone/],
    ['Old Harbour 2024', /easy to guess/],
    ['Letmein, Amina!', /easy to guess/],
  ])('may not be %s', (passphrase, sentence) => {
    const fault = faultOfPassphrase(passphrase, 'Amina Okafor', 'Old Harbour');
    expect(fault).toMatch(sentence);
  });

  it('may hold such words among others', () => {
    for (const good of ['the summer we lost our password', 'Amina walks past nine red doors'])
      expect(faultOfPassphrase(good, 'Amina Okafor', 'Old Harbour')).toBeNull();
  });

  it('is looked at in no time, however strange', () => {
    const strange = ['ab'.repeat(250), '. '.repeat(250), `${'..a'.repeat(160)}x`, 'abcdefg '.repeat(62)];
    const start = performance.now();
    for (const passphrase of strange) faultOfPassphrase(passphrase, 'Amina');
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it('never comes back in the refusal', () => {
    expect(faultOfPassphrase('hunter2', 'Amina')).not.toContain('hunter2');
  });
});
