import { contiguousGroups } from '../../analysis/cell-groups.ts';
import { LOCAL_GI_FLOOR, type LocalGi, localGiOfGrid } from '../../analysis/local-gi-star.ts';
import { cellFloor } from './cell-floor.ts';
import type { LocalGiStarParameters, LocalGiStarSummary, TooFew } from './contract.ts';
import { describeHotspots, incidentsOfGroups } from './hotspots.ts';
import { type CountedCells, cellColumns, commonSummary, type StudyArea } from './study-area.ts';
import type { Checkpoint, Finding, ResultColumn } from './task.ts';

export function runLocalGiStar(
  study: StudyArea,
  parameters: LocalGiStarParameters,
  checkpoint: Checkpoint,
): Finding {
  const counted = study.counted(parameters.cell, parameters.shape);
  checkpoint(0.4);
  if (counted === null) {
    const tooFew: TooFew = { reason: 'no_incidents', found: 0, floor: LOCAL_GI_FLOOR };
    return { summary: summaryOf(study, parameters, null, null, tooFew), columns: [] };
  }
  const gi = localGiOfGrid(counted.counts, counted.grid, counted.active, parameters);
  const tooFew = floor(counted, gi);
  checkpoint(0.7);
  const summary = summaryOf(study, parameters, counted, gi, tooFew);
  const groups = tooFew === null ? contiguousGroups(counted.grid, hotCells(gi, counted.cells)) : [];
  const hotspots = describeHotspots(counted, gi, groups);
  const incidents = incidentsOfGroups(
    study,
    counted,
    hotspots.map(({ cells }) => cells),
  );
  return {
    summary: { ...summary, hotspots },
    grid: counted.grid,
    columns: [...cellColumns(counted), ...giColumns(counted, gi, tooFew !== null)],
    naming: { list: 'hotspots', incidents },
  };
}

function summaryOf(
  study: StudyArea,
  { shape, includeSelf, level, correction }: LocalGiStarParameters,
  counted: CountedCells | null,
  gi: LocalGi | null,
  tooFew: TooFew | null,
): LocalGiStarSummary {
  const some = gi !== null && gi.n > 0;
  const classes = gi === null || tooFew !== null ? new Int8Array(0) : gi.classes;
  const common = commonSummary(study, counted, tooFew);
  const lonely = gi?.neighbours.reduce((sum, number) => sum + (number === 0 ? 1 : 0), 0) ?? 0;
  if (lonely > 0) common.warnings.push({ code: 'cells_without_neighbours', value: lonely });
  return {
    ...common,
    shape,
    statistic: includeSelf ? 'gi-star' : 'gi',
    level,
    correction,
    mean: some ? gi.mean : null,
    standardDeviation: some ? gi.standardDeviation : null,
    hotCells: classes.reduce((sum, value) => sum + (value === 1 ? 1 : 0), 0),
    coldCells: classes.reduce((sum, value) => sum + (value === -1 ? 1 : 0), 0),
    hotspots: [],
  };
}

function floor(counted: CountedCells, gi: LocalGi): TooFew | null {
  const few = cellFloor(counted);
  if (few !== null) return few;
  if (gi.standardDeviation === 0) return { reason: 'no_variation', found: null, floor: null };
  if (gi.z.every(Number.isNaN)) return { reason: 'too_few_cells', found: counted.cells.length, floor: null };
  return null;
}

function hotCells({ classes }: LocalGi, cells: Uint32Array): number[] {
  return Array.from(cells).filter((_, i) => classes[i] === 1);
}

function giColumns({ grid, cells, counts }: CountedCells, gi: LocalGi, tooFew: boolean): ResultColumn[] {
  const squareKm = (grid.cell * grid.cell) / 1e6;
  const score = (values: Float64Array) => (tooFew ? new Float64Array(values.length).fill(NaN) : values);
  return [
    { name: 'value', data: Float64Array.from(cells, (cell) => counts[cell] / squareKm) },
    { name: 'neighbours', data: Uint32Array.from(gi.neighbours) },
    { name: 'sum', data: Uint32Array.from(gi.sums) },
    { name: 'expected', data: gi.expected },
    { name: 'z', data: score(gi.z), nullable: true },
    { name: 'p', data: score(gi.p), nullable: true },
    { name: 'q', data: score(gi.q), nullable: true },
    { name: 'class', data: tooFew ? new Int8Array(cells.length) : gi.classes },
  ];
}
