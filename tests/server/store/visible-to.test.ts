import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEGREE, FIRST_SQUARE_ROW, MISSING, type SeenColumns } from '../../../analysis/incident-columns.ts';
import { preparePolygon } from '../../../analysis/prepared-polygon.ts';
import { select } from '../../../analysis/selection.ts';
import { maskLocations } from '../../../server/domain/location-mask.ts';
import { emptyColumns } from '../../../server/store/empty-columns.ts';
import { exactColumns, type Sight, seenColumns, seenExactly } from '../../../server/store/visible-to.ts';
import { square } from '../../contract/backend-under-test.ts';

const MINUTES = 400 * 1440;
const START = Date.UTC(2024, 0, 1) / 60_000;
const CELLS: Sight = { key: 'c', exact: [], cell: 'everywhere' };
const west = preparePolygon(square(-75.2, 39.9, 0.1));
const middle = preparePolygon(square(-75.15, 39.92, 0.1));

function finished<Result>(work: Generator<void, Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

interface Row {
  lon: number;
  lat: number;
  located: boolean;
  from: number;
  category: number;
}

const rows = fc.array(
  fc.record<Row>({
    // Few places, so that some of them hold enough.
    lon: fc.integer({ min: 0, max: 12 }).map((step) => -75.2 + step * 0.0151),
    lat: fc.integer({ min: 0, max: 12 }).map((step) => 39.9 + step * 0.0113),
    located: fc.integer({ min: 0, max: 9 }).map((roll) => roll > 0),
    from: fc.integer({ min: START, max: START + MINUTES }),
    category: fc.integer({ min: 1, max: 2 }),
  }),
  { maxLength: 150 },
);

function columnsOf(rows: readonly Row[]) {
  const columns = emptyColumns(rows.length);
  rows.forEach((row, i) => {
    columns.id[i] = i + 1;
    columns.lon[i] = row.located ? Math.round(row.lon * DEGREE) : MISSING;
    columns.lat[i] = row.located ? Math.round(row.lat * DEGREE) : MISSING;
    columns.from[i] = row.from;
    columns.category[i] = row.category;
  });
  return columns;
}

function seenBy(sight: Sight, rows: readonly Row[]): SeenColumns {
  const columns = columnsOf(rows);
  const rules = { timezone: 'UTC', finestLevel: () => 1 };
  return finished(seenColumns(sight, columns, finished(maskLocations(columns, rules))));
}

const corner = fc.tuple(
  fc.double({ min: -75.3, max: -75, noNaN: true }),
  fc.double({ min: 39.8, max: 40.1, noNaN: true }),
);
const question = fc.record(
  {
    polygons: fc
      .tuple(corner, fc.double({ min: 0.001, max: 0.3, noNaN: true }))
      .map(([[lon, lat], size]) => [preparePolygon(square(lon, lat, size))]),
    fromMinutes: fc.integer({ min: START, max: START + MINUTES }),
    toMinutes: fc.integer({ min: START, max: START + MINUTES }),
    categories: fc.constantFrom(new Set([1]), new Set([2])),
  },
  { requiredKeys: [] },
);

describe('squares', () => {
  it('never differ between two questions by one incident or two', () => {
    fc.assert(
      fc.property(rows, question, question, (rows, one, other) => {
        const seen = seenBy(CELLS, rows);
        const first = new Set(select(seen, one));
        const second = new Set(select(seen, other));
        const onlyFirst = [...first].filter((row) => !second.has(row)).length;
        const onlySecond = [...second].filter((row) => !first.has(row)).length;
        const both = first.size - onlyFirst;
        for (const count of [onlyFirst, onlySecond, both]) expect([1, 2]).not.toContain(count);
      }),
    );
  });

  it('are the same for all who see only squares: those of an area are some of all', () => {
    fc.assert(
      fc.property(rows, (rows) => {
        const all = entries(seenBy(CELLS, rows));
        const inside = entries(seenBy({ ...CELLS, cell: [middle] }, rows));
        for (const [entry, count] of inside) expect(all.get(entry)).toBe(count);
      }),
    );
  });

  it('tell nothing of the order or the numbers of the incidents', () => {
    fc.assert(
      fc.property(rows, (rows) => {
        const seen = seenBy(CELLS, rows);
        expect([...seen.id]).toEqual(Array.from(seen.id, (_, i) => FIRST_SQUARE_ROW + i));
        expect(seenBy(CELLS, rows.toReversed())).toEqual(seen);
      }),
    );
  });

  it('are three at least where a viewer sees some of the same incidents exactly', () => {
    fc.assert(
      fc.property(rows, (rows) => {
        const seen = seenBy({ key: 'm', exact: [west], cell: 'everywhere' }, rows);
        const exact = rows.filter(({ located, lon, lat }) => located && isInWest(lon, lat)).length;
        expect([...(seen.square ?? [])].filter((size) => size === 0)).toHaveLength(exact);
        for (const count of entries(seen).values()) expect(count).toBeGreaterThanOrEqual(3);
        expect(seen.length).toBeLessThanOrEqual(rows.length);
      }),
    );
  });
});

describe('exact sight', () => {
  it('of an area is of what lies in it', () => {
    fc.assert(
      fc.property(rows, (rows) => {
        const seen = finished(exactColumns({ key: 'w', exact: [west], cell: [] }, columnsOf(rows)));
        const wanted = rows.flatMap(({ located, lon, lat }, i) =>
          located && isInWest(lon, lat) ? [i + 1] : [],
        );
        expect([...seen.id]).toEqual(wanted);
      }),
    );
  });

  it('is of single incidents by their true place, and of those without one only everywhere', () => {
    const limited: Sight = { key: 'w', exact: [west], cell: 'everywhere' };
    expect(seenExactly(limited, { position: [-75.15, 39.95] })).toBe(true);
    expect(seenExactly(limited, { position: [-75.05, 39.95] })).toBe(false);
    expect(seenExactly(limited, { position: null })).toBe(false);
    expect(seenExactly({ ...limited, exact: 'everywhere' }, { position: null })).toBe(true);
    expect(seenExactly(CELLS, { position: [-75.15, 39.95] })).toBe(false);
  });

  it('of nothing is nothing', () => {
    const columns = columnsOf([{ lon: -75.15, lat: 39.95, located: true, from: START, category: 1 }]);
    expect(finished(exactColumns(CELLS, columns))).toHaveLength(0);
  });
});

/** As stored, in 10^-7 degrees. */
function isInWest(lon: number, lat: number): boolean {
  const [x, y] = [Math.round(lon * DEGREE) / DEGREE, Math.round(lat * DEGREE) / DEGREE];
  return x >= -75.2 && x < -75.1 && y >= 39.9 && y < 40;
}

/** How many rows of squares are alike. */
function entries(seen: SeenColumns): Map<string, number> {
  const found = new Map<string, number>();
  for (let row = 0; row < seen.length; row++) {
    if (seen.square?.[row] === 0) continue;
    const { lon, lat, from, category, flags, square } = seen;
    const key = [lon[row], lat[row], from[row], category[row], flags[row], square?.[row]].join();
    found.set(key, (found.get(key) ?? 0) + 1);
  }
  return found;
}
