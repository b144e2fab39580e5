import { describe, expect, it } from 'vitest';
import { squareAt } from '../../../../../analysis/world-squares.ts';
import {
  cellName,
  dotGrid,
  gridBounds,
  gridName,
  latinDigits,
  middleOfCell,
  precisionOf,
  readCell,
} from '../../../../../client/views/meetings/sheets/dot-grid.ts';

/** About 4 km by 3.5 km. */
const SMALL = [36.8, -1.3, 36.836, -1.268] as const;
/** About 30 km by 20 km. */
const LARGE = [36.7, -1.4, 36.97, -1.22] as const;

describe('the grid of a map for dots', () => {
  it('has the squares in which concerns are kept', () => {
    const grid = dotGrid(SMALL);
    expect(grid.sideM).toBe(250);
    const seen = new Set<string>();
    for (let row = 0; row < grid.rows; row++)
      for (let column = 0; column < grid.columns; column++) {
        const [lon, lat] = middleOfCell(grid, { column, row });
        const square = squareAt(0, lon, lat);
        expect(square).toEqual({ level: 0, row: grid.north - row, column: grid.west + column });
        seen.add(`${square.row} ${square.column}`);
      }
    expect(seen.size).toBe(grid.rows * grid.columns);
    expect(precisionOf(grid)).toBe('block_cell');
  });

  it('covers the bounds', () => {
    for (const bounds of [SMALL, LARGE]) {
      const [west, south, east, north] = gridBounds(dotGrid(bounds));
      expect(west).toBeLessThanOrEqual(bounds[0]);
      expect(south).toBeLessThanOrEqual(bounds[1]);
      expect(east).toBeGreaterThanOrEqual(bounds[2]);
      expect(north).toBeGreaterThanOrEqual(bounds[3]);
    }
  });

  it('takes larger squares where there were too many, and then keeps no more than the neighbourhood', () => {
    const grid = dotGrid(LARGE);
    expect(grid.sideM).toBeGreaterThan(250);
    expect(grid.columns).toBeLessThanOrEqual(24);
    expect(grid.rows).toBeLessThanOrEqual(28);
    expect(precisionOf(grid)).toBe('neighbourhood');
  });

  it('is another one for an area that was drawn anew', () => {
    expect(gridName(dotGrid(SMALL))).toBe(gridName(dotGrid(SMALL)));
    expect(gridName(dotGrid([36.8, -1.3, 36.84, -1.268]))).not.toBe(gridName(dotGrid(SMALL)));
  });

  it('reads a square however it was written', () => {
    const grid = dotGrid(SMALL);
    const c7 = { column: 2, row: 6 };
    for (const written of ['C7', 'c 7', '7C', 'c-07', 'C٧', 'C۷'])
      expect(readCell(grid, written)).toEqual(c7);
    for (const wrong of ['', 'C', '7', 'C0', 'Z1', 'C99', 'CC7', 'C7 and D8'])
      expect(readCell(grid, wrong)).toBeNull();
    for (let row = 0; row < grid.rows; row++)
      expect(readCell(grid, cellName(grid.columns - 1, row))).toEqual({ column: grid.columns - 1, row });
  });

  it('knows the digits of other keyboards', () => {
    expect(latinDigits('٠١٢٣٤٥٦٧٨٩ ۰۹ 5')).toBe('0123456789 09 5');
  });
});
