import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  COLUMN_NAMES,
  DEGREE,
  DURATION_LONGEST,
  FLAG_MONTH_ONLY,
  FLAG_UNLOCATED,
  FLAG_YEAR_ONLY,
  type IncidentColumns,
  MISSING,
  NO_SQUARE,
} from '../../../analysis/incident-columns.ts';
import { boundsOf, COARSEST_LEVEL, middleOf, squareAt } from '../../../analysis/world-squares.ts';
import { type LocationMask, maskLocations } from '../../../server/domain/location-mask.ts';
import { emptyColumns } from '../../../server/store/empty-columns.ts';

const ZONE = 'America/New_York';
const MAY = Date.UTC(2024, 4, 1, 4) / 60_000;
const DAY = 1440;

interface Row {
  /** Degrees; null: not located. */
  at: [number, number] | null;
  /** Minutes since 1970; null: not known. */
  from: number | null;
  category: number;
}

function columnsOf(rows: readonly Row[]): IncidentColumns {
  const columns = emptyColumns(rows.length);
  rows.forEach(({ at, from, category }, row) => {
    columns.id[row] = row + 1;
    columns.lon[row] = at ? Math.round(at[0] * DEGREE) : MISSING;
    columns.lat[row] = at ? Math.round(at[1] * DEGREE) : MISSING;
    columns.from[row] = from ?? MISSING;
    columns.category[row] = category;
    columns.flags[row] = at ? 0 : FLAG_UNLOCATED;
  });
  return columns;
}

