import { describe, expect, it } from 'vitest';
import { placeNameOf } from '../../../server/jobs/place-names.ts';
import type { Area, Incident } from '../../../server/store/ports.ts';

const area = (kind: Area['kind'], name: string, half: number): Area => ({
  id: name.length,
  kind,
  name,
  bounds: [-half, -half, half, half],
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [-half, -half],
        [half, -half],
        [half, half],
        [-half, half],
        [-half, -half],
      ],
    ],
  },
  parentId: null,
  datasetId: null,
  sourceId: null,
  population: null,
  dwellings: null,
  timezone: null,
  version: 1,
});
const at = { centre: [0.1, 0.1] as [number, number] };
const calls = ['Market Street', 'Mill Lane', ' Mill Lane ', null, ''].map(
  (placeText) => ({ placeText }) as Incident,
);

describe('placeNameOf', () => {
  it('prefers the smallest neighbourhood or district to a smaller beat', () => {
    const areas = [area('district', 'North', 4), area('neighbourhood', 'Old Town', 2), area('beat', 'B7', 1)];
    expect(placeNameOf(at, areas, calls)).toBe('Old Town');
    expect(placeNameOf(at, areas.slice(2), calls)).toBe('B7');
  });

  it('looks at the outline, not only the bounds', () => {
    const corner = area('neighbourhood', 'Corner', 1);
    corner.geometry.coordinates = [
      [
        [-1, -1],
        [1, -1],
        [-1, 0],
        [-1, -1],
      ],
    ];
    expect(placeNameOf(at, [corner], [])).toBeNull();
  });

  it('takes the commonest place of the incidents before a region, and never a country', () => {
    expect(placeNameOf(at, [area('region', 'Coast', 9)], calls)).toBe('Mill Lane');
    expect(placeNameOf(at, [area('region', 'Coast', 9)], [])).toBe('Coast');
    expect(placeNameOf(at, [area('country', 'Land', 9)], [])).toBeNull();
  });
});
