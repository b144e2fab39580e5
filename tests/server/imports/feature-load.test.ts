import { describe, expect, it } from 'vitest';
import { readable } from '../../../server/imports/feature-load.ts';

describe('the name of a place', () => {
  it.each([
    ['CENTER_CITY_EAST', 'CENTER CITY EAST'],
    ['Old__Town_', 'Old Town'],
    ['Saint-Pierre', 'Saint-Pierre'],
    ['حي النهر', 'حي النهر'],
    ['', ''],
  ])('is for people to read: %s', (name, read) => expect(readable(name)).toBe(read));
});
