import { concentration } from '../../../analysis/concentration.ts';
import { concentrationTable } from '../../../analysis/concentration-table.ts';
import { giniInterval } from '../../../analysis/gini-interval.ts';
import { repeatPlaces } from '../../../analysis/repeat-places.ts';
import { riskyFacilities } from '../../../analysis/risky-facilities.ts';
import type { Warning } from '../../../analysis/warning.ts';
import { AUTOMATIC_SAMPLES } from '../../jobs/concentration-job.ts';
import { counts, positives } from './column.ts';
import { INTERVAL_LEVEL } from './displacement-companions.ts';
import { defineMethod } from './method.ts';
import { choice, column, optionalColumn, type ValuesOf, whole } from './option.ts';
import { WrongUsage } from './refusals.ts';

export const SEED = whole({ about: 'seed of chance', min: 0, max: 2 ** 32 - 1, standard: 1 });

export const COUNT = column('column of the incidents of each place; also places without any', {
  usual: ['count', 'incidents', 'n'],
  unit: 'incidents',
});

/** Numbers of rows from 1 on, as the rows of a file are counted. */
export const rowNumbers = (places: Uint32Array) => places.map((place) => place + 1);

/** Of the interval of the generalised Gini. */
export const INTERVAL = {
  samples: whole({
    about: 'bootstrap samples of the interval',
    min: 100,
    max: 100_000,
    standard: AUTOMATIC_SAMPLES,
  }),
  level: INTERVAL_LEVEL,
  seed: SEED,
};

export const concentrationMethod = defineMethod({
  name: 'concentration',
  question: 'How unevenly do incidents lie on places, and which few have most of them?',
  files: ['concentration.ts', 'concentration-table.ts', 'gini-interval.ts'],
  options: {
    count: COUNT,
    size: optionalColumn('column of the length or area of each place', { unit: 'any unit' }),
    place: choice(['other', 'street'], {
      about:
        'what a place is: streets are held against those of other cities (Weisburd 2015), others are not',
      standard: 'other',
    }),
    ...INTERVAL,
  },
  run({ count, size, place, ...interval }) {
    const found = concentrationOf(counts(count), size && positives(size), interval);
    return {
      ...found,
      ruler: place === 'street' ? found.ruler : [],
      places: rowNumbers(found.places),
      parameters: { place, ...found.parameters },
    };
  },
});

/** All that can be told of the incidents of places. */
export function concentrationOf(
  incidents: Float64Array,
  sizes: Float64Array | null,
  { samples, level, seed }: ValuesOf<typeof INTERVAL>,
) {
  const found = concentration(incidents);
  const table = concentrationTable(incidents, sizes ?? undefined);
  const interval = giniInterval(incidents, { level, seed, samples });
  return {
    ...found,
    interval: interval.interval,
    level,
    fewest: table.fewest,
    ruler: table.ruler,
    places: table.places,
    counts: table.counts,
    cumulativeShare: table.cumulativeShare,
    density: table.density,
    parameters: { samples, level, seed },
    warnings: eachOnce([...found.warnings, ...table.warnings, ...interval.warnings]),
  };
}

function eachOnce(warnings: readonly Warning[]): Warning[] {
  return warnings.filter(({ code }, i) => warnings.findIndex((other) => other.code === code) === i);
}

export const repeatPlacesMethod = defineMethod({
  name: 'repeat-places',
  question: 'How much of it happens again at the same places?',
  files: ['repeat-places.ts'],
  options: {
    count: COUNT,
    places: whole({
      about: 'number of all places, when the file leaves out those without incidents; 0 when it is not known',
      min: 0,
      standard: null,
    }),
  },
  run({ count, places }) {
    const incidents = counts(count);
    const victims = incidents.filter((some) => some > 0).length;
    if (places !== null && places > 0 && places < victims)
      throw new WrongUsage(`--places must be 0 or at least ${victims}, the places with incidents.`);
    const units = places === null ? incidents.length : places === 0 ? null : places;
    return { ...repeatPlaces(incidents, units), parameters: { places: units } };
  },
});

export const riskyFacilitiesMethod = defineMethod({
  name: 'risky-facilities',
  question: 'Do a few facilities of a kind have most of its incidents?',
  files: ['risky-facilities.ts'],
  options: {
    count: COUNT,
    size: optionalColumn('column of visitors, seats or floor area: chances in proportion', {
      unit: 'any unit',
    }),
    simulations: whole({ about: 'random deals behind p', min: 1, max: 99_999, standard: 999 }),
    seed: SEED,
  },
  run({ count, size, simulations, seed }) {
    const incidents = counts(count);
    requireSteps(incidents, simulations);
    const { order, ...found } = riskyFacilities(incidents, {
      simulations,
      seed,
      ...(size && { sizes: positives(size) }),
    });
    return { ...found, facilities: rowNumbers(order), parameters: { simulations, seed } };
  },
});

/** Incidents dealt in all: about twenty seconds. */
const MOST_DEALT = 2e9;

function requireSteps(incidents: Float64Array, simulations: number): void {
  const total = incidents.reduce((sum, some) => sum + some, 0);
  if (total * simulations > MOST_DEALT)
    throw new WrongUsage(
      `--simulations must be at most ${Math.floor(MOST_DEALT / total)} for so many incidents.`,
    );
}
