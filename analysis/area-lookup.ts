/**
 * Question: in which of many areas does each of many points lie?
 * Method: a fine grid over the points, worked out once. A cell that no edge of an area touches lies wholly in it or
 * wholly out of it, and says so for every point in it; in cells on an edge the point itself is asked of the few areas
 * whose edges touch the cell, as `prepared-polygon.ts` does. The answers are those of asking every area about every point.
 *
 * Assumptions: metres of one plane. Areas may overlap, have holes and several pieces.
 * Not to conclude: anything about a point nearer to an edge than the accuracy of the data.
 */
import { type Box, boxOf, type PointSet } from './point-set.ts';
import { containsPosition, type PreparedPolygon } from './prepared-polygon.ts';

/** The pieces of one area. */
export type AreaPieces = readonly PreparedPolygon[];

export interface AreaLookup {
  readonly areas: readonly AreaPieces[];
  /** What the areas reach. */
  readonly reach: Box;
  readonly grid: LookupGrid;
  /**
   * Entries of cell c are entries[starts[c] .. starts[c + 1]), in the order of the areas: twice the number of the area,
   * and one more where the point has to be asked. After the cells comes one for all points elsewhere.
   */
  readonly starts: Uint32Array;
  readonly entries: Uint32Array;
}

interface LookupGrid extends Box {
  readonly columns: number;
  readonly rows: number;
  readonly columnsPerMetre: number;
  readonly rowsPerMetre: number;
  /** Further from a cell than this no edge can change an answer in it, whatever is lost to rounding. */
  readonly margin: number;
}

/** Cells of an area's box, row by row. */
interface Mask {
  readonly column: number;
  readonly row: number;
  readonly width: number;
  readonly height: number;
  readonly cells: Uint8Array;
}

const OUT = 0;
const ASK = 1;
const IN = 2;
const MOST_ALONG = 512;
const POINTS_A_CELL = 4;
/** Cells of all boxes together: areas that lie over one another get larger cells. */
const MOST_MASKED = 4_000_000;

/** @param points those that will be asked about; others can be, only not as fast. */
export function areaLookup(
  areas: readonly AreaPieces[],
  points: PointSet,
  progress: (done: number) => void = () => {},
): AreaLookup {
  const boxes = areas.map(boxOfPieces);
  const reach = around(boxes);
  const grid = gridFor(boxes, common(reach, boxOf(points)), points.x.length);
  const masks = areas.map((pieces, area) => {
    progress(area / areas.length);
    return maskOf(grid, pieces, boxes[area]);
  });
  return { areas, reach, grid, ...entriesOf(grid, masks) };
}

/** Number of the cell, for `starts`; -1 beyond all areas. */
export function lookupCell({ grid, reach }: AreaLookup, x: number, y: number): number {
  if (!(x >= reach.minX && x <= reach.maxX && y >= reach.minY && y <= reach.maxY)) return -1;
  if (!(x >= grid.minX && x <= grid.maxX && y >= grid.minY && y <= grid.maxY))
    return grid.columns * grid.rows;
  const column = Math.min(Math.floor((x - grid.minX) * grid.columnsPerMetre), grid.columns - 1);
  const row = Math.min(Math.floor((y - grid.minY) * grid.rowsPerMetre), grid.rows - 1);
  return row * grid.columns + column;
}

/** Is a point of the entry's cell in the entry's area? */
export function holdsPoint(areas: AreaLookup['areas'], entry: number, x: number, y: number): boolean {
  if ((entry & 1) === 0) return true;
  const pieces = areas[entry >> 1];
  for (let p = 0; p < pieces.length; p++) if (containsPosition(pieces[p], x, y)) return true;
  return false;
}

/** Number of the first area that holds the point, -1 for none. */
export function firstArea(lookup: AreaLookup, x: number, y: number): number {
  const cell = lookupCell(lookup, x, y);
  if (cell < 0) return -1;
  const { areas, starts, entries } = lookup;
  for (let k = starts[cell]; k < starts[cell + 1]; k++)
    if (holdsPoint(areas, entries[k], x, y)) return entries[k] >> 1;
  return -1;
}

