import { describe, expect, it } from 'vitest';
import { warningsIn } from '../../../server/domain/concern-text.ts';
import { readCategoryGuard } from '../../../server/imports/category-scheme.ts';

const { classify } = readCategoryGuard();
const found = (text: string) =>
  warningsIn(text, (words) => classify(words) === 'protected').map(({ kind, from, to }) => [
    kind,
    kind === 'protected' ? '' : text.slice(from, to),
  ]);

describe('a text is said to hold', () => {
  it.each([
    ['Call me on +254 712 345 678.', [['phone', '+254 712 345 678']]],
    ['0712-345-678 is my number', [['phone', '0712-345-678']]],
    ['اتصل ٠٧١٢٣٤٥٦٧٨', [['phone', '٠٧١٢٣٤٥٦٧٨']]],
    ['Write to amina.okafor@example.org please', [['email', 'amina.okafor@example.org']]],
    ['Mr Otieno saw it', [['name', 'Mr Otieno']]],
    ['It was Mrs. Grace Wanjiru who', [['name', 'Mrs. Grace Wanjiru']]],
    ['Mme Dupont habite là', [['name', 'Mme Dupont']]],
    ['السيدة فاطمة قالت', [['name', 'السيدة فاطمة قالت']]],
    ['Domestic violence next door', [['protected', '']]],
    ['violence conjugale chez les voisins', [['protected', '']]],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ['The lamps are out since 2026-03-17.'],
    ['Between 18:00 and 21:30, about 40 people'],
    ['Bus 23 and bus 46 at stop 1407'],
    ['On 17/03/2026 the stop was dark'],
    ['The miss of the bus was late'],
    ['Robbed at the bus stop after dark'],
    ['Mr and so on'],
    [''],
  ])('nothing of the kind: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('all of it, in the order it stands', () => {
    expect(found('Mr Otieno, 0712345678, o@example.org').map(([kind]) => kind)).toEqual([
      'name',
      'phone',
      'email',
    ]);
  });
});
