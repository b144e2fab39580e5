import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsOf, COARSEST_LEVEL, middleOf, sideOf, squareAt } from '../../analysis/world-squares.ts';

const lon = fc.double({ min: -180, max: 180, noNaN: true });
const lat = fc.double({ min: -85, max: 85, noNaN: true });
const level = fc.integer({ min: 0, max: COARSEST_LEVEL });

/** Metres by the series of the WGS 84 meridian and parallel (Snyder 1987, p. 25), not by the code under test. */
function metres(at: number): { east: number; north: number } {
  const b = (at * Math.PI) / 180;
  return {
    north: 111_132.954 - 559.822 * Math.cos(2 * b) + 1.175 * Math.cos(4 * b),
    east: 111_412.84 * Math.cos(b) - 93.5 * Math.cos(3 * b) + 0.118 * Math.cos(5 * b),
  };
}

describe('squares of the world', () => {
  it('hold the position they are asked for', () => {
    fc.assert(
      fc.property(level, lon, lat, (level, lon, lat) => {
        const [west, south, east, north] = boundsOf(squareAt(level, lon, lat));
        // Rounding takes what is nearest to 180 degrees to where the squares begin again.
        const at = west === -180 && lon > 180 - 1e-9 ? -180 : lon;
        expect(west).toBeLessThanOrEqual(at + 1e-9);
        expect(at).toBeLessThanOrEqual(east + 1e-9);
        expect(south).toBeLessThanOrEqual(lat + 1e-9);
        expect(lat).toBeLessThanOrEqual(north + 1e-9);
      }),
    );
  });

  it('are never smaller than they are called, and hardly larger', () => {
    fc.assert(
      fc.property(level, lon, fc.double({ min: -65, max: 65, noNaN: true }), (level, lon, lat) => {
        const [west, south, east, north] = boundsOf(squareAt(level, lon, lat));
        const side = sideOf(level);
        const narrow = metres(Math.max(Math.abs(south), Math.abs(north))).east * (east - west);
        const height = (north - south) * Math.min(metres(south).north, metres(north).north);
        expect(narrow).toBeGreaterThan(side);
        expect(height).toBeGreaterThan(side);
        expect(narrow).toBeLessThan(1.06 * side);
        expect(height).toBeLessThan(1.03 * side);
      }),
    );
  });

  it('are each four of the next finer level', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: COARSEST_LEVEL - 1 }), lon, lat, (level, lon, lat) => {
        const fine = squareAt(level, lon, lat);
        const coarse = squareAt(level + 1, lon, lat);
        expect([fine.row >> 1, fine.column >> 1]).toEqual([coarse.row, coarse.column]);
        const [west, south] = boundsOf({ level, row: coarse.row * 2, column: coarse.column * 2 });
        expect(boundsOf(coarse)[0]).toBeCloseTo(west, 10);
        expect(boundsOf(coarse)[1]).toBeCloseTo(south, 10);
      }),
    );
  });

  it('are found again from their middles', () => {
    fc.assert(
      fc.property(level, lon, lat, (level, lon, lat) => {
        const square = squareAt(level, lon, lat);
        const middle = middleOf(square);
        expect(squareAt(level, middle.lon, middle.lat)).toEqual(square);
      }),
    );
  });

  it('meet at the 180th meridian without a gap', () => {
    const last = squareAt(0, 179.999999, -17);
    expect(boundsOf(last)[2]).toBeCloseTo(180, 9);
    expect(squareAt(0, 180, -17)).toEqual(squareAt(0, -180, -17));
    expect(boundsOf(squareAt(0, -180, -17))[0]).toBe(-180);
  });
});
