import { describe, expect, it } from 'vitest';
import { peopledKinds } from '../../../../../../client/views/map/methods/scan/peopled-kinds.ts';

describe('peopledKinds', () => {
  it('counts areas with residents by kind, most first, and leaves out those without', () => {
    const areas = [
      { kind: 'district' as const, population: 900 },
      { kind: 'beat' as const, population: null },
      { kind: 'beat' as const, population: 0 },
      { kind: 'neighbourhood' as const, population: 10 },
      { kind: 'neighbourhood' as const, population: 20 },
    ];
    expect(peopledKinds(areas)).toEqual([
      { kind: 'neighbourhood', areas: 2 },
      { kind: 'district', areas: 1 },
    ]);
  });
});
