import { describe, expect, it } from 'vitest';
import { DEGREE, MISSING, NO_SQUARE, type SeenColumns } from '../../../analysis/incident-columns.ts';
import { middleOf, squareAt } from '../../../analysis/world-squares.ts';
import { countSquares, findSquares } from '../../../client/map/square-counts.ts';

/** Rows of squares around one place; level -1: an incident by itself; null: without a place. */
function columnsOf(levels: readonly (number | null)[]): SeenColumns {
  const length = levels.length;
  const columns = {
    length,
    id: new Uint32Array(length),
    lon: new Int32Array(length),
    lat: new Int32Array(length),
    from: new Int32Array(length),
    duration: new Uint16Array(length),
    category: new Uint16Array(length),
    flags: new Uint8Array(length),
    square: new Uint8Array(length),
  };
  levels.forEach((level, row) => {
    const place =
      level === null || level < 0 ? { lon: 30.06, lat: -1.95 } : middleOf(squareAt(level, 30.06, -1.95));
    columns.lon[row] = level === null ? MISSING : Math.round(place.lon * DEGREE);
    columns.lat[row] = level === null ? MISSING : Math.round(place.lat * DEGREE);
    columns.square[row] = level === null ? NO_SQUARE : level + 1;
  });
  return columns;
}

const sheetOf = (levels: readonly (number | null)[], out: readonly number[] = []) => {
  const verdict = new Uint8Array(levels.length);
  for (const row of out) verdict[row] = 1;
  return { squares: findSquares(columnsOf(levels)), verdict };
};

describe('squares on the map', () => {
  it('count what passes the filter, the largest first, and no incident that is there by itself', () => {
    const counted = countSquares([sheetOf([1, 1, 1, 3, 3, 3, 3, -1, null], [0])]);
    expect(counted.map(({ side, count }) => [side, count])).toEqual([
      [2000, 4],
      [500, 2],
    ]);
  });

  it('add up over data sets', () => {
    expect(countSquares([sheetOf([1, 1, 1]), sheetOf([1, 1, 1, 1])])[0].count).toBe(7);
  });

  it('are as dense as what they hold and what larger ones around hold, spread evenly', () => {
    const [wide, fine] = countSquares([sheetOf([1, 1, 1, 3, 3, 3, 3])]);
    expect(wide.density).toBeCloseTo(4 / 4, 10);
    expect(fine.density).toBeCloseTo(3 / 0.25 + 4 / 4, 10);
  });

  it('are none where every incident is there by itself', () => {
    expect(findSquares({ ...columnsOf([-1]), square: null })).toBeNull();
  });
});
