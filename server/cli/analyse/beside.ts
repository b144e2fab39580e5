import { assetRings } from '../../../analysis/asset-rings.ts';
import { dualDensity } from '../../../analysis/dual-density.ts';
import { cellCentres, cellsOf, MOST_CELLS } from '../../../analysis/grid.ts';
import { harmByPlace, harmWeights } from '../../../analysis/harm-weights.ts';
import { lineLengths, nearestSegments } from '../../../analysis/nearest-segment.ts';
import { boxOf, type PointSet } from '../../../analysis/point-set.ts';
import { type Column, groupsOf, labelsOf, notNegative, pickRows } from './column.ts';
import { CELL, cellColumns, countedCells } from './counted-cells.ts';
import { INTERVAL_LEVEL } from './displacement-companions.ts';
import { TABLE_VERSION } from './harm.ts';
import { BANDWIDTH, bandwidthOf, KERNEL } from './kernel-density.ts';
import { defineMethod } from './method.ts';
import { choice, column, number, numberOr, numbers, optionalColumn } from './option.ts';
import { located, POSITION, reachable } from './positions.ts';
import { RefusedInput } from './refusals.ts';

/** Rows with a blank cell are incidents; the others are what they are compared with. */
export function parted(points: PointSet, { option, cells }: Column) {
  const all = Array.from(cells.keys());
  const incidents = all.filter((row) => cells[row].trim() === '');
  const others = all.filter((row) => cells[row].trim() !== '');
  if (incidents.length === 0)
    throw new RefusedInput(`No row is an incident: the column of --${option} is blank for incidents.`);
  if (others.length === 0)
    throw new RefusedInput(`All rows are incidents: the column of --${option} is filled for all others.`);
  return { incidents, others, of: (rows: readonly number[]) => picked(points, rows) };
}

function picked({ x, y }: PointSet, rows: readonly number[]): PointSet {
  return { x: Float64Array.from(rows, (row) => x[row]), y: Float64Array.from(rows, (row) => y[row]) };
}

export const dualDensityMethod = defineMethod({
  name: 'dual-density',
  question: 'Where are incidents denser than what they are compared with?',
  files: ['dual-density.ts'],
  options: {
    ...POSITION,
    comparison: column(
      'column that is blank for incidents, and for the others how many they stand for (people, homes)',
      { usual: ['comparison', 'population'], blanks: true },
    ),
    kernel: KERNEL,
    cell: CELL,
    bandwidth: BANDWIDTH,
    measure: choice(['ratio', 'log', 'difference'], {
      about: 'ratio of the two shares, its logarithm, or their difference',
      standard: 'ratio',
    }),
  },
  run(values) {
    const places = reachable(values);
    const { kernel, measure } = values;
    const beside = pickRows(values.comparison, places.rows);
    const { incidents, others, of } = parted(places.points, beside);
    const weights = notNegative(beside);
    const counted = countedCells({ ...places, points: of(incidents) }, values.cell, 'square');
    const { grid, cells } = counted;
    if (incidents.length < 2 && typeof values.bandwidth !== 'number')
      throw new RefusedInput(
        'A rule for the bandwidth needs two incidents or more: give --bandwidth in metres.',
      );
    const region = new Set(cells);
    const cellOf = cellsOf(grid, of(others));
    // Both densities end at the same edge.
    const inside = others.filter((_, i) => region.has(cellOf[i]));
    const bandwidth = Math.max(bandwidthOf(of(incidents), values.bandwidth), grid.cell);
    const comparison = { ...of(inside), weight: Float64Array.from(inside, (row) => weights[row]) };
    const found = dualDensity(of(incidents), comparison, grid, { kernel, bandwidth, measure });
    const pick = (list: ArrayLike<number>) => Float64Array.from(cells, (cell) => list[cell]);
    return {
      n: found.n,
      comparison: found.comparison,
      masked: pick(found.mask).filter((mask) => mask === 1).length,
      ...cellColumns(places, counted),
      value: pick(found.values),
      mask: pick(found.mask),
      expected: pick(found.expected),
      parameters: { ...found.parameters, cell: grid.cell },
      warnings: [...places.warnings, ...counted.warnings, ...found.warnings],
    };
  },
});

/** Steps of the ground in the narrowest ring. */
const STEPS_A_RING = 5;

