import { convexHull, widenedHull } from '../../analysis/convex-hull.ts';
import {
  automaticCell,
  cellCentres,
  countCells,
  gridOver,
  MOST_CELLS,
  type PlacedGrid,
  smallestPossibleCell,
} from '../../analysis/grid.ts';
import { DEGREE } from '../../analysis/incident-columns.ts';
import { activeCells } from '../../analysis/local-gi-star.ts';
import { type Box, boxOf, type PointSet } from '../../analysis/point-set.ts';
import { PLANE_REACH, type Plane, toDegrees, toPlane } from '../../analysis/projection.ts';
import { type PlanePolygon, regionCells } from '../../analysis/region.ts';
import { boundsOfPoints, cellBounds } from './cell-bounds.ts';
import type { RunWarning, TooFew } from './contract.ts';
import { centreOf, locatedIncidents, withinReach } from './located-incidents.ts';
import { alone, type Sharing } from './other-half.ts';
import { Refused, type Region, type ResultColumn, type Task } from './task.ts';

/** The incidents a run is about, in metres. */
export interface StudyIncidents {
  readonly ids: Uint32Array;
  readonly points: PointSet;
  /** Minutes since 1970; MISSING without a time. */
  readonly from: Int32Array;
  readonly flags: Uint8Array;
  /** Id of the category. */
  readonly category: Uint16Array;
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
  /** In metres; the region is what lies in every one of these; null: around the incidents. */
  readonly regions: readonly (readonly PlanePolygon[])[] | null;
  /** The incidents compared with, on the same plane; empty for methods that compare with none. */
  comparison(): StudyComparison;
  readonly task: StudyInput;
  /** Whether and how a second thread helps with permutations. */
  readonly sharing: Sharing;
}

export interface StudyComparison {
  readonly ids: Uint32Array;
  readonly points: PointSet;
  readonly unlocated: number;
}

export type StudyInput = Pick<
  Task,
  'datasets' | 'ids' | 'against' | 'regions' | 'period' | 'places' | 'shapes'
>;

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

export function studyArea(
  task: StudyInput,
  pause: () => void = () => {},
  sharing: Sharing = alone,
): StudyArea {
  const gathered = locatedIncidents(task);
  pause();
  const located = task.regions === null ? withinReach(gathered) : gathered;
  pause();
  const plane = centreOf(task.regions, located) ?? { lon: 0, lat: 0 };
  const points = toPlane(plane, located.lon, located.lat, DEGREE);
  pause();
  const regions = task.regions?.map((region) => inMetres(region, plane)) ?? null;
  const { ids, from, flags, category, unlocated, approximate, stray } = located;
  return {
    incidents: { ids, points, from, flags, category, plane, unlocated, approximate, stray },
    region: regions === null ? 'hull' : 'filter',
    regions,
    task,
    sharing,
    comparison() {
      const other = locatedIncidents({ datasets: task.datasets, ids: task.against ?? new Uint32Array(0) });
      return {
        ids: other.ids,
        points: toPlane(plane, other.lon, other.lat, DEGREE),
        unlocated: other.unlocated,
      };
    },
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
  const boxFor = (size: number) => (hull === null ? box : widened(box, size / 2));
  const grid = { ...gridOrRefuse(boxFor, cell, shape), plane };
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

function gridOrRefuse(boxFor: (cell: number) => Box, cell: number, shape: PlacedGrid['shape']) {
  try {
    return gridOver(boxFor(cell), cell, shape);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Refused(
      `Cells of ${cell} m are too many for this region: at most ${MOST_CELLS.toLocaleString('en')} are possible. Choose cells of ${smallestPossibleCell(boxFor, cell, shape)} m or more, or a smaller area.`,
    );
  }
}

export function inMetres(region: Region, plane: Plane): PlanePolygon[] {
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

/** The part of the summary that all methods on cells have. */
export function commonSummary(study: StudyArea, counted: CountedCells | null, tooFew: TooFew | null) {
  const cell = counted?.grid.cell ?? 0;
  return {
    n: counted?.n ?? 0,
    unlocated: study.incidents.unlocated,
    outside: study.incidents.stray + (counted?.outside ?? study.incidents.ids.length),
    cells: counted?.cells.length ?? 0,
    regionKm2: ((counted?.cells.length ?? 0) * cell * cell) / 1e6,
    cell,
    region: study.region,
    bounds: counted && counted.cells.length > 0 ? cellBounds(counted.grid, counted.cells) : null,
    tooFew,
    warnings: warningsOf(study, counted?.outside ?? study.incidents.ids.length),
  };
}

/** The part of the summary that methods without cells have; `n` incidents are in the result. */
export function pointSummary(study: StudyArea, n: number, tooFew: TooFew | null) {
  const { unlocated, stray, points, plane } = study.incidents;
  return {
    n,
    unlocated,
    outside: stray,
    region: study.region,
    bounds: points.x.length > 0 ? boundsOfPoints(plane, points) : null,
    tooFew,
    warnings: warningsOf(study, 0),
  };
}

function warningsOf({ incidents }: StudyArea, outside: number): RunWarning[] {
  const warnings: RunWarning[] = [];
  const warn = (code: RunWarning['code'], value: number) => {
    if (value > 0) warnings.push({ code, value });
  };
  warn('unlocated', incidents.unlocated);
  warn('stray_positions', incidents.stray);
  warn('outside_region', outside);
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
