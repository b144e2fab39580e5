import { areaRates } from '../../../analysis/area-rates.ts';
import { hitRate, winners } from '../../../analysis/hit-rate.ts';
import { locationQuotients } from '../../../analysis/location-quotient.ts';
import { MOST_FACTORS, riskTerrain } from '../../../analysis/risk-terrain.ts';
import { checkPoisson, poissonContour } from '../../../analysis/small-counts.ts';
import { type Column, counts, notNegative, numbersOf, positives } from './column.ts';
import { COUNT, rowNumbers } from './concentration.ts';
import { INTERVAL_LEVEL } from './displacement-companions.ts';
import { defineMethod } from './method.ts';
import { choice, column, columns, number, numbers, optionalColumn } from './option.ts';
import { RefusedInput } from './refusals.ts';

export const poissonContourMethod = defineMethod({
  name: 'poisson-contour',
  question: 'Places before and after: which moved other than all of them together?',
  files: ['small-counts.ts'],
  options: {
    before: column('column of the incidents of each place before', { usual: ['before'], unit: 'incidents' }),
    after: column('column of the incidents of each place after', { usual: ['after'], unit: 'incidents' }),
    z: number({ about: 'standard deviations of the limits', above: 0, standard: 3 }),
  },
  run: ({ before, after, z }) => ({
    ...poissonContour(counts(before), counts(after), z),
    parameters: { z },
  }),
});

export const poissonCheckMethod = defineMethod({
  name: 'poisson-check',
  question: 'Are counts (per day, per place) like those of chance?',
  files: ['small-counts.ts'],
  options: { count: COUNT },
  run: ({ count }) => ({ ...checkPoisson(counts(count)), parameters: {} }),
});

export const locationQuotientMethod = defineMethod({
  name: 'location-quotient',
  question: 'Is this kind of incident a larger part of what happens here than elsewhere?',
  files: ['location-quotient.ts'],
  options: {
    kind: column('column of the incidents of the kind in each area', { usual: ['kind'], unit: 'incidents' }),
    all: column('column of all incidents in each area', { usual: ['all'], unit: 'incidents' }),
    region: numbers({
      about: 'incidents of the kind and all incidents of the whole region, when the areas are not all of it',
      unit: 'incidents',
      length: 2,
      wholes: true,
      min: 0,
      standard: null,
    }),
    level: INTERVAL_LEVEL,
  },
  run({ kind, all, region, level }) {
    const [of, among] = [counts(kind), counts(all)];
    requireNotAbove(kind, of, among, 'all');
    const known = region === null ? {} : { region: { kind: region[0], all: region[1] } };
    return { ...locationQuotients(of, among, { level, ...known }), parameters: { region, level } };
  },
});

function requireNotAbove(column: Column, values: Float64Array, most: Float64Array, other: string): void {
  const bad = values.findIndex((value, i) => value > most[i]);
  if (bad >= 0)
    throw new RefusedInput(
      `Line ${column.lines[bad]} has more in the column of --${column.option} than in that of --${other}.`,
    );
}

export const areaRatesMethod = defineMethod({
  name: 'area-rates',
  question: 'How many incidents for each thousand people?',
  files: ['area-rates.ts'],
  options: {
    count: COUNT,
    population: column('column of the people of each area; blank where it is not known', {
      usual: ['population', 'people'],
      unit: 'people',
      blanks: true,
    }),
    per: number({ about: 'people one rate is for', unit: 'people', above: 0, standard: 1000 }),
    years: number({
      about: 'years the incidents are of: rates are for one year',
      unit: 'years',
      above: 0,
      standard: 1,
    }),
    'least-population': number({ about: 'fewer people, no rate', unit: 'people', min: 0, standard: 100 }),
    level: INTERVAL_LEVEL,
  },
  run({ count, population, per, years, 'least-population': leastPopulation, level }) {
    // Half the years, half the rate: as if one rate were for fewer people.
    const rates = areaRates(counts(count), notNegative(population), {
      level,
      per: per / years,
      leastPopulation,
    });
    return { ...rates, parameters: { level, per, years, leastPopulation } };
  },
});

export const hitRateMethod = defineMethod({
  name: 'hit-rate',
  question: 'Which map would have been right about where incidents then happened?',
  files: ['hit-rate.ts'],
  options: {
    observed: column('column of the incidents of each cell in the period held out', {
      usual: ['observed'],
      unit: 'incidents',
    }),
    predicted: columns('columns of what each map said: counts, densities or scores'),
    size: optionalColumn('column of the area of each cell', { unit: 'any unit' }),
    shares: numbers({
      about: 'shares of the area that are compared',
      length: 1,
      orMore: true,
      above: 0,
      max: 1,
      ascending: true,
      standard: [0.01, 0.02, 0.05],
    }),
    ties: choice(['fewest', 'average'], {
      about: 'cells a map holds equal: those with the fewest incidents first, or all alike',
      standard: 'fewest',
    }),
    predicts: choice(['counts', 'scores'], {
      about: 'counts are divided by the size of the cell; scores are taken as they are',
      standard: 'counts',
    }),
  },
  run({ observed, predicted, size, shares, ties, predicts }) {
    const incidents = counts(observed);
    const maps = predicted.map(({ name, column: said }) => ({
      name,
      ...hitRate(
        {
          observed: incidents,
          predicted: predicts === 'counts' ? notNegative(said) : numbersOf(said),
          ...(size && { size: positives(size) }),
        },
        { shares, ties, predictedIsCount: predicts === 'counts' },
      ),
    }));
    return {
      n: incidents.length,
      incidents: maps[0].incidents,
      maps: maps.map(({ name, at, cumulative, order }) => ({
        name,
        at,
        order: rowNumbers(order),
        cumulative,
      })),
      winners:
        maps.length < 2
          ? []
          : winners(maps).map(({ winner, ...rest }) => ({
              ...rest,
              winner: winner === null ? null : maps[winner].name,
            })),
      parameters: { shares, ties, predicts },
      warnings: [...new Set(maps.flatMap(({ warnings }) => warnings))],
    };
  },
});

export const riskTerrainMethod = defineMethod({
  name: 'risk-terrain',
  question: 'Where do several things that go with incidents come together?',
  files: ['risk-terrain.ts'],
  options: {
    count: column('column of the incidents of each cell', {
      usual: ['count', 'incidents', 'n'],
      unit: 'incidents',
    }),
    near: columns('columns that are 1 in the cells near a factor and 0 elsewhere', { most: MOST_FACTORS }),
    level: number({
      about: 'level of the intervals; a factor is kept when its q is below 1 - level',
      above: 0,
      below: 1,
      standard: 0.95,
    }),
  },
  run({ count, near, level }) {
    const factors = near.map(({ column: marks }) => marksOf(marks));
    const { factors: found, ...terrain } = riskTerrain(counts(count), factors, { level });
    const named = found.map((factor, k) => ({ name: near[k].name, ...factor }));
    return { ...terrain, factors: named, parameters: { near: near.map(({ name }) => name), level } };
  },
});

function marksOf(marks: Column): Uint8Array {
  const values = numbersOf(marks);
  const bad = values.findIndex((value) => value !== 0 && value !== 1);
  if (bad >= 0) throw new RefusedInput(`Line ${marks.lines[bad]} has neither 0 nor 1 in a column of --near.`);
  return Uint8Array.from(values);
}
