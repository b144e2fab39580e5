import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsOf, squareAt } from '../../../analysis/world-squares.ts';
import { PRECISIONS } from '../../../server/domain/concern.ts';
import {
  type AreaFinder,
  asCoarse,
  type KeptPlace,
  keptPlace,
} from '../../../server/domain/concern-place.ts';

/** No areas are known. */
const NOWHERE: AreaFinder = { at: () => null, kindOf: () => null, above: () => null };
/** One district in two halves. */
const HALVES: AreaFinder = {
  at: ([lon], kinds) => (kinds.includes('neighbourhood') ? (lon < 36.85 ? 11 : 12) : 1),
  kindOf: (id) =>
    ({
      1: 'district' as const,
      11: 'neighbourhood' as const,
      12: 'neighbourhood' as const,
      99: 'custom' as const,
    })[id] ?? null,
  above: (id, kinds) => {
    if (id === 1) return kinds.includes('district') ? 1 : null;
    if (id === 11 || id === 12) return kinds.includes('neighbourhood') ? id : 1;
    return null;
  },
};
const position = fc.tuple(
  fc.double({ min: 36.7, max: 37, noNaN: true }),
  fc.double({ min: -1.5, max: -1, noNaN: true }),
);
const at = (place: [number, number], precision: (typeof PRECISIONS)[number], areas = NOWHERE) =>
  keptPlace({ precision, chosenBy: 'reporter', position: place, areaId: null }, areas) as KeptPlace;

/** The square of that many metres' level that holds a position. */
function squareOf(level: number, [lon, lat]: [number, number]) {
  return boundsOf(squareAt(level, lon, lat));
}

describe('what is kept of a position', () => {
  it('is the position itself, to some centimetres, when that was chosen', () => {
    const kept = at([36.81234567, -1.28765432], 'exact');
    expect(kept).toMatchObject({ position: [36.812346, -1.287654], sideM: null, precision: 'exact' });
  });

  it.each([
    ['block_cell', 0, 250],
    ['neighbourhood', 2, 1000],
    ['district_only', 5, 8000],
  ] as const)(
    'as %s is the middle of its square and nothing else, wherever in it it lay',
    (precision, level, side) => {
      fc.assert(
        fc.property(
          position,
          fc.double({ min: 0.001, max: 0.999, noNaN: true }),
          fc.double({ min: 0.001, max: 0.999, noNaN: true }),
          (place, x, y) => {
            const [west, south, east, north] = squareOf(level, place);
            const other: [number, number] = [west + x * (east - west), south + y * (north - south)];
            const kept = at(place, precision);
            expect(kept).toEqual(at(other, precision));
            expect(kept.position).toEqual([(west + east) / 2, (south + north) / 2]);
            expect(kept.sideM).toBe(side);
          },
        ),
      );
    },
  );

  it('as a street is the middle of a quarter of the finest square', () => {
    fc.assert(
      fc.property(position, (place) => {
        const [west, south, east, north] = squareOf(0, place);
        const kept = at(place, 'street');
        const [lon, lat] = kept.position ?? [0, 0];
        expect(Math.abs(lon - place[0])).toBeLessThanOrEqual((east - west) / 4 + 1e-9);
        expect(Math.abs(lat - place[1])).toBeLessThanOrEqual((north - south) / 4 + 1e-9);
        expect([0.25, 0.75]).toContain(Math.round(((lon - west) / (east - west)) * 1e6) / 1e6);
        expect(kept.sideM).toBe(125);
      }),
    );
  });

  it('is the area alone where there is one', () => {
    expect(at([36.8, -1.2], 'neighbourhood', HALVES)).toMatchObject({
      position: null,
      sideM: null,
      areaId: 11,
    });
    expect(at([36.8, -1.2], 'district_only', HALVES)).toMatchObject({ position: null, areaId: 1 });
  });

  it('has the area of what is kept, not of what was told: the two together would be finer than either', () => {
    const [west, south, east, north] = squareOf(0, [36.85, -1.2]);
    expect(west).toBeLessThan(36.85);
    const middle = (west + east) / 2;
    const across: [number, number] = [middle < 36.85 ? east - 1e-6 : west + 1e-6, (south + north) / 2];
    expect(HALVES.at(across, ['neighbourhood'])).not.toBe(HALVES.at([middle, 0], ['neighbourhood']));
    expect(at(across, 'block_cell', HALVES).areaId).toBe(HALVES.at([middle, 0], ['neighbourhood']));
  });
});

describe('what is kept of an area that was named', () => {
  const named = (areaId: number, precision: (typeof PRECISIONS)[number]) =>
    keptPlace({ precision, chosenBy: 'staff', position: null, areaId }, HALVES);

  it.each([
    [11, 'exact', 11, 'neighbourhood'],
    [11, 'neighbourhood', 11, 'neighbourhood'],
    [11, 'district_only', 1, 'district_only'],
    [1, 'street', 1, 'district_only'],
  ] as const)('%i as %s is %i, %s', (areaId, precision, kept, as) => {
    expect(named(areaId, precision)).toMatchObject({ areaId: kept, precision: as, position: null });
  });

  it('is nothing when it was drawn, or is none', () => {
    expect(named(99, 'exact')).toBeNull();
    expect(named(12345, 'neighbourhood')).toBeNull();
  });
});

describe('for whoever sees squares', () => {
  const concern = (place: KeptPlace) => ({
    ...place,
    occurredFrom: '2026-03-17T18:22:00.000Z',
    occurredTo: null,
  });

  it('no place is finer than 500 m and no time finer than a month', () => {
    fc.assert(
      fc.property(position, fc.constantFrom(...PRECISIONS), (place, precision) => {
        const seen = asCoarse(concern(at(place, precision, NOWHERE)));
        expect(seen.sideM).toBeGreaterThanOrEqual(500);
        const [west, south, east, north] = squareOf(1, place);
        // The same for every position of the square of 500 m.
        if (precision === 'exact' || precision === 'street' || precision === 'block_cell')
          expect(seen.position).toEqual([(west + east) / 2, (south + north) / 2]);
        expect(seen.occurredFrom).toBe('2026-03-01T00:00:00.000Z');
        expect(seen.occurredTo).toBeNull();
      }),
    );
  });

  it('the area is that of the square they see', () => {
    const seen = asCoarse(concern({ ...at([36.8499999, -1.2], 'exact', HALVES) }));
    expect(seen.areaId).toBe(HALVES.at(seen.position ?? [0, 0], ['neighbourhood']));
  });
});
