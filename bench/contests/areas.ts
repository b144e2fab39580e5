/** Methods over areas, and harm. */
import { areaRates } from '../../analysis/area-rates.ts';
import { cellsOf, gridOver } from '../../analysis/grid.ts';
import { harmByPlace, harmWeights } from '../../analysis/harm-weights.ts';
import { kernelDensity } from '../../analysis/kernel-density.ts';
import { locationQuotients } from '../../analysis/location-quotient.ts';
import { boxOf, type PointSet } from '../../analysis/point-set.ts';
import { pointsInAreas } from '../../analysis/points-in-areas.ts';
import { prepareRings } from '../../analysis/prepared-polygon.ts';
import { close, same } from '../agreement.ts';
import type { Contest, Contests } from '../contest.ts';
import { type MadeAreas, madeAreas } from '../made-city.ts';
import type { SyntheticIncidents } from '../synthetic-incidents.ts';
import { CELL, gridOf } from './cells.ts';

/** The category whose part in all is looked at, from 1. */
const BURGLARY = 3;
/** Days of prison a category; nobody's table. */
const DAYS_OF_HARM = [NaN, 3, 20, 15, 2, 5, 365, 33];
const BANDWIDTH = 500;

export const areaContests: Contests = (incidents) => {
  const made = madeAreas();
  const counts = countsIn(made.rings, incidents);
  return [
    counting(incidents, made),
    rates(incidents.x.length, made, counts),
    quotients(incidents, made, counts),
    harm(incidents),
    harmDensity(incidents),
  ];
};

function countsIn(rings: MadeAreas['rings'], points: PointSet): Float64Array {
  const prepared = rings.map((ring) => [prepareRings([ring])]);
  const { starts } = pointsInAreas(points, prepared);
  return Float64Array.from(rings, (_, area) => starts[area + 1] - starts[area]);
}

function counting({ x, y }: SyntheticIncidents, { rings }: MadeAreas): Contest {
  return {
    task: `counts in ${rings.length} areas of 64 corners`,
    methods: ['counts'],
    size: x.length,
    given: { columns: { x, y }, numbers: { answers: rings.length }, areas: rings },
    ours: () => ({ value: countsIn(rings, { x, y }) }),
    peers: [
      {
        who: 'PostGIS st_contains, both indexed',
        tool: 'postgis',
        ask: 'select areas.id, count(*) as value from areas join points on st_contains(areas.shape, points.at) group by 1',
        runs: 1,
        agree: same('value', 'areas'),
      },
      {
        who: 'sf st_intersects',
        tool: 'r',
        needs: 'sf',
        ask: 'count-areas',
        runs: 1,
        agree: same('value', 'areas'),
      },
    ],
  };
}

function rates(size: number, { people }: MadeAreas, counts: Float64Array): Contest {
  const options = { level: 0.95, per: 1000, leastPopulation: 100 };
  return {
    task: `rates with exact intervals of ${people.length} areas`,
    methods: ['counts'],
    size,
    given: { columns: { counts, people }, numbers: options },
    ours: () => {
      const { rate, low, high } = areaRates(counts, people, options);
      return { rate, low, high };
    },
    peers: [
      { who: 'scipy chi2, all at once', tool: 'python', ask: 'rates', agree: close('rate', 'low', 'high') },
      { who: 'R poisson.test', tool: 'r', ask: 'rates', agree: close('rate', 'low', 'high') },
    ],
  };
}

function quotients(
  { x, y, category }: SyntheticIncidents,
  { rings }: MadeAreas,
  counts: Float64Array,
): Contest {
  const rows = Array.from(category.keys()).filter((i) => category[i] === BURGLARY);
  const own = { x: Float64Array.from(rows, (i) => x[i]), y: Float64Array.from(rows, (i) => y[i]) };
  const kind = countsIn(rings, own);
  return {
    task: `location quotient of burglary, ${rings.length} areas`,
    methods: ['location-quotient'],
    size: x.length,
    given: { columns: { kind, counts }, numbers: { floor: 20 } },
    ours: () => {
      const { quotient, low, high, p, q } = locationQuotients(kind, counts, { level: 0.95 });
      return { quotient, low, high, p, q };
    },
    peers: [
      {
        who: 'scipy beta and binomtest',
        tool: 'python',
        ask: 'location_quotient',
        agree: close('quotient', 'low', 'high', 'p', 'q'),
      },
      {
        who: 'R binom.test',
        tool: 'r',
        ask: 'location-quotient',
        agree: close('quotient', 'low', 'high', 'p', 'q'),
      },
    ],
  };
}

function harm({ x, y, category }: SyntheticIncidents): Contest {
  const table = { version: 'bench', weights: DAYS_OF_HARM };
  const grid = gridOver(boxOf({ x, y }), CELL);
  return {
    task: `harm in ${CELL} m cells, sum, variance, heaviest`,
    methods: ['counts'],
    size: x.length,
    given: {
      columns: { x, y, kinds: Float64Array.from(category), weights: Float64Array.from(DAYS_OF_HARM) },
      numbers: gridOf({ x, y }).numbers,
    },
    ours: () => {
      const { weights } = harmWeights(category, table);
      const found = harmByPlace(cellsOf(grid, { x, y }), weights, grid.columns * grid.rows);
      return { harm: found.harm, variance: found.variance, largest: found.largestShare };
    },
    peers: [
      { who: 'numpy by hand', tool: 'python', ask: 'harm', agree: close('harm', 'variance', 'largest') },
    ],
  };
}

function harmDensity(incidents: SyntheticIncidents): Contest {
  const { x, y, category } = incidents;
  const { grid, numbers } = gridOf(incidents);
  const weights = Float64Array.from(category, (kind) => DAYS_OF_HARM[kind]);
  return {
    task: `density of harm, Epanechnikov ${BANDWIDTH} m, ${CELL} m cells`,
    methods: ['kernel-density'],
    size: x.length,
    given: { columns: { x, y, weights }, numbers: { ...numbers, bandwidth: BANDWIDTH } },
    ours: () => ({
      value: kernelDensity({ x, y }, grid, { kernel: 'epanechnikov', bandwidth: BANDWIDTH, weights }),
    }),
    peers: [
      {
        who: 'scikit-learn KernelDensity, weighted',
        tool: 'sklearn',
        ask: 'weighted',
        runs: 1,
        most: 100_000,
        agree: close('value'),
      },
    ],
  };
}
