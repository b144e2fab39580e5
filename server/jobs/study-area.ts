import { convexHull, widenedHull } from '../../analysis/convex-hull.ts';
import { automaticCell, cellCentres, countCells, gridOver, type PlacedGrid } from '../../analysis/grid.ts';
import { DEGREE, FLAG_APPROXIMATE, MISSING } from '../../analysis/incident-columns.ts';
import { activeCells } from '../../analysis/local-gi-star.ts';
import { type Box, boxOf, middleOf, type PointSet } from '../../analysis/point-set.ts';
import { PLANE_REACH, type Plane, toDegrees, toPlane } from '../../analysis/projection.ts';
import { type PlanePolygon, regionCells } from '../../analysis/region.ts';
import { withoutStrays } from '../../analysis/stray-positions.ts';
import { cellBounds } from './cell-bounds.ts';
import type { RunWarning, TooFew } from './contract.ts';
import { Refused, type Region, type ResultColumn, type Task } from './task.ts';

/** The incidents a run is about, in metres. */
export interface StudyIncidents {
  readonly ids: Uint32Array;
  readonly points: PointSet;
  readonly plane: Plane;
  readonly unlocated: number;
  readonly approximate: number;
  /** Located, but so far from all others that they are left out. */
  readonly stray: number;
}

/** What every method starts from. */
export interface StudyArea {
  readonly incidents: StudyIncidents;
  /** Lays the grid over the region and counts. Null when there is neither an incident nor a region. */
  counted(cell: number | 'auto', shape: PlacedGrid['shape']): CountedCells | null;
  readonly region: 'filter' | 'hull';
}

export interface CountedCells {
  readonly grid: PlacedGrid;
  /** 1 for the cells of the region. */
  readonly active: Uint8Array;
  /** Their numbers, ascending. */
  readonly cells: Uint32Array;
  /** One entry for every cell of the grid. */
  readonly counts: Float64Array;
  /** Incidents in the cells of the region. */
  readonly n: number;
  /** Incidents in none of them. */
  readonly outside: number;
}

export function studyArea(task: Pick<Task, 'datasets' | 'ids' | 'regions'>): StudyArea {
  const located = task.regions === null ? withinReach(gather(task)) : gather(task);
  const plane = centreOf(task.regions, located) ?? { lon: 0, lat: 0 };
  const points = toPlane(plane, located.lon, located.lat, DEGREE);
  const regions = task.regions?.map((region) => inMetres(region, plane)) ?? null;
  const { ids, unlocated, approximate, stray } = located;
  return {
    incidents: { ids, points, plane, unlocated, approximate, stray },
    region: regions === null ? 'hull' : 'filter',
    counted(cell, shape) {
      if (regions === null && ids.length === 0) return null;
      return countIn(points, plane, cell, shape, regions);
    },
  };
}

function countIn(
  points: PointSet,
  plane: Plane,
  wanted: number | 'auto',
  shape: PlacedGrid['shape'],
  regions: readonly (readonly PlanePolygon[])[] | null,
): CountedCells | null {
  const hull = regions === null ? convexHull(points) : null;
  const box = regions === null ? boxOf(points) : commonBox(regions);
  if (!(box.maxX >= box.minX && box.maxY >= box.minY)) return null;
  const cell = wanted === 'auto' ? automaticCell(box) : wanted;
  const around = hull === null ? regions : [[[widenedHull(hull, cell / 2)]]];
  const grid = { ...gridOrRefuse(hull === null ? box : widened(box, cell / 2), cell, shape), plane };
  const active = new Uint8Array(grid.columns * grid.rows).fill(1);
  for (const polygons of around ?? []) {
    const touched = regionCells(grid, polygons);
    for (let i = 0; i < active.length; i++) active[i] &= touched[i];
  }
  const { counts, outside } = countCells(grid, points);
  let n = 0;
  for (let i = 0; i < active.length; i++) if (active[i] === 1) n += counts[i];
  return { grid, active, cells: activeCells(active), counts, n, outside: outside + lost(counts, active) };
}

function lost(counts: Float64Array, active: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) if (active[i] === 0) sum += counts[i];
  return sum;
}

function gridOrRefuse(box: Box, cell: number, shape: PlacedGrid['shape']) {
  try {
    return gridOver(box, cell, shape);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Refused(
      `Cells of ${cell} m are too many for this region. Choose larger cells, or a smaller area.`,
    );
  }
}

