import { describe, expect, it } from 'vitest';
import { crossesItself } from '../../../client/map/crosses-itself.ts';

const polygon = (...corners: [number, number][]) => ({
  type: 'Polygon' as const,
  coordinates: [[...corners, corners[0]]],
});

describe('a drawn outline', () => {
  it('crosses itself as a bow tie and not as a square', () => {
    expect(crossesItself(polygon([0, 0], [1, 0], [1, 1], [0, 1]))).toBe(false);
    expect(crossesItself(polygon([0, 0], [1, 1], [1, 0], [0, 1]))).toBe(true);
  });
  it('may cross as a line', () => {
    const coordinates = [
      [0, 0],
      [1, 1],
      [1, 0],
      [0, 1],
    ];
    expect(crossesItself({ type: 'LineString', coordinates })).toBe(false);
  });
});