function finished<Result>(work: Generator<void, Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

type Finest = (row: number, column: number) => number;
const half: Finest = () => 1;
/** Homes lie close in some columns of squares and far apart in others. */
const uneven: Finest = (row, column) => (column * 7 + row) % 4;

const maskOf = (rows: readonly Row[], finestLevel: Finest = half): LocationMask =>
  finished(maskLocations(columnsOf(rows), { timezone: ZONE, finestLevel }));

/** "category|period|square" -> how many: the same rules in the plainest words, over objects. */
function twin(rows: readonly Row[], finest: Finest): Map<string, number> {
  const shown = new Map<string, number>();
  const monthOf = (from: number | null) =>
    from === null
      ? 'never'
      : new Intl.DateTimeFormat('sv', { timeZone: ZONE }).format(from * 60_000).slice(0, 7);
  const round = (left: readonly Row[], periodOf: (from: number | null) => string): Row[] => {
    let waiting = left.map((row) => ({ row, finest: row.at ? finestAt(row.at, finest) : 0 }));
    for (let level = 0; level <= COARSEST_LEVEL; level++) {
      const groups = new Map<string, typeof waiting>();
      for (const each of waiting) {
        if (each.finest > level) continue;
        const { at, from, category } = each.row;
        const square = at ? JSON.stringify(squareAt(level, at[0], at[1])) : 'nowhere';
        const key = `${category}|${periodOf(from)}|${square}`;
        groups.set(key, [...(groups.get(key) ?? []), each]);
      }
      for (const [key, members] of groups) {
        if (members.length < 3) continue;
        shown.set(key, (shown.get(key) ?? 0) + members.length);
        waiting = waiting.filter((each) => !members.includes(each));
      }
    }
    return waiting.map(({ row }) => row);
  };
  const left = round(rows, monthOf);
  round(left, (from) => `year ${monthOf(from).slice(0, 4)}`);
  return shown;
}

function finestAt([lon, lat]: [number, number], finest: Finest): number {
  const { row, column } = squareAt(0, Math.round(lon * DEGREE) / DEGREE, Math.round(lat * DEGREE) / DEGREE);
  return finest(row, column);
}

function told({ groups }: LocationMask): Map<string, number> {
  const shown = new Map<string, number>();
  for (let group = 0; group < groups.length; group++) {
    const { from, flags, square, lon, lat, category, count } = groups;
    const month = new Intl.DateTimeFormat('sv', { timeZone: ZONE }).format(from[group] * 60_000).slice(0, 7);
    // Without a time there is no telling a month from a year, and both rounds may show some.
    const period =
      from[group] === MISSING ? 'never' : flags[group] & FLAG_YEAR_ONLY ? `year ${month.slice(0, 4)}` : month;
    const place =
      square[group] === NO_SQUARE
        ? 'nowhere'
        : JSON.stringify(squareAt(square[group] - 1, lon[group] / DEGREE, lat[group] / DEGREE));
    shown.set(`${category[group]}|${period}|${place}`, count[group]);
  }
  return shown;
}

const position = fc.tuple(
  fc.double({ min: -75.2, max: -74.9, noNaN: true }),
  fc.double({ min: 39.9, max: 40.1, noNaN: true }),
);
const clustered = fc.oneof(
  position,
  fc.constantFrom<[number, number]>([-75.101, 39.951], [-75.1, 39.951], [-75.03, 40.02], [-74.2, 41.3]),
);
const row: fc.Arbitrary<Row> = fc.record({
  at: fc.option(clustered, { freq: 12 }),
  from: fc.option(fc.integer({ min: MAY - 400 * DAY, max: MAY + 60 * DAY }), { freq: 12 }),
  category: fc.integer({ min: 1, max: 3 }),
});
const many = fc.array(row, { maxLength: 120 });
const floors = fc.constantFrom(half, uneven);

describe('groups of incidents that are alike', () => {
  it('are those of the same rules in the plainest words', () => {
    fc.assert(
      fc.property(many, floors, (rows, finest) => {
        expect(told(maskOf(rows, finest))).toEqual(twin(rows, finest));
      }),
      { numRuns: 100 },
    );
  });

  it('hold at least three each, and every incident is in one of them or in none', () => {
    fc.assert(
      fc.property(many, floors, (rows, finest) => {
        const { groups, groupOf, hidden } = maskOf(rows, finest);
        const counted = new Uint32Array(groups.length);
        for (const group of groupOf) if (group >= 0) counted[group]++;
        expect(counted).toEqual(groups.count);
        expect([...groups.count].every((count) => count >= 3)).toBe(true);
        expect(groupOf.filter((group) => group < 0)).toHaveLength(hidden);
      }),
    );
  });

  it('show nothing but middles of squares that are coarse enough and hold their incidents', () => {
    fc.assert(
      fc.property(many, floors, (rows, finest) => {
        const { groups, groupOf } = maskOf(rows, finest);
        rows.forEach(({ at }, i) => {
          const group = groupOf[i];
          if (group < 0) return;
          expect(groups.square[group] === NO_SQUARE).toBe(at === null);
          if (at === null) return;
          const level = groups.square[group] - 1;
          expect(level).toBeGreaterThanOrEqual(finestAt(at, finest));
          const middle = middleOf(squareAt(level, at[0], at[1]));
          expect(groups.lon[group]).toBe(Math.round(middle.lon * DEGREE));
          expect(groups.lat[group]).toBe(Math.round(middle.lat * DEGREE));
        });
      }),
    );
  });

  it('do not change with the order of the rows, to the byte', () => {
    const shuffled = many.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    );
    fc.assert(
      fc.property(shuffled, floors, ([rows, others], finest) => {
        expect(maskOf(others, finest).groups).toEqual(maskOf(rows, finest).groups);
      }),
    );
  });

  it('are told by the month of the place, from its first to its last minute', () => {
    const late = MAY + 31 * DAY - 1;
    const mask = maskOf([MAY, MAY + 9 * DAY, late].map((from) => ({ at: [-75.1, 40], from, category: 7 })));
    const { groups, hidden } = mask;
    expect([groups.length, hidden]).toEqual([1, 0]);
    expect(groups.from[0]).toBe(MAY);
    expect(groups.duration[0]).toBe(31 * DAY - 1);
    expect(groups.flags[0]).toBe(FLAG_MONTH_ONLY);
    expect([groups.category[0], groups.count[0], groups.square[0]]).toEqual([7, 3, 2]);
    const [west, south, east, north] = boundsOf(squareAt(1, -75.1, 40));
    expect(groups.lon[0] / DEGREE).toBeCloseTo((west + east) / 2, 6);
    expect(groups.lat[0] / DEGREE).toBeCloseTo((south + north) / 2, 6);
  });

  it('are gathered by years where months are too few, and left out where years are', () => {
    const at: [number, number] = [-75.1, 40];
    const spread = [0, 35, 70].map((days) => ({ at, from: MAY + days * DAY, category: 1 }));
    const { groups } = maskOf(spread);
    expect([groups.length, groups.flags[0], groups.duration[0]]).toEqual([
      1,
      FLAG_YEAR_ONLY,
      DURATION_LONGEST,
    ]);
    expect(groups.from[0]).toBe(Date.UTC(2024, 0, 1, 5) / 60_000);
    expect(maskOf(spread.slice(1))).toMatchObject({ hidden: 2, groups: { length: 0 } });
    expect(maskOf([])).toMatchObject({ hidden: 0, groups: { length: 0 } });
  });

  it('give what is too few to the larger square, beside those who were enough', () => {
    const [lon, lat] = [-75.1, 40];
    const [west, south, east] = boundsOf(squareAt(2, lon, lat));
    const [here, there]: [number, number][] = [
      [west + 1e-4, south + 1e-4],
      [east - 1e-4, south + 1e-4],
    ];
    const rows = [here, here, here, there, there].map((at) => ({ at, from: MAY, category: 1 }));
    // Two stay alone at 1 km: what their neighbours had is shown already.
    const { groups, hidden } = maskOf(rows);
    expect([...groups.count]).toEqual([3]);
    expect(hidden).toBe(2);
    const more = maskOf([...rows, { at: [here[0], here[1] + 0.006], from: MAY, category: 1 }]);
    expect([...more.groups.count]).toEqual([3, 3]);
    expect([...more.groups.square]).toEqual([2, 3]);
  });
});

describe('many rows', () => {
  it('let others have a turn all along', () => {
    const columns = emptyColumns(300_000);
    for (let i = 0; i < columns.length; i++) {
      columns.lon[i] = -751_000_000 + ((i * 7919) % 2_000_000);
      columns.lat[i] = 399_000_000 + ((i * 104_729) % 1_500_000);
      columns.from[i] = MAY + ((i * 31) % (700 * DAY));
      columns.category[i] = 1 + (i % 20);
    }
    let turns = 0;
    const work = maskLocations(columns, { timezone: ZONE, finestLevel: half });
    while (!work.next().done) turns++;
    expect(turns).toBeGreaterThan(40);
  });
});

it('masks nothing in the columns it reads', () => {
  const columns = columnsOf([{ at: [-75.1, 40], from: MAY, category: 1 }]);
  const before = COLUMN_NAMES.map((name) => [...columns[name]]);
  finished(maskLocations(columns, { timezone: ZONE, finestLevel: half }));
  expect(COLUMN_NAMES.map((name) => [...columns[name]])).toEqual(before);
});
