import { normalReferenceBandwidth, robustSilvermanBandwidth } from '../../../analysis/bandwidth.ts';
import { KERNEL_DENSITY_FLOOR, KERNELS, kernelDensity } from '../../../analysis/kernel-density.ts';
import type { PointSet } from '../../../analysis/point-set.ts';
import type { Warning } from '../../../analysis/warning.ts';
import { CELL, cellColumns, countedCells } from './counted-cells.ts';
import { HARM, harmFigures, harmOfRows, harmWarnings } from './harm.ts';
import { defineMethod } from './method.ts';
import { choice, numberOr } from './option.ts';
import { POSITION, reachable } from './positions.ts';

export const KERNEL = choice(KERNELS, {
  about: 'shape of the spread of one incident',
  standard: 'quartic',
});

export const BANDWIDTH = numberOr(['arcgis', 'nrd'], {
  about: 'radius of the kernel, or the rule that finds it in the data; never below the cell',
  unit: 'metres',
  above: 0,
  max: 100_000,
  standard: 'arcgis',
});

/** Whole metres for a rule: more digits would be no knowledge. */
export function bandwidthOf(points: PointSet, wanted: number | 'arcgis' | 'nrd'): number {
  if (typeof wanted === 'number') return wanted;
  const rule = wanted === 'nrd' ? normalReferenceBandwidth : robustSilvermanBandwidth;
  return Math.round(rule(points));
}

export const kernelDensityMethod = defineMethod({
  name: 'kernel-density',
  question: 'Where do incidents concentrate?',
  files: ['kernel-density.ts'],
  options: { ...POSITION, kernel: KERNEL, cell: CELL, bandwidth: BANDWIDTH, ...HARM },
  run(values) {
    const places = reachable(values);
    const { kernel, bandwidth: wanted, weight, 'table-version': version } = values;
    const counted = countedCells(places, values.cell, 'square');
    const { grid, cells, n } = counted;
    const harm = weight === null ? null : harmOfRows(weight, places.rows, version);
    const isSparse = n < KERNEL_DENSITY_FLOOR || (harm !== null && harm.refusal !== null);
    const found = isSparse ? NaN : bandwidthOf(places.points, wanted);
    const bandwidth = Math.max(found, grid.cell);
    const density = isSparse
      ? null
      : kernelDensity(places.points, grid, { kernel, bandwidth, weights: harm?.weights });
    const warnings: Warning[] = [...places.warnings, ...counted.warnings];
    if (harm) warnings.push(...harmWarnings(harm));
    if (n < KERNEL_DENSITY_FLOOR) warnings.push({ code: 'fewer_than_30_incidents', value: n });
    else if (bandwidth > found) warnings.push({ code: 'bandwidth_raised_to_cell', value: bandwidth });
    const value = Float64Array.from(cells, (cell) => density?.[cell] ?? NaN);
    return {
      n,
      cells: cells.length,
      bandwidth,
      unit: harm ? 'harm per km²' : 'incidents per km²',
      maximum: density === null ? null : value.reduce((most, one) => Math.max(most, one), 0),
      ...cellColumns(places, counted),
      value,
      ...(harm && { totals: harmFigures(harm) }),
      parameters: {
        kernel,
        cell: grid.cell,
        bandwidth,
        'bandwidth-rule': typeof wanted === 'number' ? 'fixed' : wanted,
      },
      warnings,
    };
  },
});
