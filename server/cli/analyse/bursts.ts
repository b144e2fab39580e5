import { nausAlarm, nausScan } from '../../../analysis/naus-scan.ts';
import { weekdayTest } from '../../../analysis/weekday-test.ts';
import { defineMethod } from './method.ts';
import { number, numbers, whole } from './option.ts';

const WINDOWS = number({
  about: 'windows that fit in the period: its length over that of the window',
  min: 2,
});
const MEAN = number({ about: 'incidents expected in one window', unit: 'incidents', above: 0, max: 50_000 });

export const nausScanMethod = defineMethod({
  name: 'naus-scan',
  question: 'Is a burst of n incidents in some short window of a long period more than chance?',
  files: ['naus-scan.ts'],
  options: {
    n: whole({ about: 'incidents in the fullest window', unit: 'incidents', min: 0, max: 100_000 }),
    windows: WINDOWS,
    mean: MEAN,
  },
  run: ({ n, windows, mean }) => ({ ...nausScan(n, { windows, mean }) }),
});

export const nausAlarmMethod = defineMethod({
  name: 'naus-alarm',
  question: 'How many incidents in a window should raise an alarm, when a false one may have this chance?',
  files: ['naus-scan.ts'],
  options: {
    budget: number({
      about: 'chance of a false alarm in the whole period',
      above: 0,
      below: 1,
      standard: 0.05,
    }),
    windows: WINDOWS,
    mean: MEAN,
  },
  run({ budget, windows, mean }) {
    const { n, p } = nausAlarm(budget, { windows, mean });
    return { n, p, parameters: { budget, windows, mean }, warnings: [] };
  },
});

export const weekdayTestMethod = defineMethod({
  name: 'weekday-test',
  question: 'Do a few incidents fall on some days of the week more than chance allows?',
  files: ['weekday-test.ts'],
  options: {
    counts: numbers({
      about: 'incidents on each day, Monday to Sunday',
      unit: 'incidents',
      length: 7,
      wholes: true,
      min: 0,
    }),
    exposure: numbers({
      about: 'how many of each weekday the period has',
      unit: 'days',
      length: 7,
      above: 0,
      standard: [1, 1, 1, 1, 1, 1, 1],
    }),
  },
  run: ({ counts, exposure }) => ({ ...weekdayTest(counts, exposure), parameters: { counts, exposure } }),
});
