import { contiguousGroups } from '../../analysis/cell-groups.ts';
import { LOCAL_GI_FLOOR } from '../../analysis/local-gi-star.ts';
import { HIGH_HIGH, type LocalMoran, localMoranOfGrid } from '../../analysis/local-moran.ts';
import { cellFloor } from './cell-floor.ts';
import type { LocalMoranParameters, LocalMoranSummary, RunWarning, TooFew } from './contract.ts';
import { describePatch, incidentsOfGroups, ranked } from './hotspots.ts';
import { type CountedCells, cellColumns, commonSummary, type StudyArea } from './study-area.ts';
import type { Checkpoint, Finding, ResultColumn } from './task.ts';

export function runLocalMoran(
  study: StudyArea,
  parameters: LocalMoranParameters,
  checkpoint: Checkpoint,
): Finding {
  const counted = study.counted(parameters.cell, parameters.shape);
  checkpoint(0.2);
  if (counted === null) {
    const tooFew: TooFew = { reason: 'no_incidents', found: 0, floor: LOCAL_GI_FLOOR };
    return { summary: summaryOf(study, parameters, null, null, tooFew), columns: [] };
  }
  const { permutations, seed, level, correction } = parameters;
  const moran = localMoranOfGrid(counted.counts, counted.grid, counted.active, {
    permutations,
    seed,
    level,
    correction,
    progress: (done) => checkpoint(0.2 + 0.5 * done),
  });
  checkpoint(0.8);
  const tooFew = floor(counted, moran);
  const high =
    tooFew === null ? Array.from(counted.cells).filter((_, i) => moran.classes[i] === HIGH_HIGH) : [];
  const hotspots = ranked(
    contiguousGroups(counted.grid, high).map((cells) =>
      describePatch(counted, cells, (cell) => counted.counts[cell]),
    ),
  );
  const groups = hotspots.map(({ cells }) => cells);
  return {
    summary: { ...summaryOf(study, parameters, counted, moran, tooFew), hotspots },
    grid: counted.grid,
    columns: [...cellColumns(counted), ...moranColumns(moran, tooFew !== null)],
    naming: { list: 'hotspots', incidents: incidentsOfGroups(study, counted, groups) },
  };
}

function summaryOf(
  study: StudyArea,
  { shape, permutations, seed, level, correction }: LocalMoranParameters,
  counted: CountedCells | null,
  moran: LocalMoran | null,
  tooFew: TooFew | null,
): LocalMoranSummary {
  const common = commonSummary(study, counted, tooFew);
  for (const { code, value } of moran?.warnings ?? []) {
    const known = WARNINGS[code];
    if (known !== undefined) common.warnings.push({ code: known, value });
  }
  const classes = tooFew === null && moran !== null ? moran.classes : new Int8Array(0);
  const cellsOf = (wanted: number) => classes.reduce((sum, value) => sum + (value === wanted ? 1 : 0), 0);
  return {
    ...common,
    shape,
    permutations,
    seed,
    level,
    correction,
    mean: moran !== null && moran.n > 0 ? moran.mean : null,
    highHigh: cellsOf(1),
    lowHigh: cellsOf(2),
    lowLow: cellsOf(3),
    highLow: cellsOf(4),
    hotspots: [],
  };
}

const WARNINGS: Readonly<Record<string, RunWarning['code'] | undefined>> = {
  places_without_neighbours: 'cells_without_neighbours',
  permutations_too_few_for_correction: 'permutations_too_few_for_correction',
};

function floor(counted: CountedCells, moran: LocalMoran): TooFew | null {
  const few = cellFloor(counted);
  if (few !== null) return few;
  if (moran.warnings.some(({ code }) => code === 'no_variation'))
    return { reason: 'no_variation', found: null, floor: null };
  // Where every cell is a neighbour of every other there is nothing left to shuffle.
  const all = counted.cells.length - 1;
  if (moran.statistic.every(Number.isNaN) || moran.neighbours.every((number) => number === all))
    return { reason: 'too_few_cells', found: counted.cells.length, floor: null };
  return null;
}

function moranColumns(
  { neighbours, lag, mean, statistic, p, q, quadrants, classes }: LocalMoran,
  tooFew: boolean,
) {
  const score = (values: Float64Array) => (tooFew ? new Float64Array(values.length).fill(NaN) : values);
  const columns: ResultColumn[] = [
    { name: 'neighbours', data: Uint32Array.from(neighbours) },
    { name: 'neighbourMean', data: lag.map((value) => value + mean), nullable: true },
    { name: 'statistic', data: score(statistic), nullable: true },
    { name: 'p', data: score(p), nullable: true },
    { name: 'q', data: score(q), nullable: true },
    { name: 'quadrant', data: quadrants },
    { name: 'class', data: tooFew ? new Int8Array(classes.length) : classes },
  ];
  return columns;
}
