import { describe, expect, it } from 'vitest';
import { boundsOf, measure, widen } from '../../../client/map/measure.ts';

const square = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [0, 0],
      [0.01, 0],
      [0.01, 0.01],
      [0, 0.01],
      [0, 0],
    ],
  ],
};

describe('measure', () => {
  it('measures about 1.11 km a side at the equator', () => {
    const { area, length } = measure(square);
    expect((area ?? 0) / 1e6).toBeCloseTo(1.2364, 2);
    expect(length ?? 0).toBeCloseTo(4448, -1);
    expect(measure({ type: 'Point', coordinates: [0, 0] })).toEqual({ area: null, length: null });
    expect(
      measure({
        type: 'LineString',
        coordinates: [
          [0, 0],
          [0, 0.01],
        ],
      }).area,
    ).toBeNull();
  });
});

describe('widen', () => {
  it('makes a disc of a point', () => {
    const disc = widen({ type: 'Point', coordinates: [10, 50] }, 100);
    expect(disc && measure(disc).area).toBeGreaterThan(Math.PI * 100 ** 2 * 0.98);
    expect(disc && measure(disc).area).toBeLessThan(Math.PI * 100 ** 2 * 1.01);
  });

  it('adds a margin to a polygon', () => {
    const wider = widen(square, 50);
    const [west, south, east, north] = wider ? boundsOf(wider) : [0, 0, 0, 0];
    for (const edge of [-west, -south, east - 0.01, north - 0.01]) expect(edge * 111_195).toBeCloseTo(50, 0);
  });
});
