import { describe, expect, it } from 'vitest';
import { DEGREE, FLAG_UNLOCATED, type IncidentColumns, MISSING } from '../../../analysis/incident-columns.ts';
import { preparePolygon } from '../../../analysis/prepared-polygon.ts';
import { countMatches, type SelectionCriteria } from '../../../analysis/selection.ts';
import { type Criteria, IncidentIndex } from '../../../client/map/incident-index.ts';
import { timeBins } from '../../../client/map/time-bins.ts';

const ROWS = 4000;

/** A small generator with fixed numbers, so that the test needs no seed from elsewhere. */
function scatter(rows: number, firstId: number): IncidentColumns {
  let state = firstId;
  const next = (below: number) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
  const columns = {
    length: rows,
    id: new Uint32Array(rows),
    lon: new Int32Array(rows),
    lat: new Int32Array(rows),
    from: new Int32Array(rows),
    duration: new Uint16Array(rows),
    category: new Uint16Array(rows),
    flags: new Uint8Array(rows),
  };
  for (let row = 0; row < rows; row++) {
    const lost = next(20) === 0;
    columns.id[row] = firstId + row;
    columns.lon[row] = lost ? MISSING : (10 + next(1000) / 1000) * DEGREE;
    columns.lat[row] = lost ? MISSING : (50 + next(1000) / 1000) * DEGREE;
    columns.flags[row] = lost ? FLAG_UNLOCATED : 0;
    columns.from[row] = next(30) === 0 ? MISSING : 28_000_000 + next(500_000);
    columns.category[row] = 1 + next(5);
  }
  return columns;
}

const area = (id: number, west: number, south: number, size: number) => ({
  id,
  version: 1,
  geometry: {
    type: 'Polygon' as const,
    coordinates: [
      [
        [west, south],
        [west + size, south],
        [west + size, south + size],
        [west, south + size],
        [west, south],
      ],
    ],
  },
});
const areas = [area(1, 10.1, 50.1, 0.3), area(2, 10.3, 50.3, 0.4)];
const sets = new Map([
  [7, scatter(ROWS, 1000)],
  [9, scatter(ROWS, 90_000)],
]);
const bins = timeBins(28_000_000, 28_500_000, 'UTC');

function freshIndex(): IncidentIndex {
  const index = new IncidentIndex();
  for (const [dataset, columns] of sets) index.put(dataset, { ...columns, square: null });
  index.setAreas(areas);
  return index;
}

/** The same question asked of the plain selection that the server uses. */
function counted({ datasets, categories, areas: ids, from, to }: Criteria, more: SelectionCriteria = {}) {
  const criteria: SelectionCriteria = {
    ...more,
    fromMinutes: from,
    toMinutes: to,
    categories: categories?.length ? new Set(categories) : undefined,
    polygons: ids?.length
      ? areas.filter(({ id }) => ids.includes(id)).map(({ geometry }) => preparePolygon(geometry))
      : undefined,
  };
  let count = 0;
  for (const [dataset, columns] of sets)
    if (!datasets?.length || datasets.includes(dataset)) count += countMatches(columns, criteria);
  return count;
}

const questions: Criteria[] = [
  {},
  { categories: [2, 4] },
  { datasets: [9] },
  { areas: [1] },
  { areas: [1, 2] },
  { from: 28_100_000, to: 28_200_000 },
  { to: 28_300_000 },
  { datasets: [7], categories: [1], areas: [2], from: 28_050_000 },
  { categories: [77] },
];

describe('IncidentIndex', () => {
  it.each(questions)('counts as the server does: %j', (criteria) => {
    const counts = freshIndex().apply(criteria, bins);
    expect(counts.total).toBe(counted(criteria));
    expect(counts.all).toBe(2 * ROWS);
    expect(counts.located).toBe(counted(criteria, { bounds: [-180, -90, 180, 90] }));
  });

  it.each(questions)('lifts each part of the filter for its own choices: %j', (criteria) => {
    const { byCategory, byDataset, histogram } = freshIndex().apply(criteria, bins);
    for (const category of [1, 2, 3, 4, 5])
      expect(byCategory.get(category) ?? 0).toBe(counted({ ...criteria, categories: [category] }));
    for (const dataset of [7, 9])
      expect(byDataset.get(dataset)).toBe(counted({ ...criteria, datasets: [dataset] }));
    histogram.forEach((count, i) => {
      if (i % 11 !== 0) return;
      const bar = { from: bins.edges[i], to: bins.edges[i + 1] };
      expect(count).toBe(counted({ ...criteria, ...bar }));
    });
  });

  it('counts an area with the choice of areas lifted, and a drawn polygon with the whole filter', () => {
    const index = freshIndex();
    const criteria = { areas: [1], categories: [3] };
    index.apply(criteria, null);
    expect(index.countInArea(2)).toBe(counted({ categories: [3], areas: [2] }));
    const both = { ...areas[1], id: 0 };
    const overlap = counted(criteria) + counted({ ...criteria, areas: [2] });
    expect(index.countInside(both)).toBe(overlap - counted({ ...criteria, areas: [1, 2] }));
  });

  it('follows a changed area', () => {
    const index = freshIndex();
    index.apply({ areas: [1] }, null);
    index.setAreas([{ ...area(1, 10, 50, 0.01), version: 2 }]);
    expect(index.apply({ areas: [1] }, null).total).toBeLessThan(counted({ areas: [1] }));
  });

  it('hands out points up to the limit, else only their number', () => {
    const index = freshIndex();
    index.apply({ categories: [2] }, null);
    const view = [10.2, 50.2, 10.4, 50.4] as const;
    const expected = counted({ categories: [2] }, { bounds: view });
    const { count, points } = index.pointsIn(view, expected);
    expect(count).toBe(expected);
    expect(points?.ids.length).toBe(expected);
    expect(points?.categories.every((category) => category === 2)).toBe(true);
    for (let i = 0; i < expected; i++) {
      expect(points?.positions[2 * i]).toBeGreaterThanOrEqual(10.2);
      expect(points?.positions[2 * i + 1]).toBeLessThanOrEqual(50.4);
    }
    expect(index.pointsIn(view, expected - 1)).toEqual({ count: expected, points: null });
  });

  it('gathers marker groups whose counts add up to the located incidents at every zoom', () => {
    const index = freshIndex();
    const { located } = index.apply({ categories: [1, 2] }, null);
    for (const zoom of [0, 6.5, 9, 12, 18]) {
      const groups = index.groupsIn([-180, -85, 180, 85], zoom);
      expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(located);
      for (const { lon, lat, bounds } of groups) {
        const [west, south, east, north] = bounds;
        expect(lon >= west - 1e-6 && lon <= east + 1e-6 && lat >= south - 1e-6 && lat <= north + 1e-6).toBe(
          true,
        );
      }
    }
  });

  it('forgets a data set that went', () => {
    const index = freshIndex();
    index.drop(7);
    expect(index.apply({}, null).all).toBe(ROWS);
    expect([...index.apply({}, null).byDataset.keys()]).toEqual([9]);
  });

  it('knows first and last time, and neither without rows', () => {
    const period = freshIndex().period();
    expect(period?.from).toBeGreaterThanOrEqual(28_000_000);
    expect(period?.to).toBeLessThan(28_500_000);
    expect(new IncidentIndex().period()).toBeNull();
  });
});
