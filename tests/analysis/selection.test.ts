import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FLAG_UNLOCATED, type IncidentColumns, MISSING } from '../../analysis/incident-columns.ts';
import { containsPosition, preparePolygon } from '../../analysis/prepared-polygon.ts';
import { seededRandom } from '../../analysis/random.ts';
import { countMatches, type SelectionCriteria, select } from '../../analysis/selection.ts';

function columnsOf(
  rows: { lon?: number; lat?: number; from?: number; category?: number }[],
): IncidentColumns {
  const whole = (value: number | undefined, unit: number) =>
    value === undefined ? MISSING : Math.round(value * unit);
  return {
    length: rows.length,
    id: Uint32Array.from(rows, (_, i) => i + 1),
    lon: Int32Array.from(rows, (row) => whole(row.lon, 1e7)),
    lat: Int32Array.from(rows, (row) => whole(row.lat, 1e7)),
    from: Int32Array.from(rows, (row) => whole(row.from, 1)),
    duration: new Uint16Array(rows.length),
    category: Uint16Array.from(rows, (row) => row.category ?? 1),
    flags: Uint8Array.from(rows, (row) => (row.lon === undefined ? FLAG_UNLOCATED : 0)),
  };
}

const square = (west: number, south: number, east: number, north: number): number[][] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

describe('select', () => {
  const columns = columnsOf([
    { lon: 10, lat: 50, from: 100, category: 1 },
    { lon: 11, lat: 51, from: 200, category: 2 },
    { from: 150, category: 2 },
    { lon: 10.5, lat: 50.5, category: 3 },
    { lon: -179.9, lat: 0, from: 300, category: 70 },
  ]);
  const rows = (criteria: SelectionCriteria) => {
    const found = select(columns, criteria);
    expect(countMatches(columns, criteria)).toBe(found.length);
    return [...found];
  };

  it('takes every row when nothing is asked', () => {
    expect(rows({})).toEqual([0, 1, 2, 3, 4]);
  });

  it('leaves rows without a time out only when a time is asked; the end is not in', () => {
    expect(rows({ fromMinutes: 100, toMinutes: 200 })).toEqual([0, 2]);
    expect(rows({ toMinutes: 1000 })).toEqual([0, 1, 2, 4]);
  });

  it('leaves rows without a position out only when a place is asked', () => {
    expect(rows({ bounds: [10, 50, 11, 51] })).toEqual([0, 1, 3]);
    expect(rows({ bounds: [-180, -90, 180, 90] })).toEqual([0, 1, 3, 4]);
  });

  it('crosses the 180th meridian', () => {
    expect(rows({ bounds: [170, -10, -170, 10] })).toEqual([4]);
  });

  it('takes categories as a set or a mask', () => {
    expect(rows({ categories: new Set([2, 70]) })).toEqual([1, 2, 4]);
    expect(rows({ categories: Uint8Array.of(0, 1, 0, 1) })).toEqual([0, 3]);
    expect(rows({ categories: new Set() })).toEqual([]);
  });

  it('takes any of several polygons, and nothing for an empty list', () => {
    const west = preparePolygon({ type: 'Polygon', coordinates: [square(9, 49, 10.2, 50.2)] });
    const east = preparePolygon({ type: 'Polygon', coordinates: [square(10.9, 50.9, 12, 52)] });
    expect(rows({ polygons: [west, east] })).toEqual([0, 1]);
    expect(rows({ polygons: [] })).toEqual([]);
  });

  it('agrees with a plain filter', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        const random = seededRandom(seed);
        const list = Array.from({ length: 200 }, () => ({
          lon: random.next() < 0.9 ? random.integer(40) / 10 : undefined,
          lat: random.integer(40) / 10,
          from: random.next() < 0.9 ? random.integer(50) : undefined,
          category: random.integer(5),
        }));
        const found = select(columnsOf(list), {
          bounds: [0.5, 0.7, 3, 3.2],
          fromMinutes: 10,
          toMinutes: 40,
          categories: new Set([1, 3]),
        });
        const expected = list.flatMap(({ lon, lat, from, category }, i) =>
          lon !== undefined &&
          lon >= 0.5 &&
          lon <= 3 &&
          lat >= 0.7 &&
          lat <= 3.2 &&
          from !== undefined &&
          from >= 10 &&
          from < 40 &&
          (category === 1 || category === 3)
            ? [i]
            : [],
        );
        expect([...found]).toEqual(expected);
      }),
    );
  });
});

