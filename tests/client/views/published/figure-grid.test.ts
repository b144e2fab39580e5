import { expect, test } from 'vitest';
import { countsOf, gridOf } from '../../../../client/views/published/figure-grid.ts';

const place = (name: string) => ({
  name,
  geometry: { type: 'Polygon' as const, coordinates: [] },
});
const periods = [
  { from: '2025-01', before: '2025-07' },
  { from: '2025-07', before: '2026-01' },
];

test('figures stand by area and period with their totals', () => {
  const grid = gridOf({
    areas: [place('Harbour'), place('Hill')],
    periods,
    figures: [
      { area: 0, period: 0, count: 8 },
      { area: 0, period: 1, count: null },
      { area: 1, period: 0, count: 0 },
      { area: 1, period: 1, count: 31 },
      { area: 0, period: null, count: null },
      { area: 1, period: null, count: 31 },
      { area: null, period: 0, count: 8 },
      { area: null, period: 1, count: 35 },
      { area: null, period: null, count: 43 },
    ],
  });
  expect(grid.cells).toEqual([
    [8, null],
    [0, 31],
  ]);
  expect(grid.areaTotals).toEqual([null, 31]);
  expect(grid.periodTotals).toEqual([8, 35]);
  expect(grid.all).toEqual({ count: 43 });
  expect(grid.hidden).toBe(2);
  expect(countsOf(grid, null)).toEqual([null, 31]);
  expect(countsOf(grid, 0)).toEqual([8, 0]);
});

test('one period has no totals of areas, and its counts are what the map shows', () => {
  const grid = gridOf({
    areas: [place('Harbour'), place('Hill')],
    periods: [periods[0]],
    figures: [
      { area: 0, period: 0, count: 12 },
      { area: 1, period: 0, count: null },
      { area: null, period: 0, count: null },
    ],
  });
  expect(grid.areaTotals).toBeNull();
  expect(grid.all).toBeNull();
  // Hidden is not the same as not there.
  expect(grid.periodTotals).toEqual([null]);
  expect(countsOf(grid, null)).toEqual([12, null]);
});

test('one area has no totals of periods', () => {
  const grid = gridOf({
    areas: [place('Harbour')],
    periods,
    figures: [
      { area: 0, period: 0, count: 12 },
      { area: 0, period: 1, count: 9 },
      { area: 0, period: null, count: 21 },
    ],
  });
  expect(grid.periodTotals).toBeNull();
  expect(grid.areaTotals).toEqual([21]);
  expect(grid.hidden).toBe(0);
});
