import { describe, expect, it } from 'vitest';
import { zoneOfRun } from '../../../../../client/views/map/methods/figures.ts';

describe('the zone of an answer', () => {
  it('is the one its days were cut in', () => {
    expect(zoneOfRun({ timezone: 'America/New_York' })).toBe('America/New_York');
  });

  it('is not known before it was worked out, nor where there are no days', () => {
    expect(zoneOfRun({ timezone: 'auto' })).toBeNull();
    expect(zoneOfRun({ cell: 'auto' })).toBeNull();
    expect(zoneOfRun(undefined)).toBeNull();
  });
});
