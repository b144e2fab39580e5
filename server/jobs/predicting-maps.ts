import { robustSilvermanBandwidth } from '../../analysis/bandwidth.ts';
import { cellCentres, cellsOf, type Grid, type PlacedGrid, steps } from '../../analysis/grid.ts';
import { HIT_RATE_FLOOR } from '../../analysis/hit-rate.ts';
import { MISSING } from '../../analysis/incident-columns.ts';
import { type KernelDensityOptions, kernelDensity } from '../../analysis/kernel-density.ts';
import { localGiOfGrid } from '../../analysis/local-gi-star.ts';
import type { PointSet } from '../../analysis/point-set.ts';
import { valuesAt } from '../../analysis/values-at.ts';
import type { MapScore } from './contract.ts';
import type { CountedCells, StudyArea } from './study-area.ts';
import type { Checkpoint } from './task.ts';

export type MapName = MapScore['map'];

/** Stands for a cell without a score, which is taken last. */
export const UNSCORED = Number.MIN_SAFE_INTEGER;

/** The incidents of a time that lie in the cells. */
export interface Part {
  readonly rows: Uint32Array;
  readonly n: number;
  /** One entry every cell of the grid, and one entry every cell of the region. */
  readonly byCell: Float64Array;
  readonly counts: Float64Array;
}

export function partOf(
  study: StudyArea,
  { grid, active, cells }: CountedCells,
  from: number,
  to: number,
): Part {
  const { points, from: minutes } = study.incidents;
  const cellOf = cellsOf(grid, points);
  const byCell = new Float64Array(active.length);
  const rows: number[] = [];
  for (let i = 0; i < minutes.length; i++) {
    if (minutes[i] === MISSING || minutes[i] < from || minutes[i] >= to) continue;
    if (cellOf[i] < 0 || active[cellOf[i]] === 0) continue;
    byCell[cellOf[i]]++;
    rows.push(i);
  }
  const counts = Float64Array.from(cells, (cell) => byCell[cell]);
  return { rows: Uint32Array.from(rows), n: rows.length, byCell, counts };
}

/** In minutes: the maps see [start, middle) and are held against [middle, end). */
export interface Split {
  readonly start: number;
  readonly middle: number;
  readonly end: number;
  /** The window of the held-out period a year before; null when the maps did not see all of it. */
  readonly yearBefore: readonly [number, number] | null;
}

export interface DrawnMap {
  readonly map: MapName;
  /** One entry a cell of the region. */
  readonly values: Float64Array;
  /** Times this a value is what the map expects of a cell in the held-out period; null where it expects no number. */
  readonly incidents: number | null;
}

export function mapsOf(
  study: StudyArea,
  laid: CountedCells,
  past: Part,
  split: Split,
  progress: Checkpoint,
): DrawnMap[] {
  const pace = (split.end - split.middle) / (split.middle - split.start);
  const maps: DrawnMap[] = [{ map: 'counts', values: past.counts, incidents: pace }];
  const density = densityOf(study, laid, past, (done) => progress(0.8 * done));
  maps.push({ map: 'density', values: density, incidents: pace * (laid.grid.cell / 1000) ** 2 });
  progress(0.9);
  const gi = localGiOfGrid(past.byCell, laid.grid, laid.active, {
    includeSelf: true,
    level: 0.05,
    correction: 'none',
  });
  if (!gi.z.every(Number.isNaN))
    maps.push({ map: 'gi-star', values: gi.z.map((z) => (Number.isNaN(z) ? UNSCORED : z)), incidents: null });
  progress(0.95);
  if (split.yearBefore !== null) {
    const season = partOf(study, laid, ...split.yearBefore);
    if (season.n >= HIT_RATE_FLOOR) maps.push({ map: 'same-season', values: season.counts, incidents: 1 });
  }
  return maps;
}

function densityOf(
  study: StudyArea,
  { grid, cells }: CountedCells,
  past: Part,
  progress: Checkpoint,
): Float64Array {
  const { x, y } = study.incidents.points;
  const points: PointSet = {
    x: valuesAt(x, past.rows),
    y: valuesAt(y, past.rows),
  };
  progress(0);
  const bandwidth = Math.max(grid.cell, Math.round(robustSilvermanBandwidth(points)));
  progress(0);
  const options = { kernel: 'quartic' as const, bandwidth, progress };
  if (grid.shape === 'hexagon') return densityOfHexagons(points, grid, cells, options);
  const density = kernelDensity(points, grid, options);
  return Float64Array.from(cells, (cell) => density[cell]);
}

/** Straight between the four nearest centres of squares half as wide: the surface bends far less than that. */
function densityOfHexagons(
  points: PointSet,
  grid: PlacedGrid,
  cells: Uint32Array,
  options: KernelDensityOptions,
): Float64Array {
  const { width, corner } = steps(grid);
  const side = grid.cell / 2;
  const squares: Grid = {
    shape: 'square',
    cell: side,
    columns: Math.ceil(((grid.columns + 0.5) * width) / side) + 2,
    rows: Math.ceil(((3 * grid.rows + 1) * corner) / side) + 2,
    x0: grid.x0 - side,
    y0: grid.y0 - side,
  };
  const density = kernelDensity(points, squares, options);
  options.progress?.(1);
  const centres = cellCentres(grid, cells);
  return centres.x.map((x, i) => {
    const column = (x - squares.x0) / side - 0.5;
    const row = (centres.y[i] - squares.y0) / side - 0.5;
    const at = Math.floor(row) * squares.columns + Math.floor(column);
    const [right, up] = [column % 1, row % 1];
    const below = density[at] * (1 - right) + density[at + 1] * right;
    const above = density[at + squares.columns] * (1 - right) + density[at + squares.columns + 1] * right;
    return below * (1 - up) + above * up;
  });
}