/** Positions of the wanted incidents, in stored units. */
function gather({ datasets, ids }: Pick<Task, 'datasets' | 'ids'>) {
  const lon = new Int32Array(ids.length);
  const lat = new Int32Array(ids.length);
  const found = new Uint32Array(ids.length);
  let size = 0;
  let unlocated = 0;
  let approximate = 0;
  for (const columns of datasets) {
    let at = 0;
    for (let row = 0; row < columns.length && at < ids.length; row++) {
      const id = columns.id[row];
      while (ids[at] < id) at++;
      if (ids[at] !== id) continue;
      if (columns.lon[row] === MISSING || columns.lat[row] === MISSING) {
        unlocated++;
        continue;
      }
      if ((columns.flags[row] & FLAG_APPROXIMATE) !== 0) approximate++;
      lon[size] = columns.lon[row];
      lat[size] = columns.lat[row];
      found[size++] = id;
    }
  }
  return {
    lon: lon.subarray(0, size),
    lat: lat.subarray(0, size),
    ids: found.subarray(0, size),
    unlocated,
    approximate,
    stray: 0,
  };
}

/** Without a region of its own a run covers the place the incidents are about, not the way to a wrong coordinate. */
function withinReach(located: ReturnType<typeof gather>): ReturnType<typeof gather> {
  const kept = withoutStrays(located.lon, located.lat, DEGREE);
  if (kept === null) return located;
  return {
    ...located,
    lon: Int32Array.from(kept, (row) => located.lon[row]),
    lat: Int32Array.from(kept, (row) => located.lat[row]),
    ids: Uint32Array.from(kept, (row) => located.ids[row]),
    stray: located.ids.length - kept.length,
  };
}

/** Of the region when there is one, so that runs over the same region have the same cells. */
function centreOf(regions: Task['regions'], located: { lon: Int32Array; lat: Int32Array }): Plane | null {
  if (regions === null) return middleOf(located.lon, located.lat, DEGREE);
  const corners = regions.flat(3);
  return middleOf(
    corners.map(([lon]) => lon),
    corners.map(([, lat]) => lat),
  );
}

function inMetres(region: Region, plane: Plane): PlanePolygon[] {
  return region.map((polygon) =>
    polygon.map((ring) => {
      const { x, y } = toPlane(
        plane,
        ring.map(([lon]) => lon),
        ring.map(([, lat]) => lat),
      );
      return Array.from(x, (value, i): [number, number] => [value, y[i]]);
    }),
  );
}

function commonBox(regions: readonly (readonly PlanePolygon[])[]): Box {
  const boxes = regions.map((polygons) => {
    const corners = polygons.flat(2);
    return boxOf({
      x: Float64Array.from(corners, ([x]) => x),
      y: Float64Array.from(corners, ([, y]) => y),
    });
  });
  return {
    minX: Math.max(...boxes.map(({ minX }) => minX)),
    minY: Math.max(...boxes.map(({ minY }) => minY)),
    maxX: Math.min(...boxes.map(({ maxX }) => maxX)),
    maxY: Math.min(...boxes.map(({ maxY }) => maxY)),
  };
}

function widened({ minX, minY, maxX, maxY }: Box, by: number): Box {
  return { minX: minX - by, minY: minY - by, maxX: maxX + by, maxY: maxY + by };
}

/** The part of the summary that all methods have. */
export function commonSummary(study: StudyArea, counted: CountedCells | null, tooFew: TooFew | null) {
  const { unlocated } = study.incidents;
  const cell = counted?.grid.cell ?? 0;
  return {
    n: counted?.n ?? 0,
    unlocated,
    outside: study.incidents.stray + (counted?.outside ?? study.incidents.ids.length),
    cells: counted?.cells.length ?? 0,
    regionKm2: ((counted?.cells.length ?? 0) * cell * cell) / 1e6,
    cell,
    region: study.region,
    bounds: counted && counted.cells.length > 0 ? cellBounds(counted.grid, counted.cells) : null,
    tooFew,
    warnings: warningsOf(study, counted),
  };
}

function warningsOf({ incidents }: StudyArea, counted: CountedCells | null): RunWarning[] {
  const warnings: RunWarning[] = [];
  const warn = (code: RunWarning['code'], value: number) => {
    if (value > 0) warnings.push({ code, value });
  };
  warn('unlocated', incidents.unlocated);
  warn('stray_positions', incidents.stray);
  warn('outside_region', counted?.outside ?? incidents.ids.length);
  warn('approximate_positions', incidents.approximate);
  const box = boxOf(incidents.points);
  const far = incidents.ids.length === 0 ? 0 : Math.max(-box.minX, box.maxX, -box.minY, box.maxY);
  if (far > PLANE_REACH) warn('large_extent', Math.round(far));
  return warnings;
}

/** The columns all results begin with. */
export function cellColumns({ grid, cells, counts }: CountedCells): ResultColumn[] {
  const centres = cellCentres(grid, cells);
  const { lon, lat } = toDegrees(grid.plane, centres.x, centres.y);
  return [
    { name: 'cell', data: cells },
    { name: 'lon', data: lon },
    { name: 'lat', data: lat },
    { name: 'count', data: Uint32Array.from(cells, (cell) => counts[cell]) },
  ];
}
