import { expect, test } from 'vitest';
import { coverOf } from '../../../../client/views/map/use-cover.ts';

const sheet = (top: number, bottom: number) => ({ getBoundingClientRect: () => ({ top, bottom }) });

test('the foot of the map under the highest sheet is covered', () => {
  const map = { top: 100, bottom: 700 };
  expect(coverOf(map, [])).toBe(0);
  expect(coverOf(map, [sheet(400, 788)])).toBe(300);
  expect(coverOf(map, [sheet(500, 788), sheet(400, 788)])).toBe(300);
  // Closed, beside, or so high that no map is left.
  expect(coverOf(map, [sheet(0, 0)])).toBe(0);
  expect(coverOf(map, [sheet(720, 788)])).toBe(0);
  expect(coverOf(map, [sheet(120, 788)])).toBe(0);
});
