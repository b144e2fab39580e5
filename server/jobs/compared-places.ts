import { cellCentre, cellsOf, nearestRound, type PlacedGrid } from '../../analysis/grid.ts';
import { toDegrees, wrapLongitude } from '../../analysis/projection.ts';
import type { Bounds } from '../domain/geometry.ts';
import { areaPlaces, commonestKind } from './area-places.ts';
import { cellBounds } from './cell-bounds.ts';
import type { MovedPlace, PointPatternTestParameters } from './contract.ts';
import { type CountedCells, cellColumns, type StudyArea } from './study-area.ts';
import { type Checkpoint, type Finding, type PlaceArea, Refused } from './task.ts';

/** Cells or areas in which two periods are compared; each incident lies in one of them at most. */
export interface ComparedPlaces {
  /** Places in all. */
  readonly n: number;
  /** Place of each incident; -1 outside of all. */
  readonly of: Int32Array;
  readonly kind: string | null;
  readonly cells: CountedCells | null;
  /** The columns that a result begins with; `counts` has one entry a place. */
  columns(counts: Float64Array): Finding['columns'];
  where(place: number): Pick<MovedPlace, 'place' | 'placeName' | 'centre' | 'bounds'>;
}

/** Incidents of the smaller period in a cell on average, from which the test can tell shares apart. */
const ENOUGH = 20;

/** Null when there is neither an incident nor a region. */
export function comparedCells(
  study: StudyArea,
  { cell, shape }: PointPatternTestParameters,
  smaller: number,
): ComparedPlaces | null {
  const first = study.counted(cell, shape);
  if (first === null) return null;
  const wanted = cell === 'auto' ? wideEnough(first, smaller) : first.grid.cell;
  const laid = wanted > first.grid.cell ? (study.counted(wanted, shape) ?? first) : first;
  const { grid, cells } = laid;
  const placeOf = new Int32Array(grid.columns * grid.rows).fill(-1);
  cells.forEach((each, place) => {
    placeOf[each] = place;
  });
  return {
    n: cells.length,
    of: cellsOf(grid, study.incidents.points).map((each) => (each < 0 ? -1 : placeOf[each])),
    kind: null,
    cells: laid,
    columns(counts) {
      const byCell = new Float64Array(placeOf.length);
      cells.forEach((each, place) => {
        byCell[each] = counts[place];
      });
      return cellColumns({ ...laid, counts: byCell });
    },
    where: (place) => whereCell(grid, cells[place]),
  };
}

/** Metres from which a cell holds about enough on average, in round figures. */
function wideEnough({ grid, cells }: CountedCells, smaller: number): number {
  return nearestRound(grid.cell * Math.sqrt((cells.length * ENOUGH) / Math.max(smaller, ENOUGH)));
}

function whereCell(grid: PlacedGrid, cell: number): ReturnType<ComparedPlaces['where']> {
  const { x, y } = cellCentre(grid, cell);
  const { lon, lat } = toDegrees(grid.plane, [x], [y]);
  return {
    place: cell,
    placeName: null,
    centre: [wrapLongitude(lon[0]), lat[0]],
    bounds: cellBounds(grid, [cell]),
  };
}

export function comparedAreas(
  study: StudyArea,
  { areaKind }: PointPatternTestParameters,
  checkpoint: Checkpoint,
): ComparedPlaces {
  const all = study.task.places.areas;
  const kind = areaKind === 'auto' ? commonestKind(all) : areaKind;
  if (kind === null || !all.some((area) => area.kind === kind))
    throw new Refused('There are no areas of this kind. Import or draw some, or compare cells.');
  const { areas, of, x, y } = areaPlaces(study, kind, all, checkpoint);
  const { lon, lat } = toDegrees(study.incidents.plane, x, y);
  const middles = { lon: lon.map(wrapLongitude), lat };
  return {
    n: areas.length,
    of,
    kind,
    cells: null,
    columns: (counts) => [
      { name: 'place', data: Uint32Array.from(areas, ({ id }) => id) },
      { name: 'lon', data: middles.lon },
      { name: 'lat', data: middles.lat },
      { name: 'count', data: Uint32Array.from(counts) },
    ],
    where: (place) => ({
      place: areas[place].id,
      placeName: areas[place].name,
      centre: [middles.lon[place], middles.lat[place]],
      bounds: boundsOf(areas[place]),
    }),
  };
}

function boundsOf({ polygons }: PlaceArea): Bounds {
  const bounds: Bounds = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of polygons.flat(2)) {
    bounds[0] = Math.min(bounds[0], lon);
    bounds[1] = Math.min(bounds[1], lat);
    bounds[2] = Math.max(bounds[2], lon);
    bounds[3] = Math.max(bounds[3], lat);
  }
  return bounds;
}