function boxOfPieces(pieces: AreaPieces): Box {
  return around(
    pieces.map(({ west, south, east, north }) => ({ minX: west, minY: south, maxX: east, maxY: north })),
  );
}

function around(boxes: readonly Box[]): Box {
  const box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
  for (const { minX, minY, maxX, maxY } of boxes) {
    box.minX = Math.min(box.minX, minX);
    box.minY = Math.min(box.minY, minY);
    box.maxX = Math.max(box.maxX, maxX);
    box.maxY = Math.max(box.maxY, maxY);
  }
  return box;
}

function common(a: Box, b: Box): Box {
  return {
    minX: Math.max(a.minX, b.minX),
    minY: Math.max(a.minY, b.minY),
    maxX: Math.min(a.maxX, b.maxX),
    maxY: Math.min(a.maxY, b.maxY),
  };
}

function gridFor(boxes: readonly Box[], box: Box, points: number): LookupGrid {
  const [width, height] = [box.maxX - box.minX, box.maxY - box.minY];
  if (!(width >= 0 && height >= 0))
    return { ...box, columns: 0, rows: 0, columnsPerMetre: 0, rowsPerMetre: 0, margin: 0 };
  const share = (from: number, to: number, all: number) => (all > 0 ? Math.max(to - from, 0) / all : 1);
  const layers = boxes.reduce((sum, each) => {
    const { minX, minY, maxX, maxY } = common(each, box);
    return sum + share(minX, maxX, width) * share(minY, maxY, height);
  }, 0);
  const along = Math.floor(Math.sqrt(Math.min(points / POINTS_A_CELL, MOST_MASKED / Math.max(layers, 1))));
  const number = (length: number) => (length > 0 ? Math.min(Math.max(along, 1), MOST_ALONG) : 1);
  const [columns, rows] = [number(width), number(height)];
  const farthest = Math.max(-box.minX, box.maxX, -box.minY, box.maxY);
  return {
    ...box,
    columns,
    rows,
    columnsPerMetre: width > 0 ? columns / width : 0,
    rowsPerMetre: height > 0 ? rows / height : 0,
    margin: 1e-6 * Math.max(width / columns, height / rows) + 1e-12 * farthest,
  };
}

