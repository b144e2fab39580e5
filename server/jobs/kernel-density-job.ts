import { normalReferenceBandwidth, robustSilvermanBandwidth } from '../../analysis/bandwidth.ts';
import { KERNEL_DENSITY_FLOOR, kernelDensity } from '../../analysis/kernel-density.ts';
import type { KernelDensityParameters, KernelDensitySummary, TooFew } from './contract.ts';
import { harmFloor, type StudyHarm, studyHarm } from './harm.ts';
import { insideOf } from './incident-places.ts';
import { type CountedCells, cellColumns, commonSummary, type StudyArea } from './study-area.ts';
import type { Checkpoint, Finding } from './task.ts';

export function runKernelDensity(
  study: StudyArea,
  parameters: KernelDensityParameters,
  checkpoint: Checkpoint,
): Finding {
  const counted = study.counted(parameters.cell, 'square');
  checkpoint(0.1);
  const harm = harmOf(study, counted, parameters);
  const tooFew = floor(counted) ?? (harm && harmFloor(harm.figures));
  const wanted = tooFew === null ? bandwidthOf(study, parameters.bandwidth) : null;
  const values =
    counted === null || wanted === null
      ? new Float64Array(counted?.cells.length ?? 0).fill(NaN)
      : surface(study, counted, parameters, { wanted, weights: harm?.weights }, checkpoint);
  const summary: KernelDensitySummary = {
    ...commonSummary(study, counted, tooFew),
    kernel: parameters.kernel,
    bandwidth: wanted === null || counted === null ? null : Math.max(wanted, counted.grid.cell),
    bandwidthRule: typeof parameters.bandwidth === 'number' ? 'fixed' : parameters.bandwidth,
    maximum: wanted === null ? null : values.reduce((most, value) => Math.max(most, value), 0),
    weight: parameters.weight,
    harm: harm?.figures ?? null,
  };
  if (wanted !== null && summary.bandwidth !== null && summary.bandwidth > wanted)
    summary.warnings.push({ code: 'bandwidth_raised_to_cell', value: summary.bandwidth });
  const columns = counted === null ? [] : cellColumns(counted);
  return {
    summary,
    grid: counted?.grid,
    columns: [...columns, { name: 'value', data: values, nullable: true }],
  };
}

function surface(
  study: StudyArea,
  { grid, cells }: CountedCells,
  { kernel }: KernelDensityParameters,
  { wanted, weights }: { wanted: number; weights?: Float64Array },
  checkpoint: Checkpoint,
): Float64Array {
  const bandwidth = Math.max(wanted, grid.cell);
  const progress = (done: number) => checkpoint(0.1 + 0.8 * done);
  const density = kernelDensity(study.incidents.points, grid, { kernel, bandwidth, weights, progress });
  return Float64Array.from(cells, (cell) => density[cell]);
}

/** Of the incidents in the cells: those outside are in no other figure either. */
function harmOf(
  study: StudyArea,
  counted: CountedCells | null,
  { weight }: KernelDensityParameters,
): StudyHarm | null {
  if (weight !== 'harm') return null;
  const { x, y } = study.incidents.points;
  const inside = counted === null ? () => false : insideOf(counted);
  return studyHarm(study, (i) => inside(x[i], y[i]));
}

/** Whole metres: more digits would be no knowledge. */
function bandwidthOf(study: StudyArea, wanted: KernelDensityParameters['bandwidth']): number {
  if (typeof wanted === 'number') return wanted;
  const rule = wanted === 'nrd' ? normalReferenceBandwidth : robustSilvermanBandwidth;
  return Math.round(rule(study.incidents.points));
}

function floor(counted: CountedCells | null): TooFew | null {
  if (counted === null || counted.n === 0)
    return { reason: 'no_incidents', found: 0, floor: KERNEL_DENSITY_FLOOR };
  if (counted.n < KERNEL_DENSITY_FLOOR)
    return { reason: 'fewer_than_30_incidents', found: counted.n, floor: KERNEL_DENSITY_FLOOR };
  return null;
}
