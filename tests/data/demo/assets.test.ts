import inPolygon from '@turf/boolean-point-in-polygon';
import { describe, expect, it } from 'vitest';
import { generateDemo } from '../../../data/demo/demo.ts';
import { districtBorder } from '../../../data/demo/district.ts';

const KINDS =
  'school clinic police_post legal_aid youth_centre faith market water_point transport_stop street_light cctv park path vacant_building waste_point checkpoint other';

describe('demo assets', () => {
  const { assets } = generateDemo();

  it('are 120 of all kinds but those that protect people', () => {
    expect(assets).toHaveLength(120);
    expect([...new Set(assets.map(({ kind }) => kind))].sort()).toEqual(KINDS.split(' ').sort());
  });

  it('lie in the district under names and numbers of their own', () => {
    expect(assets.every(({ position }) => inPolygon(position, districtBorder()))).toBe(true);
    expect(new Set(assets.map(({ sourceId }) => sourceId)).size).toBe(assets.length);
  });
});
