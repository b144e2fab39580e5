import { describe, expect, it } from 'vitest';
import { kindsOfAreas } from '../../../../../client/views/map/methods/area-kinds.ts';

const area = (kind: 'district' | 'beat' | 'neighbourhood', population: number | null) => ({
  kind,
  population,
});

describe('kindsOfAreas', () => {
  it('puts the kind first that an automatic choice takes: most areas with residents, then most areas', () => {
    const areas = [
      area('beat', null),
      area('beat', 0),
      area('beat', null),
      area('district', 900),
      area('neighbourhood', null),
      area('neighbourhood', 20),
      area('neighbourhood', 30),
    ];
    expect(kindsOfAreas(areas)).toEqual([
      { kind: 'neighbourhood', areas: 3, peopled: 2 },
      { kind: 'district', areas: 1, peopled: 1 },
      { kind: 'beat', areas: 3, peopled: 0 },
    ]);
    expect(kindsOfAreas([area('district', null), area('beat', null), area('beat', 0)])[0].kind).toBe('beat');
    expect(kindsOfAreas([])).toEqual([]);
  });
});
