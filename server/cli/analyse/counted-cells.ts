/** Incidents counted in the cells of a grid over where they are: the hull of the points, widened by half a cell. */
import { convexHull, widenedHull } from '../../../analysis/convex-hull.ts';
import {
  automaticCell,
  cellCentres,
  countCells,
  type Grid,
  gridOver,
  MOST_CELLS,
  smallestPossibleCell,
} from '../../../analysis/grid.ts';
import { activeCells } from '../../../analysis/local-gi-star.ts';
import { type Box, boxOf } from '../../../analysis/point-set.ts';
import { PLANE_REACH } from '../../../analysis/projection.ts';
import { regionCells } from '../../../analysis/region.ts';
import type { Warning } from '../../../analysis/warning.ts';
import { choice, numberOr } from './option.ts';
import { type Located, placed } from './positions.ts';
import { WrongUsage } from './refusals.ts';

export const CELL = numberOr(['auto'], {
  about:
    'side of a square cell; a hexagon has the same area; auto: short side of the region / 50, rounded to 1, 2 or 5 · 10^k, at least 25',
  unit: 'metres',
  min: 1,
  max: 100_000,
  standard: 'auto',
});

export const SHAPE = choice(['square', 'hexagon'], { about: 'shape of the cells', standard: 'square' });

export interface CountedCells {
  readonly grid: Grid;
  /** 1 for the cells of the region. */
  readonly active: Uint8Array;
  readonly cells: Uint32Array;
  /** One entry for every cell of the grid. */
  readonly counts: Float64Array;
  readonly n: number;
  readonly warnings: Warning[];
}

export function countedCells(
  { points, plane }: Located,
  wanted: number | 'auto',
  shape: Grid['shape'],
): CountedCells {
  const hull = convexHull(points);
  const box = boxOf(points);
  const cell = wanted === 'auto' ? automaticCell(box) : wanted;
  const grid = gridFor((size) => widened(box, size / 2), cell, shape);
  const active = regionCells(grid, [[widenedHull(hull, cell / 2)]]);
  const { counts } = countCells(grid, points);
  const cells = activeCells(active);
  const n = cells.reduce((sum, number) => sum + counts[number], 0);
  const far = Math.max(-box.minX, box.maxX, -box.minY, box.maxY);
  const warnings = plane && far > PLANE_REACH ? [{ code: 'large_extent', value: Math.round(far) }] : [];
  return { grid, active, cells, counts, n, warnings };
}

function gridFor(boxFor: (cell: number) => Box, cell: number, shape: Grid['shape']): Grid {
  try {
    return gridOver(boxFor(cell), cell, shape);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new WrongUsage(
      `--cell is too small for this region, which may have ${MOST_CELLS} cells: take ${smallestPossibleCell(boxFor, cell, shape)} metres or more.`,
    );
  }
}

function widened({ minX, minY, maxX, maxY }: Box, by: number): Box {
  return { minX: minX - by, minY: minY - by, maxX: maxX + by, maxY: maxY + by };
}

/** Number, middle and count of each cell of the region. */
export function cellColumns(places: Located, { grid, cells, counts }: CountedCells) {
  return {
    cell: cells,
    ...placed(places, cellCentres(grid, cells)),
    count: Float64Array.from(cells, (cell) => counts[cell]),
  };
}
