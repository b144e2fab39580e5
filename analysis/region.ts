/**
 * Question: which cells belong to a region?
 * Method: a cell belongs when any part of the region touches it: its centre lies inside (even–odd), or an edge of
 * the region crosses it (separating axes of segment and cell; Gottschalk, Lin & Manocha 1996,
 * doi:10.1145/237170.237244).
 *
 * Assumptions: metres of one plane; polygons may overlap, the region is their union.
 * Not to conclude: that cells at the edge lie wholly inside; their counts come from a part of them.
 */
import { cellCentre, cornersPerCell, type Grid, steps } from './grid.ts';
import { containsPosition, prepareRings } from './prepared-polygon.ts';

type Point = readonly [number, number];
/** Rings of one polygon in metres, closed as in GeoJSON. */
export type PlanePolygon = readonly (readonly Point[])[];

/** 1 for every cell the region touches. */
export function regionCells(grid: Grid, polygons: readonly PlanePolygon[]): Uint8Array {
  const active = new Uint8Array(grid.columns * grid.rows);
  for (const rings of polygons) {
    markInside(grid, rings, active);
    for (const ring of rings)
      for (let i = 1; i < ring.length; i++) markCrossed(grid, ring[i - 1], ring[i], active);
  }
  return active;
}

/** 1 for every cell an edge of the rings touches. */
export function crossedCells(grid: Grid, rings: PlanePolygon): Uint8Array {
  const crossed = new Uint8Array(grid.columns * grid.rows);
  for (const ring of rings)
    for (let i = 1; i < ring.length; i++) markCrossed(grid, ring[i - 1], ring[i], crossed);
  return crossed;
}

function markInside(grid: Grid, rings: PlanePolygon, active: Uint8Array): void {
  const prepared = prepareRings(rings);
  for (let cell = 0; cell < active.length; cell++) {
    if (active[cell] !== 0) continue;
    const { x, y } = cellCentre(grid, cell);
    if (containsPosition(prepared, x, y)) active[cell] = 1;
  }
}

function markCrossed(grid: Grid, a: Point, b: Point, active: Uint8Array): void {
  const { width, rowHeight } = steps(grid);
  // One more on every side: rows of hexagons overlap and are shifted.
  const slack = grid.shape === 'hexagon' ? 1 : 0;
  const clamp = (value: number, most: number) => Math.max(0, Math.min(most, value));
  const rowOf = (y: number) => Math.floor((y - grid.y0) / rowHeight);
  const columnOf = (x: number) => Math.floor((x - grid.x0) / width);
  const firstRow = clamp(rowOf(Math.min(a[1], b[1])) - slack, grid.rows - 1);
  const lastRow = clamp(rowOf(Math.max(a[1], b[1])) + slack, grid.rows - 1);
  const firstColumn = clamp(columnOf(Math.min(a[0], b[0])) - slack, grid.columns - 1);
  const lastColumn = clamp(columnOf(Math.max(a[0], b[0])) + slack, grid.columns - 1);
  for (let row = firstRow; row <= lastRow; row++)
    for (let column = firstColumn; column <= lastColumn; column++) {
      const cell = row * grid.columns + column;
      if (active[cell] === 0 && touches(grid, cell, a, b)) active[cell] = 1;
    }
}

/** Normals of the sides, and how far a cell of size 1 reaches along them and along any other direction. */
const SQUARE_NORMALS: readonly Point[] = [
  [1, 0],
  [0, 1],
];
const HEXAGON_NORMALS: readonly Point[] = [
  [1, 0],
  [0.5, Math.sqrt(3) / 2],
  [0.5, -Math.sqrt(3) / 2],
];

function touches(grid: Grid, cell: number, a: Point, b: Point): boolean {
  const { x, y } = cellCentre(grid, cell);
  const { width, corner } = steps(grid);
  const normals = grid.shape === 'square' ? SQUARE_NORMALS : HEXAGON_NORMALS;
  for (const [nx, ny] of normals) {
    const first = (a[0] - x) * nx + (a[1] - y) * ny;
    const second = (b[0] - x) * nx + (b[1] - y) * ny;
    if (Math.min(first, second) > width / 2 || Math.max(first, second) < -width / 2) return false;
  }
  const nx = b[1] - a[1];
  const ny = a[0] - b[0];
  const reach =
    cornersPerCell(grid) === 4
      ? (width / 2) * (Math.abs(nx) + Math.abs(ny))
      : Math.max(2 * corner * Math.abs(ny), (width / 2) * Math.abs(nx) + corner * Math.abs(ny));
  return Math.abs((a[0] - x) * nx + (a[1] - y) * ny) <= reach;
}
