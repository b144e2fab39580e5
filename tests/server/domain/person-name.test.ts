import { describe, expect, it } from 'vitest';
import { faultOfName, nameKeyOf, tidyName } from '../../../server/domain/person-name.ts';

describe('names of people', () => {
  it.each([
    'Amina Okafor',
    'José',
    'Nguyễn Thị Ánh',
    'محمد علی',
    'สมชาย',
    'अनिता',
    '王小明',
    "O'Brien",
    'Jean-Luc',
    'R2',
  ])('may be %s', (name) => expect(faultOfName(name)).toBeNull());

  it.each(['', '   ', '<script>', 'a\u202eb', 'a\nb;', '\u200cabc', 'x'.repeat(61)])(
    'may not be %j',
    (name) => expect(faultOfName(name)).toMatch(/name/i),
  );

  it('are the same whatever the case, width, spacing and way of writing accents', () => {
    const key = nameKeyOf('José Díaz');
    for (const spelling of ['JOSÉ DÍAZ', ' josé   díaz ', 'Jose\u0301 Di\u0301az', 'Ｊｏｓé Díaz'])
      expect(nameKeyOf(spelling)).toBe(key);
    expect(nameKeyOf('Jose Diaz')).not.toBe(key);
  });

  it('are kept as written, tidied', () => {
    expect(tidyName('  Amina   Okafor ')).toBe('Amina Okafor');
  });
});
