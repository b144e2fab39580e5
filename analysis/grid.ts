/**
 * Question: how is a region cut into equal cells, and in which one does a point lie?
 * Method: square cells, or pointy-top hexagons of the same area in rows shifted by half a cell. Cells are
 * half-open: every point lies in exactly one, so nothing is counted twice. The automatic size follows the rule of
 * thumb "short side / 50" (Ratcliffe 2010, doi:10.1007/978-0-387-77650-7_2), rounded to 1, 2 or 5 · 10^k metres.
 *
 * Assumptions: metres of one plane; cells of equal size mean equal area, not equal population.
 * Not to conclude: a pattern that vanishes with another cell size or origin (modifiable areal unit problem,
 * Openshaw 1984).
 */

import type { Box, PointSet } from './point-set.ts';
import { type Plane, type Positions, toDegrees } from './projection.ts';

export interface Grid {
  readonly shape: 'square' | 'hexagon';
  /** Side of a square in metres; a hexagon has the area of the square with this side. */
  readonly cell: number;
  readonly columns: number;
  readonly rows: number;
  /** Corner of the grid with the smallest x and y, metres. Cell number = row × columns + column. */
  readonly x0: number;
  readonly y0: number;
}

/** A grid and the plane its metres belong to. */
export interface PlacedGrid extends Grid {
  readonly plane: Plane;
}

export const SMALLEST_AUTOMATIC_CELL = 25;
export const MOST_AUTOMATIC_CELLS = 40_000;
/** Beyond this a grid chosen by hand is refused. */
export const MOST_CELLS = 250_000;
/** Hexagon of area 1: side, and the steps of its corner lattice. */
const HEXAGON_SIDE = Math.sqrt(2 / (3 * Math.sqrt(3)));

/**
 * Cell size in metres for a region.
 * @param accuracy the location accuracy of the data in metres; cells are never finer.
 */
export function automaticCell(box: Box, accuracy = 0): number {
  if (!(box.maxX >= box.minX && box.maxY >= box.minY))
    throw new RangeError(`a region needs a box, got ${box.minX}..${box.maxX}, ${box.minY}..${box.maxY}`);
  const short = Math.min(box.maxX - box.minX, box.maxY - box.minY);
  let cell = nearestRound(Math.max(short / 50, SMALLEST_AUTOMATIC_CELL));
  while (cell < accuracy || cell < SMALLEST_AUTOMATIC_CELL || boxCells(box, cell) > MOST_AUTOMATIC_CELLS)
    cell = nextRound(cell);
  return cell;
}

/** The grid whose cells cover the box. Its corner lies on a multiple of the cell from the centre of the plane. */
export function gridOver(box: Box, cell: number, shape: Grid['shape'] = 'square'): Grid {
  if (!(cell > 0 && Number.isFinite(cell))) throw new RangeError(`cell must be positive metres, got ${cell}`);
  const { columns, rows, x0, y0 } = extent(box, cell, shape);
  if (columns * rows > MOST_CELLS)
    throw new RangeError(
      `cells of ${cell} m would be ${columns * rows} in number; at most ${MOST_CELLS} are possible`,
    );
  return { shape, cell, columns, rows, x0, y0 };
}

function extent(box: Box, cell: number, shape: Grid['shape']) {
  const { width, rowHeight, corner } = steps({ shape, cell });
  // Hexagons start lower and further left, so that no notch of the first row or column lies in the box.
  const x0 = Math.floor(box.minX / width) * width - (shape === 'hexagon' ? width / 2 : 0);
  const y0 = Math.floor(box.minY / rowHeight) * rowHeight - (shape === 'hexagon' ? corner : 0);
  return {
    columns: Math.floor((box.maxX - x0) / width) + 1,
    rows: Math.floor((box.maxY - y0) / rowHeight) + 1,
    x0,
    y0,
  };
}

/** The smallest round cell above `cell` that covers a region in at most MOST_CELLS. @param boxFor box of the region for a cell. */
export function smallestPossibleCell(
  boxFor: (cell: number) => Box,
  cell: number,
  shape: Grid['shape'],
): number {
  let size = cell;
  do size = nextRound(size);
  while (!fits(boxFor(size), size, shape));
  return size;
}

function fits(box: Box, cell: number, shape: Grid['shape']): boolean {
  const { columns, rows } = extent(box, cell, shape);
  return columns * rows <= MOST_CELLS;
}

/** Finds the cell number of a point, -1 outside the grid. */
export function cellLocator(grid: Grid): (x: number, y: number) => number {
  const { columns, rows, x0, y0 } = grid;
  const { width, rowHeight, corner } = steps(grid);
  const numberOf = (column: number, row: number) =>
    column < 0 || row < 0 || column >= columns || row >= rows ? -1 : row * columns + column;
  if (grid.shape === 'square')
    return (x, y) => numberOf(Math.floor((x - x0) / width), Math.floor((y - y0) / rowHeight));
  return (x, y) => {
    const i = (x - x0) / (width / 2);
    const j = (y - y0) / corner;
    let row = Math.floor(j / 3);
    const rise = j - 3 * row;
    let column = Math.floor((i - (row & 1)) / 2);
    // The lowest third of a row's band is a zigzag between this row and the one below.
    if (rise < 1 && rise < Math.abs(i - (2 * column + 1 + (row & 1)))) {
      row--;
      column = Math.floor((i - (row & 1)) / 2);
    }
    return numberOf(column, row);
  };
}

