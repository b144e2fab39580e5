import { describe, expect, it } from 'vitest';
import { isTimeZone } from '../../../server/domain/time-zone.ts';

describe('isTimeZone', () => {
  it('knows names of zones', () => {
    for (const name of ['UTC', 'Africa/Kigali', 'America/New_York']) expect(isTimeZone(name)).toBe(true);
    for (const name of ['', 'Nowhere/City', 'Europe London']) expect(isTimeZone(name)).toBe(false);
  });
});
