import { describe, expect, it } from 'vitest';
import type { MapArea } from '../../../../../../client/map/scene.ts';
import { areaNameAt } from '../../../../../../client/views/map/methods/kernel-density/area-name-at.ts';

const area = (kind: string, name: string, half: number): MapArea => ({
  id: name.length,
  parentId: null,
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
});

describe('areaNameAt', () => {
  const areas = [area('district', 'North', 4), area('neighbourhood', 'Old Town', 2), area('beat', 'B7', 1)];

  it('prefers a neighbourhood to whatever is smaller', () => {
    expect(areaNameAt([0.1, 0.1], areas)).toBe('Old Town');
    expect(areaNameAt([3, 3], areas)).toBe('North');
  });

  it('has no name for nowhere', () => {
    expect(areaNameAt([5, 5], areas)).toBeNull();
    expect(areaNameAt([0, 0], [])).toBeNull();
  });
});
