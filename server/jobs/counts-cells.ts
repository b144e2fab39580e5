import { cellCentre } from '../../analysis/grid.ts';
import { toDegrees, wrapLongitude } from '../../analysis/projection.ts';
import { busiest, countsDefaults, countsFloor, halfOf } from './busiest-places.ts';
import { cellBounds } from './cell-bounds.ts';
import type { CountedPlace, CountsParameters, CountsSummary } from './contract.ts';
import { incidentsOfGroups } from './hotspots.ts';
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
  const places = counted === null ? [] : busiestCells(counted);
  checkpoint(0.8);
  const summary: CountsSummary = {
    ...common,
    ...countsDefaults(parameters),
    cell,
    shape: parameters.shape,
    show: 'count',
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
    columns: cellColumns(counted),
    naming: { list: 'places', incidents: incidentsOfGroups(study, counted, groups) },
  };
}

function busiestCells({ grid, cells, counts, n }: CountedCells): CountedPlace[] {
  const own = Float64Array.from(cells, (cell) => counts[cell]);
  return busiest(own, own, (i) => cells[i], LISTED).map((i, rank): CountedPlace => {
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
      centre: [wrapLongitude(lon[0]), lat[0]],
      bounds: cellBounds(grid, [cells[i]]),
    };
  });
}
