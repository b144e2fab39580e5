import { aoristicClock } from '../../../analysis/aoristic.ts';
import { cusum } from '../../../analysis/cusum.ts';
import { FLAG_DATE_ONLY, MISSING } from '../../../analysis/incident-columns.ts';
import { poissonLimits } from '../../../analysis/poisson-limits.ts';
import { seasonalBand } from '../../../analysis/seasonal-band.ts';
import { clockOf, coarseTimes, counts, minutesOf, positives } from './column.ts';
import { defineMethod } from './method.ts';
import { choice, column, number, optionalColumn, whole } from './option.ts';
import { RefusedInput } from './refusals.ts';
import { TIME_FORM, timeForm } from './times.ts';

const HOURS = 24;

export const aoristicMethod = defineMethod({
  name: 'aoristic',
  question:
    'At which hours of the week do incidents happen, when each could have happened at any time between two?',
  files: ['aoristic.ts'],
  options: {
    from: column('column of the earliest time of each incident, with its hour', {
      usual: ['from', 'occurred_from', 'start', 'time', 'date'],
    }),
    to: optionalColumn('column of the latest time; blank for no end', {
      usual: ['to', 'occurred_to', 'end'],
      blanks: true,
    }),
    ...TIME_FORM,
  },
  run(values) {
    const form = timeForm(values);
    const from = minutesOf(values.from, form);
    const ends = values.to === null ? null : minutesOf(values.to, form);
    const coarse = coarseTimes(values.from, form);
    const flags = coarse.map((is, i) =>
      is === 1 && (ends === null || ends[i] === MISSING) ? FLAG_DATE_ONLY : 0,
    );
    const { clock, ...found } = aoristicClock(
      { from, duration: durationsOf(from, ends), flags },
      clockOf(from, form.timezone).zone,
    );
    const days = Array.from({ length: clock.length / HOURS }, (_, day) =>
      clock.slice(day * HOURS, (day + 1) * HOURS),
    );
    // Monday to Sunday, midnight to 23 h.
    return { ...found, clock: days, parameters: { timezone: form.timezone } };
  },
});

function durationsOf(from: Int32Array, ends: Int32Array | null): Float64Array {
  return Float64Array.from(from, (start, i) => {
    if (ends === null || ends[i] === MISSING) return NO_END;
    const minutes = ends[i] - start;
    // A span that happens to be as long as the sign for "no end".
    return minutes === NO_END ? minutes + 1 : minutes;
  });
}

/** As the columns of incidents write it. */
const NO_END = 65_535;

const SERIES = column('column of the incidents of each step, in order', {
  usual: ['count', 'incidents', 'n', 'value'],
  unit: 'incidents',
});

export const cusumMethod = defineMethod({
  name: 'cusum',
  question: 'Has a count crept up or down, at what price in false alarms?',
  files: ['cusum.ts'],
  options: {
    count: SERIES,
    baseline: number({
      about: 'incidents a step when nothing has changed',
      unit: 'incidents',
      above: 0,
      max: 1e5,
    }),
    ratio: number({
      about: 'the change worth finding: 1.5 for half as many again, 0.7 for three in ten fewer',
      above: 0,
      max: 100,
      standard: 1.5,
    }),
    'false-alarm-every': number({
      about: 'steps between false alarms on average, at least',
      unit: 'steps',
      above: 1,
      max: 1e6,
      standard: 120,
    }),
  },
  run({ count, baseline, ratio, 'false-alarm-every': falseAlarmEvery }) {
    const found = cusum(counts(count), { baseline, ratio, falseAlarmEvery });
    // Steps are counted from 1, as rows are.
    const alarms = found.alarms.map(({ step, since }) => ({ step: step + 1, since: since + 1 }));
    return { ...found, alarms };
  },
});

export const seasonalBandMethod = defineMethod({
  name: 'seasonal-band',
  question: 'Is this month unusual for the time of year?',
  files: ['seasonal-band.ts'],
  options: {
    count: column(
      'column of the incidents of each step, in order from the first season on; a blank cell is a missing step',
      { usual: ['count', 'incidents', 'n', 'value'], unit: 'incidents', blanks: true },
    ),
    period: whole({
      about: 'steps in a cycle: 12 months, 52 weeks',
      unit: 'steps',
      min: 1,
      max: 366,
      standard: 12,
    }),
    z: number({ about: 'half width of the band in standard deviations', above: 0, max: 100, standard: 3 }),
  },
  run({ count, period, z }) {
    const series = counts(count);
    // The last cycle, whole or begun, is judged by those before it.
    const earlier = Math.floor((series.length - 1) / period) * period;
    if (earlier === 0)
      throw new RefusedInput(
        `The file has ${series.length} steps: a cycle of ${period} is judged by whole cycles before it, so at least ${period + 1} are needed.`,
      );
    const found = seasonalBand(series.slice(0, earlier), series.slice(earlier), { period, z });
    return { ...found, current: series.slice(earlier), parameters: { period, z } };
  },
});

export const poissonLimitsMethod = defineMethod({
  name: 'poisson-limits',
  question: 'Which periods of a series had more or fewer incidents than chance gives?',
  files: ['poisson-limits.ts'],
  options: {
    count: column('column of the incidents of each period, in order; a blank cell is a missing period', {
      usual: ['count', 'incidents', 'n', 'value'],
      unit: 'incidents',
      blanks: true,
    }),
    exposure: optionalColumn('column of the length of each period; all alike when left out', {
      usual: ['days', 'exposure'],
    }),
    z: number({ about: 'half width of the limits in standard deviations', above: 0, max: 100, standard: 3 }),
    slope: number({
      about: 'change of the rate (incidents for one unit of length) from one period to the next',
      min: -1e9,
      max: 1e9,
      standard: 0,
    }),
    width: choice(['auto', 'poisson'], {
      about: 'auto widens the limits where periods differ more than twice as much as chance makes them',
      standard: 'auto',
    }),
  },
  run({ count, exposure, z, slope, width }) {
    const series = counts(count);
    const lengths = exposure === null ? new Float64Array(series.length).fill(1) : positives(exposure);
    return { ...poissonLimits(series, lengths, { z, slope, width }) };
  },
});