function maskOf(grid: LookupGrid, pieces: AreaPieces, box: Box): Mask {
  const columns = columnsBetween(grid, box.minX, box.maxX);
  const rows = rowsBetween(grid, box.minY, box.maxY);
  const width = Math.max(columns.to - columns.from + 1, 0);
  const height = Math.max(rows.to - rows.from + 1, 0);
  const mask = { column: columns.from, row: rows.from, width, height, cells: new Uint8Array(width * height) };
  if (mask.cells.length === 0) return mask;
  for (const piece of pieces) markEdges(grid, mask, piece);
  fillInside(grid, mask, pieces);
  return mask;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function columnsBetween(
  { minX, columnsPerMetre, columns, margin }: LookupGrid,
  x1: number,
  x2: number,
): Span {
  const from = Math.floor((x1 - margin - minX) * columnsPerMetre);
  return {
    from: Math.max(from, 0),
    to: Math.min(Math.floor((x2 + margin - minX) * columnsPerMetre), columns - 1),
  };
}

function rowsBetween({ minY, rowsPerMetre, rows, margin }: LookupGrid, y1: number, y2: number): Span {
  const from = Math.floor((y1 - margin - minY) * rowsPerMetre);
  return { from: Math.max(from, 0), to: Math.min(Math.floor((y2 + margin - minY) * rowsPerMetre), rows - 1) };
}

/** Row by row the cells between where the edge comes in and where it leaves. */
function markEdges(grid: LookupGrid, mask: Mask, { edges, levels }: PreparedPolygon): void {
  for (let at = 0; at < levels.length; at += 3) {
    const [x1, x2, y] = [levels[at], levels[at + 1], levels[at + 2]];
    const { from, to } = rowsBetween(grid, y, y);
    for (let row = from; row <= to; row++) markRow(grid, mask, row, Math.min(x1, x2), Math.max(x1, x2));
  }
  for (let at = 0; at < edges.length; at += 4) {
    const { from, to } = rowsBetween(grid, edges[at + 1], edges[at + 3]);
    for (let row = from; row <= to; row++) {
      // Of points on one line the only row has no height, and the edge may be anywhere in it.
      const flat = grid.rowsPerMetre === 0;
      const a = flat ? edges[at] : eastingAt(edges, at, rowEdge(grid, row) - grid.margin);
      const b = flat ? edges[at + 2] : eastingAt(edges, at, rowEdge(grid, row + 1) + grid.margin);
      markRow(grid, mask, row, Math.min(a, b), Math.max(a, b));
    }
  }
}

function rowEdge({ minY, rowsPerMetre }: LookupGrid, row: number): number {
  return minY + row / rowsPerMetre;
}

/** Where the edge is at a northing, or the end of it that is nearer. */
function eastingAt(edges: Float64Array, at: number, y: number): number {
  const [y1, y2] = [edges[at + 1], edges[at + 3]];
  return edges[at] + ((Math.min(Math.max(y, y1), y2) - y1) / (y2 - y1)) * (edges[at + 2] - edges[at]);
}

function markRow(grid: LookupGrid, mask: Mask, row: number, x1: number, x2: number): void {
  const { from, to } = columnsBetween(grid, x1, x2);
  const start = (row - mask.row) * mask.width - mask.column;
  for (let column = from; column <= to; column++) mask.cells[start + column] = ASK;
}

/** Cells beside one another without an edge are alike, so that the first of them is asked. */
function fillInside(grid: LookupGrid, mask: Mask, pieces: AreaPieces): void {
  const { cells, width, height } = mask;
  const middle = (number: number, perMetre: number) => (perMetre > 0 ? (number + 0.5) / perMetre : 0);
  for (let row = 0; row < height; row++) {
    const y = grid.minY + middle(mask.row + row, grid.rowsPerMetre);
    for (let column = 0; column < width; column++) {
      const at = row * width + column;
      if (cells[at] === ASK) continue;
      if (column > 0 && cells[at - 1] !== ASK) {
        cells[at] = cells[at - 1];
        continue;
      }
      const x = grid.minX + middle(mask.column + column, grid.columnsPerMetre);
      cells[at] = pieces.some((piece) => containsPosition(piece, x, y)) ? IN : OUT;
    }
  }
}

function entriesOf({ columns, rows }: LookupGrid, masks: readonly Mask[]) {
  const cells = columns * rows;
  const starts = new Uint32Array(cells + 2);
  for (const mask of masks) eachCell(mask, columns, (cell) => starts[cell + 1]++);
  starts[cells + 1] = masks.length;
  for (let cell = 0; cell <= cells; cell++) starts[cell + 1] += starts[cell];
  const next = starts.slice();
  const entries = new Uint32Array(starts[cells + 1]);
  masks.forEach((mask, area) => {
    eachCell(mask, columns, (cell, state) => {
      entries[next[cell]++] = 2 * area + (state === ASK ? 1 : 0);
    });
    entries[next[cells]++] = 2 * area + 1;
  });
  return { starts, entries };
}

function eachCell(mask: Mask, columns: number, visit: (cell: number, state: number) => void): void {
  const { cells, width } = mask;
  for (let at = 0, column = 0, row = mask.row; at < cells.length; at++) {
    if (cells[at] !== OUT) visit(row * columns + mask.column + column, cells[at]);
    if (++column === width) {
      column = 0;
      row++;
    }
  }
}
