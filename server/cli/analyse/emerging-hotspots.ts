import { EMERGING_LABELS, emergingHotspots } from '../../../analysis/emerging-hotspots.ts';
import { cellCentres, cellsOf } from '../../../analysis/grid.ts';
import { gridPlaces } from '../../../analysis/grid-neighbours.ts';
import {
  DOCUMENTED_RULE,
  HOTSPOT_LABELS,
  hotspotClassification,
} from '../../../analysis/hotspot-classification.ts';
import { automaticPeriod, periodCounts } from '../../../analysis/period-counts.ts';
import type { Warning } from '../../../analysis/warning.ts';
import { type Column, pickRows } from './column.ts';
import { CELL, countedCells, SHAPE } from './counted-cells.ts';
import { LEVEL } from './local-gi-star.ts';
import { defineMethod } from './method.ts';
import { choice, number, numberOr, whole } from './option.ts';
import { POSITION, type PositionColumns, placed, reachable } from './positions.ts';
import { RefusedInput } from './refusals.ts';
import { TIME, timed, timeForm } from './times.ts';

const STEPS = {
  ...POSITION,
  ...TIME,
  cell: CELL,
  shape: SHAPE,
  period: numberOr(['auto'], {
    about:
      'whole days of a period, counted back from the last day; auto: 1 up to two weeks of data, 7 up to three months, 28 up to two years, 91 beyond',
    unit: 'days',
    min: 1,
    max: 3660,
    wholes: true,
    standard: 'auto',
  }),
  level: LEVEL,
};

interface StepValues extends PositionColumns {
  readonly time: Column;
  readonly 'time-order': Parameters<typeof timeForm>[0]['time-order'];
  readonly timezone: string;
  readonly cell: number | 'auto';
  readonly shape: 'square' | 'hexagon';
  readonly period: number | 'auto';
}

const LONGEST_AUTOMATIC = 91;

/** Counts of the cells of the region, step by step. */
function stepsOf(values: StepValues) {
  const places = reachable(values);
  const { minutes, local, firstDay, endDay, written } = timed(
    pickRows(values.time, places.rows),
    timeForm(values),
  );
  const span = endDay - firstDay;
  const period =
    values.period === 'auto' ? Math.min(LONGEST_AUTOMATIC, automaticPeriod(span)) : Math.round(values.period);
  const steps = Math.floor(span / period);
  if (steps < 2)
    throw new RefusedInput(
      `The incidents are of ${span} days, in which there are no two periods of ${period} days: take a shorter --period.`,
    );
  const starts = Array.from({ length: steps + 1 }, (_, k) => local.startOf(endDay - (steps - k) * period));
  const { grid, active, warnings } = countedCells(places, values.cell, values.shape);
  const { cells, placeOf, lists } = gridPlaces(grid, active);
  const placeOfIncident = cellsOf(grid, places.points).map((cell) => (cell < 0 ? -1 : placeOf[cell]));
  const counted = periodCounts(placeOfIncident, minutes, Float64Array.from(starts), cells.length);
  const notes: Warning[] = [...places.warnings, ...warnings];
  if (counted.otherTimes > 0)
    notes.push({ code: 'incidents_before_first_period', value: counted.otherTimes });
  const of = (place: number) => {
    let sum = 0;
    for (let step = 0; step < steps; step++) sum += counted.counts[step * cells.length + place];
    return sum;
  };
  return {
    counts: counted.counts,
    lists,
    steps,
    columns: {
      cell: cells,
      ...placed(places, cellCentres(grid, cells)),
      count: Float64Array.from(cells, (_, place) => of(place)),
    },
    head: { n: counted.n, cells: cells.length, steps, starts: starts.map(written) },
    parameters: { period, cell: grid.cell, shape: values.shape },
    warnings: notes,
  };
}

/** One list a place. */
function byPlace(list: ArrayLike<number>, steps: number): number[][] {
  const flat = Array.from(list);
  return Array.from({ length: flat.length / steps }, (_, place) =>
    flat.slice(place * steps, (place + 1) * steps),
  );
}

export const emergingHotspotsMethod = defineMethod({
  name: 'emerging-hotspots',
  question: 'Which hotspots are new, growing, steady, fading, on and off, or gone?',
  files: ['emerging-hotspots.ts', 'space-time-gi.ts', 'period-counts.ts'],
  options: {
    ...STEPS,
    'steps-back': whole({
      about: 'periods before that count as neighbours',
      unit: 'periods',
      min: 0,
      max: 100,
      standard: 1,
    }),
    correction: choice(['fdr', 'none'], {
      about: 'fdr: false discovery rate over all cells and periods',
      standard: 'fdr',
    }),
  },
  run(values) {
    const { 'steps-back': stepsBack, level, correction } = values;
    const { counts, lists, steps, columns, head, parameters, warnings } = stepsOf(values);
    const found = emergingHotspots(counts, lists, { stepsBack, level, correction });
    return {
      ...head,
      critical: found.critical,
      ...columns,
      labels: Array.from(found.labels, (label) => EMERGING_LABELS[label]),
      trend: found.trend,
      trendP: found.trendP,
      strips: byPlace(found.strips, steps),
      z: byPlace(found.z, steps),
      parameters: { ...parameters, 'steps-back': stepsBack, level, correction },
      warnings: [...warnings, ...found.warnings],
    };
  },
});

const share = (about: string, standard: number) => number({ about, above: 0, max: 1, standard });

export const hotspotClassificationMethod = defineMethod({
  name: 'hotspot-classification',
  question: 'Is a hotspot lasting, new, gone or on and off?',
  files: ['hotspot-classification.ts', 'space-time-gi.ts', 'period-counts.ts'],
  options: {
    ...STEPS,
    'hotspot-share': share(
      'share of the periods from which a cell is a hotspot at all',
      DOCUMENTED_RULE.hotspotShare,
    ),
    'persistent-share': share('share of the periods of a lasting one', DOCUMENTED_RULE.persistentShare),
    'recent-share': share('share of the periods that are recent', DOCUMENTED_RULE.recentShare),
    correction: choice(['fdr', 'holm', 'none'], {
      about: 'fdr over all cells and periods; holm over the periods of each cell, as sfhotspot does',
      standard: 'fdr',
    }),
  },
  run(values) {
    const rule = {
      hotspotShare: values['hotspot-share'],
      persistentShare: values['persistent-share'],
      recentShare: values['recent-share'],
    };
    const { level, correction } = values;
    const { counts, lists, steps, columns, head, parameters, warnings } = stepsOf(values);
    const found = hotspotClassification(counts, lists, { ...rule, level, correction });
    return {
      ...head,
      recent: found.recent,
      ...columns,
      labels: Array.from(found.labels, (label) => HOTSPOT_LABELS[label]),
      strips: byPlace(found.strips, steps),
      z: byPlace(found.z, steps),
      parameters: { ...parameters, ...rule, level, correction },
      warnings: [...warnings, ...found.warnings],
    };
  },
});