export const assetRingsMethod = defineMethod({
  name: 'asset-rings',
  question: 'Do incidents lie closer together around a kind of asset than away from it?',
  files: ['asset-rings.ts'],
  options: {
    ...POSITION,
    kind: column('column of the kind of each asset; blank for incidents', { usual: ['kind'], blanks: true }),
    rings: numbers({
      about: 'outer limits of the rings; a distance on a limit belongs to the outer ring',
      unit: 'metres',
      length: 1,
      orMore: true,
      above: 0,
      ascending: true,
      standard: [100, 200, 400],
    }),
    spacing: numberOr(['auto'], {
      about: 'metres between the points that stand for the ground; auto: a fifth of the narrowest ring',
      unit: 'metres',
      min: 1,
      max: 100_000,
      standard: 'auto',
    }),
    level: INTERVAL_LEVEL,
  },
  run(values) {
    const places = reachable(values);
    const { rings: distances, level } = values;
    const kindOf = pickRows(values.kind, places.rows);
    const { incidents, others, of } = parted(places.points, kindOf);
    const labels = labelsOf(kindOf);
    const kinds = [...new Set(others.map((row) => labels[row]))].sort();
    const spacing = values.spacing === 'auto' ? groundFor(of(incidents), distances) : values.spacing;
    const { grid, cells } = countedCells({ ...places, points: of(incidents) }, spacing, 'square');
    const found = assetRings(
      {
        incidents: of(incidents),
        kinds: kinds.map((kind) => of(others.filter((row) => labels[row] === kind))),
        ground: cellCentres(grid, cells),
        spacing,
      },
      { distances, level },
    );
    return {
      n: found.n,
      rings: found.rings.map(({ kind, ...ring }) => ({ kind: kinds[kind], ...ring })),
      beyond: found.beyond.map((rest, kind) => ({ kind: kinds[kind], ...rest })),
      parameters: { rings: distances, spacing, level },
      warnings: [...places.warnings, ...found.warnings],
    };
  },
});

/** Fine enough for the narrowest ring, unless the ground would then have too many points. */
function groundFor(points: PointSet, distances: readonly number[]): number {
  const narrowest = Math.min(...distances.map((to, ring) => to - (distances[ring - 1] ?? 0)));
  const { minX, minY, maxX, maxY } = boxOf(points);
  const area = (maxX - minX + narrowest) * (maxY - minY + narrowest);
  return Math.max(narrowest / STEPS_A_RING, Math.ceil(1.1 * Math.sqrt(area / MOST_CELLS)));
}

export const nearestSegmentMethod = defineMethod({
  name: 'nearest-segment',
  question: 'On which street does each incident lie?',
  files: ['nearest-segment.ts', 'line-buckets.ts'],
  options: {
    ...POSITION,
    line: column('column of the street of each corner, corners in order; blank for incidents', {
      usual: ['line', 'street', 'segment'],
      blanks: true,
    }),
    limit: number({
      about: 'incidents farther from every street belong to none',
      unit: 'metres',
      above: 0,
      max: 100_000,
      standard: 50,
    }),
    tolerance: number({
      about: 'a second street at most this much farther makes an incident ambiguous',
      unit: 'metres',
      min: 0,
      max: 1000,
      standard: 1,
    }),
  },
  run(values) {
    const { limit, tolerance } = values;
    const { points } = located(values);
    const { incidents, others, of } = parted(points, values.line);
    const corners = { ...values.line, cells: others.map((row) => values.line.cells[row]) };
    const { labels, groupOf } = groupsOf(corners);
    // Corners of one street stand together, in the order of the file.
    const order = others.map((_, k) => k).sort((a, b) => groupOf[a] - groupOf[b] || a - b);
    const starts = new Uint32Array(labels.length + 1);
    for (const line of groupOf) starts[line + 1]++;
    for (let line = 0; line < labels.length; line++) starts[line + 1] += starts[line];
    const lines = { ...of(order.map((k) => others[k])), starts };
    const { line, ...found } = nearestSegments(of(incidents), lines, { limit, tolerance });
    const counts = new Float64Array(labels.length);
    for (const number of line) if (number >= 0) counts[number]++;
    return {
      n: found.n,
      none: found.none,
      ambiguous: found.ambiguous,
      streets: labels.map((name, k) => ({ line: name, incidents: counts[k], metres: lineLengths(lines)[k] })),
      row: incidents.map((row) => row + 1),
      line: Array.from(line, (number) => (number < 0 ? null : labels[number])),
      distance: found.distance,
      parameters: { limit, tolerance },
      warnings: found.warnings,
    };
  },
});

export const harmWeightsMethod = defineMethod({
  name: 'harm-weights',
  question: 'Where does it hurt most, and may one say so with these incidents?',
  files: ['harm-weights.ts'],
  options: {
    weight: column('column of the harm of each incident; blank where the table says nothing of its kind', {
      usual: ['weight', 'harm'],
      blanks: true,
    }),
    place: optionalColumn('column of the place of each incident', { usual: ['place', 'area'] }),
    'table-version': TABLE_VERSION,
  },
  run({ weight, place, 'table-version': version }) {
    const weights = notNegative(weight);
    const kinds = Uint32Array.from(weights.keys());
    const { weights: used, ...found } = harmWeights(kinds, { version, weights });
    if (place === null) return { ...found, parameters: { 'table-version': version } };
    const { labels, groupOf } = groupsOf(place);
    const { counts, harm, variance, largestShare } = harmByPlace(groupOf, used, labels.length);
    return {
      ...found,
      place: labels,
      count: counts,
      harm,
      variance,
      placeLargestShare: largestShare,
      parameters: { 'table-version': version },
    };
  },
});
