import type { PointSet } from '../../../analysis/point-set.ts';
import { type ScanOptions, scanStatistic } from '../../../analysis/scan-statistic.ts';
import { type SpaceTimeScanOptions, spaceTimeScan } from '../../../analysis/space-time-scan.ts';
import { LONGEST_SHARE } from '../../jobs/scan-cells.ts';
import { MOST_CLUSTERS } from '../../jobs/scan-circles.ts';
import { counts, notNegative } from './column.ts';
import { SEED } from './concentration.ts';
import { defineMethod } from './method.ts';
import { choice, column, number, whole } from './option.ts';
import { located, POSITION, placedAt } from './positions.ts';
import { RefusedInput } from './refusals.ts';
import { TIME, timed, timeForm } from './times.ts';

const LIMITS = {
  share: number({
    about: 'largest share of all that is at risk in one circle',
    above: 0,
    max: 0.5,
    standard: 0.5,
  }),
  minimum: whole({ about: 'cases a cluster has at least', unit: 'cases', min: 1, standard: 2 }),
  permutations: whole({ about: 'simulations behind p', min: 0, max: 99_999, standard: 999 }),
  seed: SEED,
  clusters: whole({ about: 'clusters listed at most', min: 1, max: 1000, standard: MOST_CLUSTERS }),
};

export const scanStatisticMethod = defineMethod({
  name: 'scan-statistic',
  question: 'In which circles are there more cases than the people, or the controls, at risk explain?',
  files: ['scan-statistic.ts'],
  options: {
    ...POSITION,
    cases: column('column of the cases of each place', { usual: ['cases', 'count'], unit: 'cases' }),
    beside: column('column of the population of each place, or of its controls', {
      usual: ['population', 'controls'],
      unit: 'people or controls',
    }),
    model: choice(['poisson', 'bernoulli'], {
      about: 'poisson: cases and a population; bernoulli: cases and controls',
      standard: 'poisson',
    }),
    ...LIMITS,
  },
  run({ cases, beside, model, share, minimum, permutations, seed, clusters, ...position }) {
    const options: ScanOptions = { model, share, minimum, permutations, seed, clusters };
    const risk = model === 'poisson' ? notNegative(beside) : counts(beside);
    const { clusters: list, ...found } = scanStatistic(
      located(position).points,
      counts(cases),
      risk,
      options,
    );
    return { ...found, clusters: list.map(fromOne) };
  },
});

/** Rows of a file are counted from 1. */
function fromOne<C extends { readonly centre: number; readonly places: readonly number[] }>(cluster: C) {
  return { ...cluster, centre: cluster.centre + 1, places: cluster.places.map((place) => place + 1) };
}

export const spaceTimeScanMethod = defineMethod({
  name: 'space-time-scan',
  question: 'Where and when are there more incidents than the place and the time by themselves explain?',
  files: ['space-time-scan.ts'],
  options: {
    ...POSITION,
    ...TIME,
    step: whole({
      about: 'length of a period, counted from the first day',
      unit: 'days',
      min: 1,
      standard: 1,
    }),
    duration: whole({
      about: 'most periods in one cluster; a fifth of all when left out',
      unit: 'periods',
      min: 1,
      standard: null,
    }),
    ...LIMITS,
  },
  run(values) {
    const { step, share, minimum, permutations, seed, clusters } = values;
    const places = located(values);
    const { points, placeOf } = distinct(places.points);
    const { minutes, local, firstDay, written } = timed(values.time, timeForm(values));
    const period = Uint32Array.from(minutes, (minute) => Math.floor((local.dayOf(minute) - firstDay) / step));
    const periods = period.reduce((most, number) => Math.max(most, number), 0) + 1;
    if (periods < 2)
      throw new RefusedInput('All incidents fall into one period: a scan over time needs at least two.');
    const duration = values.duration ?? Math.max(1, Math.floor(periods * LONGEST_SHARE));
    const options: SpaceTimeScanOptions = {
      periods,
      duration,
      share,
      minimum,
      permutations,
      seed,
      clusters,
    };
    const found = spaceTimeScan(points, placeOf, period, options);
    return {
      ...found,
      clusters: found.clusters.map(({ first: from, last, centre, places: near, ...cluster }) => ({
        ...placedAt(places, points.x[centre], points.y[centre]),
        from: written(local.startOf(firstDay + from * step)),
        to: written(local.startOf(firstDay + (last + 1) * step)),
        places: near.length,
        ...cluster,
      })),
      parameters: { ...found.parameters, step },
    };
  },
});

/** Incidents at one position are one place. */
function distinct({ x, y }: PointSet): { points: PointSet; placeOf: Uint32Array } {
  const known = new Map<string, number>();
  const rows: number[] = [];
  const placeOf = Uint32Array.from(x, (value, i) => {
    const key = `${value}/${y[i]}`;
    const place = known.get(key) ?? rows.push(i) - 1;
    known.set(key, place);
    return place;
  });
  const points = { x: Float64Array.from(rows, (row) => x[row]), y: Float64Array.from(rows, (row) => y[row]) };
  return { points, placeOf };
}
