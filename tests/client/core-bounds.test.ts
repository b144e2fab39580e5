import { describe, expect, it } from 'vitest';
import { type Box, coreBounds } from '../../client/core-bounds.ts';

/** A square of 10 by 10 positions, from 0 to 0.9 degrees. */
const square = Array.from({ length: 100 }, (_, i): [number, number] => [
  (i % 10) / 10,
  Math.floor(i / 10) / 10,
]);

describe('coreBounds', () => {
  it('leaves out what lies far away', () => {
    const [west, south, east, north] = coreBounds([-40, 0, 0.9, 0.9], [...square, [-40, 0.5]]);
    expect(west).toBeGreaterThan(-0.5);
    expect(east).toBeLessThanOrEqual(0.9);
    expect(south).toBe(0);
    expect(north).toBe(0.9);
  });

  it('keeps bounds that fit', () => {
    const bounds: Box = [0, 0, 0.9, 0.9];
    expect(coreBounds(bounds, square)).toBe(bounds);
  });

  it('keeps the bounds when there are too few positions to say', () => {
    const bounds: Box = [-40, 0, 1, 1];
    expect(coreBounds(bounds, square.slice(0, 20))).toBe(bounds);
  });
});
