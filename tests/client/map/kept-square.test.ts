import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shapeAround, squareKept } from '../../../client/map/kept-square.ts';
import { keptPlace } from '../../../server/domain/concern-place.ts';

const nowhere = { at: () => null, kindOf: () => null, above: () => null };

describe('the square that is shown before a concern is saved', () => {
  it.each(['street', 'block_cell'] as const)('is the one that is kept of it: %s', (precision) => {
    fc.assert(
      fc.property(
        fc.double({ min: -170, max: 170, noNaN: true }),
        fc.double({ min: -60, max: 60, noNaN: true }),
        (lon, lat) => {
          const [ring] = squareKept([lon, lat], precision).coordinates;
          const [west, east] = [ring[0][0], ring[1][0]];
          const [south, north] = [ring[0][1], ring[2][1]];
          const kept = keptPlace(
            { precision, chosenBy: 'staff', position: [lon, lat], areaId: null },
            nowhere,
          );
          expect(kept?.position?.[0]).toBeCloseTo((west + east) / 2, 9);
          expect(kept?.position?.[1]).toBeCloseTo((south + north) / 2, 9);
        },
      ),
    );
  });
});

describe('what is drawn of a place', () => {
  it('is the position, or a square of so many metres around it', () => {
    expect(shapeAround([1, 2], null)).toEqual({ type: 'Point', coordinates: [1, 2] });
    const square = shapeAround([0, 0], 500);
    expect(square).toMatchObject({ type: 'Polygon' });
    expect(JSON.stringify(square)).toContain(String(250 / 111_320));
  });
});
