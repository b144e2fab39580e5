import { cellCentre, cellsOf } from '../../analysis/grid.ts';
import { toDegrees, wrapLongitude } from '../../analysis/projection.ts';
import { busiest, countsDefaults, countsFloor, halfOf } from './busiest-places.ts';
import { cellBounds } from './cell-bounds.ts';
import type { CountedPlace, CountsParameters, CountsSummary } from './contract.ts';
import { incidentsOfGroups } from './hotspots.ts';
import { harmColumns, harmOfPlace, type PlaceHarm, placeHarm } from './place-harm.ts';
import { type CountedCells, cellColumns, commonSummary, type StudyArea } from './study-area.ts';
import type { Checkpoint, Finding } from './task.ts';

const LISTED = 50;

/** Incidents in cells of one size. */
export function countOnCells(
  study: StudyArea,
  parameters: CountsParameters,
  checkpoint: Checkpoint,
): Finding {
  const counted = study.counted(parameters.cell, parameters.shape);
  checkpoint(0.4);
  const { cells, cell, ...common } = commonSummary(study, counted, countsFloor(counted?.n ?? 0));
  checkpoint(0.5);
  const harm = counted === null ? null : harmOfCells(study, counted, parameters);
  const places = counted === null ? [] : busiestCells(counted, harm);
  checkpoint(0.8);
  const summary: CountsSummary = {
    ...common,
    ...countsDefaults(parameters),
    cell,
    shape: parameters.shape,
    show: 'count',
    weight: harm?.mapped ? 'harm' : 'count',
    harm: harm?.figures ?? null,
    counted: cells,
    withIncidents: 0,
    places,
  };
  if (counted === null) return { summary, columns: [] };
  const counts = Float64Array.from(counted.cells, (number) => counted.counts[number]);
  const groups = places.map(({ place }) => [place]);
  return {
    summary: {
      ...summary,
      withIncidents: counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0),
      half: halfOf(counts, () => 1),
    },
    grid: counted.grid,
    columns: [...cellColumns(counted), ...harmColumns(harm)],
    naming: { list: 'places', incidents: incidentsOfGroups(study, counted, groups) },
  };
}

function harmOfCells(
  study: StudyArea,
  { grid, cells, active }: CountedCells,
  { weight }: CountsParameters,
): PlaceHarm | null {
  if (weight !== 'harm') return null;
  const entry = new Int32Array(active.length).fill(-1);
  cells.forEach((cell, i) => {
    entry[cell] = i;
  });
  const placeOf = cellsOf(grid, study.incidents.points).map((cell) => (cell < 0 ? -1 : entry[cell]));
  return placeHarm(study, { placeOf, incidents: null, isIn: (i) => placeOf[i] >= 0 }, cells.length);
}

function busiestCells({ grid, cells, counts, n }: CountedCells, harm: PlaceHarm | null): CountedPlace[] {
  const own = Float64Array.from(cells, (cell) => counts[cell]);
  return busiest(own, harm?.mapped ? harm.harm : own, (i) => cells[i], LISTED).map(
    (i, rank): CountedPlace => {
      const { x, y } = cellCentre(grid, cells[i]);
      const { lon, lat } = toDegrees(grid.plane, [x], [y]);
      return {
        rank: rank + 1,
        place: cells[i],
        placeName: null,
        incidents: own[i],
        shareOfIncidents: own[i] / n,
        areaKm2: (grid.cell * grid.cell) / 1e6,
        shareOfArea: 1 / cells.length,
        population: null,
        rate: null,
        low: null,
        high: null,
        ...harmOfPlace(harm, i),
        harmRate: null,
        centre: [wrapLongitude(lon[0]), lat[0]],
        bounds: cellBounds(grid, [cells[i]]),
      };
    },
  );
}
