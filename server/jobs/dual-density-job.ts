import { normalReferenceBandwidth, robustSilvermanBandwidth } from '../../analysis/bandwidth.ts';
import { contiguousGroups } from '../../analysis/cell-groups.ts';
import {
  DUAL_DENSITY_FLOOR,
  type DualDensity,
  dualDensity,
  SHOWN,
  TOO_FEW,
  type WeightedPoints,
} from '../../analysis/dual-density.ts';
import { cellsOf } from '../../analysis/grid.ts';
import { valuesAt } from '../../analysis/values-at.ts';
import { commonestKind } from './area-places.ts';
import { othersThan } from './compared-with.ts';
import type { DualDensityParameters, DualDensityPatch, DualDensitySummary, TooFew } from './contract.ts';
import { describePatch, incidentsOfGroups, ranked, valueOfCell } from './hotspots.ts';
import { residentsOn } from './residents.ts';
import { type CountedCells, cellColumns, commonSummary, type StudyArea } from './study-area.ts';
import type { Checkpoint, Finding } from './task.ts';

/** How many times the share of the comparison: somewhat denser, denser, far denser. */
const STEPS = [1.25, 2, 4];
/** Of the largest difference, up or down. */
const PARTS = [1 / 8, 1 / 4, 1 / 2];
/** Class from which cells make a patch, and the class of what is too few to say. */
const DENSE = 2;
const MASKED = -9;

export function runDualDensity(
  study: StudyArea,
  parameters: DualDensityParameters,
  checkpoint: Checkpoint,
): Finding {
  const counted = study.counted(parameters.cell, 'square');
  checkpoint(0.1);
  if (counted === null || counted.n < DUAL_DENSITY_FLOOR) {
    const found = counted?.n ?? 0;
    const reason = found === 0 ? 'no_incidents' : 'fewer_than_30_incidents';
    return nothing(study, parameters, counted, 0, { reason, found, floor: DUAL_DENSITY_FLOOR });
  }
  const { points, areaKind, unpeopled } = comparisonOf(study, parameters, counted, () => checkpoint(0.15));
  const compared = points.weight?.reduce((sum, one) => sum + one, 0) ?? points.x.length;
  if (compared < DUAL_DENSITY_FLOOR) {
    const tooFew = { reason: 'too_few_compared', found: compared, floor: DUAL_DENSITY_FLOOR } as const;
    return nothing(study, parameters, counted, compared, tooFew);
  }
  checkpoint(0.17);
  const wanted = bandwidthOf(study, parameters.bandwidth);
  checkpoint(0.2);
  const bandwidth = Math.max(wanted, counted.grid.cell);
  const { kernel, measure } = parameters;
  const density = dualDensity(study.incidents.points, points, counted.grid, {
    kernel,
    bandwidth,
    measure,
    progress: (done) => checkpoint(0.2 + 0.6 * done),
  });
  checkpoint(0.8);
  const steps = stepsOf(density, counted);
  const classes = Int8Array.from(counted.cells, (cell) => classOf(density, cell, steps));
  const patches = patchesOf(counted, density, classes);
  const summary: DualDensitySummary = {
    ...nothingFound(study, parameters, counted, compared, null),
    areaKind,
    bandwidth,
    steps,
    masked: classes.reduce((sum, one) => sum + Number(one === MASKED), 0),
    patches,
  };
  if (bandwidth > wanted) summary.warnings.push({ code: 'bandwidth_raised_to_cell', value: bandwidth });
  if (unpeopled > 0) summary.warnings.push({ code: 'areas_without_population', value: unpeopled });
  checkpoint(0.9);
  const groups = patches.map(({ cells }) => cells);
  return {
    summary,
    grid: counted.grid,
    columns: [...cellColumns(counted), ...columnsOf(counted, points, density, classes)],
    naming: { list: 'patches', incidents: incidentsOfGroups(study, counted, groups) },
  };
}

interface Comparison {
  readonly points: WeightedPoints;
  readonly areaKind: string | null;
  readonly unpeopled: number;
}