describe('containsPosition', () => {
  it('knows holes and parts', () => {
    const area = preparePolygon({
      type: 'MultiPolygon',
      coordinates: [[square(0, 0, 10, 10), square(4, 4, 6, 6)], [square(20, 0, 21, 1)]],
    });
    const inside = (lon: number, lat: number) => containsPosition(area, lon, lat);
    expect([inside(1, 1), inside(5, 5), inside(20.5, 0.5), inside(15, 0.5), inside(5, 11)]).toEqual([
      true,
      false,
      true,
      false,
      false,
    ]);
  });

  it('gives a position on a shared edge to exactly one of two areas', () => {
    const left = preparePolygon({ type: 'Polygon', coordinates: [square(0, 0, 1, 3)] });
    const right = preparePolygon({ type: 'Polygon', coordinates: [square(1, 0, 2, 3)] });
    const below = preparePolygon({ type: 'Polygon', coordinates: [square(0, -2, 2, 0)] });
    for (const [lon, lat] of [
      [1, 0],
      [1, 1.5],
      [0, 0],
      [0.3, 0],
      [1.7, 0],
    ])
      expect([left, right, below].filter((area) => containsPosition(area, lon, lat)).length).toBe(1);
  });

  it('splits a slanted border without gap or overlap', () => {
    const corner = [0.137, 0.911];
    const a = preparePolygon({ type: 'Polygon', coordinates: [[[0, 0], [1, 0], corner, [0, 0]]] });
    const b = preparePolygon({ type: 'Polygon', coordinates: [[[1, 0], [1, 1], corner, [1, 0]]] });
    for (let i = 0; i <= 100; i++) {
      const lon = 1 + (corner[0] - 1) * (i / 100);
      const lat = corner[1] * (i / 100);
      expect(Number(containsPosition(a, lon, lat)) + Number(containsPosition(b, lon, lat))).toBeLessThan(2);
    }
  });

  it('agrees with a plain ray over all edges', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 3, max: 80 }), (seed, size) => {
        const random = seededRandom(seed);
        const ring = Array.from({ length: size }, (_, i) => {
          const angle = (2 * Math.PI * i) / size;
          const radius = 0.3 + random.next();
          return [radius * Math.cos(angle), radius * Math.sin(angle)];
        });
        const area = preparePolygon({ type: 'Polygon', coordinates: [[...ring, ring[0]]] });
        for (let k = 0; k < 100; k++) {
          const x = random.next() * 3 - 1.5;
          const y = random.next() * 3 - 1.5;
          let inside = false;
          ring.forEach(([x1, y1], i) => {
            const [x2, y2] = ring[(i + 1) % size];
            if (y1 > y !== y2 > y && x > ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
          });
          expect(containsPosition(area, x, y)).toBe(inside);
        }
      }),
    );
  });

  it('is not misled by a corner at the same latitude', () => {
    const diamond = preparePolygon({
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [2, 2],
          [0, 4],
          [-2, 2],
          [0, 0],
        ],
      ],
    });
    expect([-3, -1, 0, 1, 3].map((lon) => containsPosition(diamond, lon, 2))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  it('holds nothing when it has no area', () => {
    expect(containsPosition(preparePolygon({ type: 'Polygon', coordinates: [] }), 0, 0)).toBe(false);
  });
});
