import { describe, expect, it } from 'vitest';
import { readRings } from '../../../../../../client/views/map/methods/asset-rings/rings.ts';

describe('readRings', () => {
  it('reads outer edges in metres', () => {
    expect(readRings('100, 200 400')).toEqual([100, 200, 400]);
    expect(readRings('50')).toEqual([50]);
  });

  it('refuses what the server would refuse', () => {
    for (const text of ['', '0, 100', '200, 100', '100, 100', '5001', 'near', '10 20 30 40 50 60 70'])
      expect(readRings(text), text).toBeNull();
  });
});
