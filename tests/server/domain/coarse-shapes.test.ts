import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containsPosition, preparePolygon } from '../../../analysis/prepared-polygon.ts';
import { boundsOf, squareAt } from '../../../analysis/world-squares.ts';
import { coarseShape, withCoarseShapes } from '../../../server/domain/coarse-shapes.ts';
import { square } from '../../contract/backend-under-test.ts';

describe('a coarse shape', () => {
  it('holds the shape, and has its corners at corners of squares of 500 m', () => {
    const corner = fc.tuple(
      fc.double({ min: -75.2, max: -75, noNaN: true }),
      fc.double({ min: 39.1, max: 39.3, noNaN: true }),
    );
    fc.assert(
      fc.property(corner, fc.double({ min: 0.0001, max: 0.2, noNaN: true }), ([lon, lat], size) => {
        const shape = square(lon, lat, size);
        const coarse = coarseShape(shape);
        const within = preparePolygon(coarse);
        for (const [x, y] of shape.coordinates[0]) expect(containsPosition(within, x, y)).toBe(true);
        for (const [x, y] of coarse.coordinates.flat() as [number, number][]) {
          const [west, south, east, north] = boundsOf(squareAt(1, x + 1e-7, y + 1e-7));
          expect(Math.min(Math.abs(x - west), Math.abs(x - east))).toBeLessThan(1e-9);
          expect(Math.min(Math.abs(y - south), Math.abs(y - north))).toBeLessThan(1e-9);
        }
      }),
    );
  });

  it('is found wherever a record has one, and nothing else is touched', () => {
    const shape = square(-75.1, 40, 0.01);
    const many = { type: 'MultiPolygon' as const, coordinates: [shape.coordinates] };
    const record = { title: 'a', rule: { from: null, geometry: shape }, change: [null, many], ids: [1, 2] };
    expect(withCoarseShapes(record)).toEqual({
      title: 'a',
      rule: { from: null, geometry: coarseShape(shape) },
      change: [null, coarseShape(shape)],
      ids: [1, 2],
    });
    expect(withCoarseShapes({ type: 'Point', coordinates: [1, 2] })).toEqual({
      type: 'Point',
      coordinates: [1, 2],
    });
  });
});
