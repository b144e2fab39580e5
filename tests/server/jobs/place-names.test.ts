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
  it('prefers the smallest neighbourhood to a district, and both to a smaller beat', () => {
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

  it('prefers a name of its own to a number, whatever the level', () => {
    const tracts = [1, 2, 3].map((number) => area('neighbourhood', `Census Tract ${number}.01`, 0.5));
    const town = area('neighbourhood', 'Old Town', 2);
    expect(placeNameOf(at, [...tracts, town], [])).toBe('Old Town');
    expect(placeNameOf(at, [...tracts, area('district', 'North', 4)], [])).toBe('North');
    expect(placeNameOf(at, tracts, calls)).toMatch(/^Census Tract/);
  });

  it('knows a numbering by its other members, in every language', () => {
    const wards = [1, 2, 3].map((number) => area('neighbourhood', `حي ${number}`, 1));
    expect(placeNameOf(at, [...wards, area('district', 'المدينة القديمة', 3)], [])).toBe('المدينة القديمة');
    // Two parts of one quarter are no numbering.
    const parts = [area('neighbourhood', 'Centre 1', 1), area('neighbourhood', 'Centre 2', 2)];
    expect(placeNameOf(at, [...parts, area('district', 'North', 4)], [])).toBe('Centre 1');
  });
});
