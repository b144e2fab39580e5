import { areaWithin, convexHull } from '../../../analysis/convex-hull.ts';
import { type Dbscan, dbscan, EDGE, NOISE } from '../../../analysis/dbscan.ts';
import { localKnox } from '../../../analysis/local-knox.ts';
import { nearestNeighbourIndex } from '../../../analysis/nearest-neighbour-index.ts';
import type { PointSet } from '../../../analysis/point-set.ts';
import { automaticMinimum, automaticRadius } from '../../jobs/dbscan-job.ts';
import { datesOf } from './column.ts';
import { CORRECTION } from './local-gi-star.ts';
import { defineMethod } from './method.ts';
import { METRIC } from './near-repeat.ts';
import { number, numberOr } from './option.ts';
import { type Located, located, POSITION, placed, reachable } from './positions.ts';
import { RefusedInput } from './refusals.ts';
import { TIME, timeForm } from './times.ts';

export const dbscanMethod = defineMethod({
  name: 'dbscan',
  question: 'Which incidents lie so close together that they form a cluster, of whatever shape?',
  files: ['dbscan.ts'],
  options: {
    ...POSITION,
    radius: numberOr(['auto'], {
      about: 'incidents this near or nearer are near; auto: half of the automatic cell, 25 to 250',
      unit: 'metres',
      above: 0,
      max: 100_000,
      standard: 'auto',
    }),
    minimum: numberOr(['auto'], {
      about:
        'incidents within the radius that make a core, itself counted; auto: as many as only a tenth of the incidents have around them, at least 5',
      unit: 'incidents',
      min: 1,
      max: 1_000_000,
      wholes: true,
      standard: 'auto',
    }),
  },
  run(values) {
    const places = located(values);
    const near =
      values.radius === 'auto' || values.minimum === 'auto' ? reachable(values).points : places.points;
    const radius = values.radius === 'auto' ? automaticRadius(near) : values.radius;
    const minimum = values.minimum === 'auto' ? automaticMinimum(near, radius) : values.minimum;
    const found = dbscan(places.points, { radius, minimum });
    const roles = Array.from(found.roles, (role) =>
      role === NOISE ? 'noise' : role === EDGE ? 'edge' : 'core',
    );
    return {
      n: found.n,
      noise: found.noise,
      clusters: clustersOf(found, places),
      // Numbered from 1, so that 0 is no cluster.
      cluster: found.labels.map((label) => label + 1),
      role: roles,
      parameters: found.parameters,
      warnings: found.warnings,
    };
  },
});

function clustersOf({ cores, starts, members }: Dbscan, places: Located) {
  const { x, y } = places.points;
  return Array.from(cores, (core, c) => {
    const rows = members.subarray(starts[c], starts[c + 1]);
    const points: PointSet = {
      x: Float64Array.from(rows, (row) => x[row]),
      y: Float64Array.from(rows, (row) => y[row]),
    };
    return { cluster: c + 1, incidents: rows.length, core, hull: placed(places, convexHull(points)) };
  });
}

export const localKnoxMethod = defineMethod({
  name: 'local-knox',
  question: 'Which incidents belong to a chain of near repeats?',
  files: ['local-knox.ts'],
  options: {
    ...POSITION,
    ...TIME,
    metric: METRIC,
    distance: number({
      about: 'linked incidents are nearer than this',
      unit: 'metres',
      above: 0,
      standard: 200,
    }),
    days: number({
      about: 'linked incidents are closer in time than this',
      unit: 'days',
      above: 0,
      standard: 7,
    }),
    level: number({
      about: 'accepted chance of a false alarm, one-sided',
      above: 0,
      below: 1,
      standard: 0.05,
    }),
    correction: CORRECTION,
  },
  run(values) {
    const { metric, distance, days, level, correction } = values;
    const when = datesOf(values.time, timeForm(values));
    const { chain, chainStarts, members, ...found } = localKnox(located(values).points, when, {
      metric,
      distance,
      days,
      level,
      correction,
    });
    const chains = Array.from({ length: chainStarts.length - 1 }, (_, c) => ({
      chain: c + 1,
      rows: members.slice(chainStarts[c], chainStarts[c + 1]).map((row) => row + 1),
    }));
    return { ...found, chain: chain.map((number) => number + 1), chains };
  },
});

export const nearestNeighbourIndexMethod = defineMethod({
  name: 'nearest-neighbour-index',
  question: 'Are incidents nearer to one another than if they lay anywhere in the area?',
  files: ['nearest-neighbour-index.ts'],
  options: {
    ...POSITION,
    area: number({
      about: 'area of the study polygon; that of the hull of the incidents when left out, which is too small',
      unit: 'square metres',
      above: 0,
      standard: null,
    }),
  },
  run(values) {
    const { points, warnings } =
      values.area === null ? reachable(values) : { ...located(values), warnings: [] };
    const area = values.area ?? areaWithin(convexHull(points));
    if (!(area > 0))
      throw new RefusedInput('All incidents lie on one line, which has no area: give it with --area.');
    const found = nearestNeighbourIndex(points, area);
    const guessed = values.area === null ? [{ code: 'area_of_hull', value: area }] : [];
    return { ...found, parameters: { area }, warnings: [...warnings, ...found.warnings, ...guessed] };
  },
});
