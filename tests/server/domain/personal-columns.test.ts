import { describe, expect, it } from 'vitest';
import { personalAttribute, withoutPersonal } from '../../../server/domain/personal-columns.ts';

describe('a column that tells of persons', () => {
  it.each([
    ['Ethnicity', 'ethnicity'],
    ['VIC_RACE', 'ethnicity'],
    ['Vict Descent', 'ethnicity'],
    ['tribe', 'ethnicity'],
    ['kabila', 'ethnicity'],
    ['القبيلة', 'ethnicity'],
    ['religion', 'religion'],
    ['الديانة', 'religion'],
    ['victimName', 'name'],
    ['Nom de la victime', 'name'],
    ['Apellidos', 'name'],
    ['name', 'name'],
    ['Phone', 'contact'],
    ['Teléfono', 'contact'],
    ['رقم الهاتف', 'contact'],
    ['national_id', 'identity_number'],
    ['Date of birth', 'birth'],
  ])('“%s” tells %s', (column, attribute) => {
    expect(personalAttribute(column)).toBe(attribute);
  });

  it.each([
    'id',
    'Crime ID',
    'Case Number',
    'incident_id',
    'street_name',
    'LSOA name',
    'location name',
    'district',
    'offense_name',
    'text_general_code',
    'Falls within',
    'dispatch_date_time',
    'hotel',
    'grace',
    'terrace',
    'address',
  ])('“%s” does not', (column) => expect(personalAttribute(column)).toBeNull());
});

describe('a row without them', () => {
  const clean = withoutPersonal(['id', 'ethnicity', 'place']);
  it('keeps the rest', () => expect(clean(['1', 'x', 'A street'])).toEqual(['1', '', 'A street']));
  it('keeps nothing when the cells cannot be told apart', () => expect(clean(['1', 'x'])).toEqual(['', '']));
  it('is the row itself when no column tells of persons', () => {
    const row = ['1', '2'];
    expect(withoutPersonal(['id', 'place'])(row)).toBe(row);
  });
});
