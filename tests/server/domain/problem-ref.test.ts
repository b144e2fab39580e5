import { describe, expect, it } from 'vitest';
import { areaCodeOf } from '../../../server/domain/problem-ref.ts';

describe('areaCodeOf', () => {
  it.each([
    ['North Quay', 'NOR'],
    ['9th Ward', 'THW'],
    ['Élan', 'ÉLA'],
    ['محلة', 'محل'],
    ['12', 'CASE'],
    ['', 'CASE'],
  ])('of %j is %s', (name, code) => expect(areaCodeOf(name)).toBe(code));
});