/** Both densities end at the same edge: what lies outside the region is not compared with. */
function comparisonOf(
  study: StudyArea,
  { comparison, areaKind }: DualDensityParameters,
  { grid, active }: CountedCells,
  pause: () => void,
): Comparison {
  const inside = (points: WeightedPoints): WeightedPoints => {
    const cellOf = cellsOf(grid, points);
    pause();
    const rows = new Uint32Array(cellOf.length);
    let size = 0;
    for (let i = 0; i < cellOf.length; i++) if (cellOf[i] >= 0 && active[cellOf[i]] === 1) rows[size++] = i;
    const kept = rows.subarray(0, size);
    const { weight } = points;
    return {
      x: valuesAt(points.x, kept),
      y: valuesAt(points.y, kept),
      ...(weight === undefined ? {} : { weight: valuesAt(weight, kept) }),
    };
  };
  if (comparison === 'incidents') {
    const others = othersThan(study);
    pause();
    return { points: inside(others), areaKind: null, unpeopled: 0 };
  }
  const peopled = study.task.places.areas.filter(({ population }) => (population ?? 0) > 0);
  const kind = areaKind === 'auto' ? commonestKind(peopled) : areaKind;
  const areas = peopled.filter((area) => area.kind === kind);
  const all = study.task.places.areas.filter((area) => area.kind === kind);
  const points = inside(residentsOn(study, areas, grid, pause));
  return { points, areaKind: kind, unpeopled: all.length - areas.length };
}

/** Whole metres: more digits would be no knowledge. */
function bandwidthOf(study: StudyArea, wanted: DualDensityParameters['bandwidth']): number {
  if (typeof wanted === 'number') return wanted;
  const rule = wanted === 'nrd' ? normalReferenceBandwidth : robustSilvermanBandwidth;
  return Math.round(rule(study.incidents.points));
}

function stepsOf({ values, parameters: { measure } }: DualDensity, { cells }: CountedCells): number[] {
  if (measure === 'ratio') return STEPS;
  if (measure === 'log') return STEPS.map(Math.log);
  const most = cells.reduce(
    (largest, cell) => Math.max(largest, Number.isNaN(values[cell]) ? 0 : Math.abs(values[cell])),
    0,
  );
  return PARTS.map((part) => part * most);
}

function classOf(
  { values, mask, parameters: { measure } }: DualDensity,
  cell: number,
  steps: number[],
): number {
  if (mask[cell] === TOO_FEW) return MASKED;
  // Without an incident the logarithm has no value, yet nothing is sparser.
  if (mask[cell] !== SHOWN) return -steps.length;
  const value = values[cell];
  const up = steps.filter((step) => step > 0 && value >= step).length;
  const down = steps.filter(
    (step) => step > 0 && (measure === 'ratio' ? value <= 1 / step : value <= -step),
  ).length;
  return up - down;
}

function patchesOf(counted: CountedCells, { values }: DualDensity, classes: Int8Array): DualDensityPatch[] {
  const classOfCell = valueOfCell(counted, classes);
  const dense = Array.from(counted.cells).filter((cell) => classOfCell(cell) >= DENSE);
  const groups = contiguousGroups(counted.grid, dense);
  return ranked(
    groups.map((group) => ({
      ...describePatch(counted, group, (cell) => values[cell]),
      highest: group.reduce((most, cell) => Math.max(most, values[cell]), -Infinity),
    })),
  );
}

function columnsOf(
  { grid, cells }: CountedCells,
  points: WeightedPoints,
  { values, expected, near }: DualDensity,
  classes: Int8Array,
): Finding['columns'] {
  const compared = new Float64Array(grid.columns * grid.rows);
  cellsOf(grid, points).forEach((cell, i) => {
    if (cell >= 0) compared[cell] += points.weight?.[i] ?? 1;
  });
  const pick = (all: Float64Array) => Float64Array.from(cells, (cell) => all[cell]);
  return [
    { name: 'compared', data: pick(compared) },
    { name: 'near', data: pick(near), nullable: true },
    { name: 'expected', data: pick(expected), nullable: true },
    { name: 'value', data: pick(values), nullable: true },
    { name: 'class', data: classes },
  ];
}

function nothingFound(
  study: StudyArea,
  { comparison, kernel, bandwidth, measure }: DualDensityParameters,
  counted: CountedCells | null,
  compared: number,
  tooFew: TooFew | null,
): DualDensitySummary {
  return {
    ...commonSummary(study, counted, tooFew),
    comparison,
    compared,
    areaKind: null,
    kernel,
    bandwidth: null,
    bandwidthRule: typeof bandwidth === 'number' ? 'fixed' : bandwidth,
    measure,
    steps: [],
    masked: 0,
    patches: [],
  };
}

function nothing(
  study: StudyArea,
  parameters: DualDensityParameters,
  counted: CountedCells | null,
  compared: number,
  tooFew: TooFew,
): Finding {
  return { summary: nothingFound(study, parameters, counted, compared, tooFew), columns: [] };
}