/** Cell number of one point, -1 outside the grid. */
export function cellOf(grid: Grid, x: number, y: number): number {
  return cellLocator(grid)(x, y);
}

/** Cell number of every point, -1 outside. */
export function cellsOf(grid: Grid, { x, y }: PointSet): Int32Array {
  const locate = cellLocator(grid);
  const cells = new Int32Array(x.length);
  for (let i = 0; i < x.length; i++) cells[i] = locate(x[i], y[i]);
  return cells;
}

/** Points in each cell, and how many lie in none. */
export function countCells(grid: Grid, { x, y }: PointSet): { counts: Float64Array; outside: number } {
  const locate = cellLocator(grid);
  const counts = new Float64Array(grid.columns * grid.rows);
  let outside = 0;
  for (let i = 0; i < x.length; i++) {
    const cell = locate(x[i], y[i]);
    if (cell < 0) outside++;
    else counts[cell]++;
  }
  return { counts, outside };
}

/** Centre of a cell in metres. */
export function cellCentre(grid: Grid, cell: number): { x: number; y: number } {
  const column = cell % grid.columns;
  const row = (cell - column) / grid.columns;
  if (grid.shape === 'square')
    return { x: grid.x0 + (column + 0.5) * grid.cell, y: grid.y0 + (row + 0.5) * grid.cell };
  const { width, corner } = steps(grid);
  return {
    x: grid.x0 + ((2 * column + 1 + (row & 1)) * width) / 2,
    y: grid.y0 + (3 * row + 2) * corner,
  };
}

/** Centres of cells in metres. */
export function cellCentres(grid: Grid, cells: ArrayLike<number>): PointSet {
  const x = new Float64Array(cells.length);
  const y = new Float64Array(cells.length);
  for (let i = 0; i < cells.length; i++) {
    const centre = cellCentre(grid, cells[i]);
    x[i] = centre.x;
    y[i] = centre.y;
  }
  return { x, y };
}

/**
 * Corners of a cell counter-clockwise from the lowest (squares: lower left), as whole numbers of the corner
 * lattice: neighbouring cells have the very same corners.
 */
export function cellCorners(grid: Grid, cell: number): number[] {
  const column = cell % grid.columns;
  const row = (cell - column) / grid.columns;
  if (grid.shape === 'square') return [column, row, column + 1, row, column + 1, row + 1, column, row + 1];
  const i = 2 * column + 1 + (row & 1);
  const j = 3 * row + 2;
  return [i, j - 2, i + 1, j - 1, i + 1, j + 1, i, j + 2, i - 1, j + 1, i - 1, j - 1];
}

/** Corner of the lattice in metres. */
export function cornerPoint(grid: Grid, i: number, j: number): { x: number; y: number } {
  if (grid.shape === 'square') return { x: grid.x0 + i * grid.cell, y: grid.y0 + j * grid.cell };
  const { width, corner } = steps(grid);
  return { x: grid.x0 + (i * width) / 2, y: grid.y0 + j * corner };
}

/** Corners a cell has. */
export function cornersPerCell(grid: Grid): 4 | 6 {
  return grid.shape === 'square' ? 4 : 6;
}

/**
 * Exact outlines for drawing: `cornersPerCell` positions a cell, one after the other, counter-clockwise, not closed.
 */
export function cellOutlines(grid: PlacedGrid, cells: ArrayLike<number>): Positions {
  const corners = cornersPerCell(grid);
  const x = new Float64Array(cells.length * corners);
  const y = new Float64Array(cells.length * corners);
  for (let i = 0, at = 0; i < cells.length; i++) {
    const lattice = cellCorners(grid, cells[i]);
    for (let k = 0; k < lattice.length; k += 2, at++) {
      const point = cornerPoint(grid, lattice[k], lattice[k + 1]);
      x[at] = point.x;
      y[at] = point.y;
    }
  }
  return toDegrees(grid.plane, x, y);
}

/** Width of a cell, distance of rows, and (hexagons) the step of the corner lattice along y; metres. */
export function steps({ shape, cell }: Pick<Grid, 'shape' | 'cell'>): {
  width: number;
  rowHeight: number;
  corner: number;
} {
  if (shape === 'square') return { width: cell, rowHeight: cell, corner: cell };
  const side = HEXAGON_SIDE * cell;
  return { width: Math.sqrt(3) * side, rowHeight: 1.5 * side, corner: side / 2 };
}

function boxCells(box: Box, cell: number): number {
  return (Math.floor((box.maxX - box.minX) / cell) + 2) * (Math.floor((box.maxY - box.minY) / cell) + 2);
}

/** Nearest of 1, 2, 5 · 10^k on the logarithmic scale. */
export function nearestRound(metres: number): number {
  const power = 10 ** Math.floor(Math.log10(metres));
  let best = power;
  for (const step of [2, 5, 10])
    if (Math.abs(Math.log((step * power) / metres)) < Math.abs(Math.log(best / metres))) best = step * power;
  return best;
}

function nextRound(metres: number): number {
  const power = 10 ** Math.floor(Math.log10(metres) + 1e-9);
  const lead = Math.round(metres / power);
  return power * (lead < 2 ? 2 : lead < 5 ? 5 : 10);
}
