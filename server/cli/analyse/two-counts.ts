import { eTest } from '../../../analysis/e-test.ts';
import { poissonInterval } from '../../../analysis/poisson-interval.ts';
import { rateRatio, ratioOfRatios } from '../../../analysis/rate-ratio.ts';
import { poissonZ } from '../../../analysis/small-counts.ts';
import { INTERVAL_LEVEL } from './displacement-companions.ts';
import { defineMethod } from './method.ts';
import { number, numbers, whole } from './option.ts';
import { beforeAfter, pair } from './weighted-displacement.ts';

const MOST = 1e9;

const count = (about: string) => whole({ about, unit: 'incidents', min: 0, max: MOST });

const exposure = numbers({
  about: 'days, people or places behind the two counts',
  unit: 'any unit',
  length: 2,
  above: 0,
  standard: [1, 1],
});

export const eTestMethod = defineMethod({
  name: 'e-test',
  question: 'Could two counts come from the same rate?',
  files: ['e-test.ts'],
  options: {
    first: count('the first count'),
    second: count('the second count'),
    exposure,
    difference: number({
      about: 'difference of the rates, first less second, under the hypothesis',
      standard: 0,
    }),
  },
  run({ first, second, exposure: [exposure1, exposure2], difference }) {
    return { ...eTest(first, second, { exposure1, exposure2, difference }) };
  },
});

export const rateRatioMethod = defineMethod({
  name: 'rate-ratio',
  question: 'By what factor do two rates differ?',
  files: ['rate-ratio.ts'],
  options: {
    first: count('the count above, such as after'),
    second: count('the count below, such as before'),
    exposure,
    level: INTERVAL_LEVEL,
  },
  run({ first, second, exposure: lengths, level }) {
    const found = rateRatio(first, second, { level, exposure: [lengths[0], lengths[1]] });
    return { ...found, parameters: { first, second, exposure: lengths, level } };
  },
});

export const ratioOfRatiosMethod = defineMethod({
  name: 'ratio-of-ratios',
  question: 'By what factor did incidents change, here and against a comparison area?',
  files: ['rate-ratio.ts'],
  options: {
    treated: beforeAfter('where something was done'),
    control: beforeAfter('in the control area'),
    level: INTERVAL_LEVEL,
  },
  run({ treated, control, level }) {
    const found = ratioOfRatios(pair(treated), pair(control), { level });
    return { ...found, parameters: { treated, control, level } };
  },
});

export const poissonZMethod = defineMethod({
  name: 'poisson-z',
  question: 'Is a count unusual beside that of an earlier period of the same length?',
  files: ['small-counts.ts'],
  options: {
    past: count('incidents of the earlier period'),
    current: count('incidents of the later period'),
  },
  run({ past, current }) {
    return { n: past + current, ...poissonZ(past, current), parameters: { past, current } };
  },
});

export const poissonIntervalMethod = defineMethod({
  name: 'poisson-interval',
  question: 'Which steady rates fit a count?',
  files: ['poisson-interval.ts'],
  options: { count: count('incidents'), level: INTERVAL_LEVEL },
  run({ count: incidents, level }) {
    const { n, low, high } = poissonInterval(incidents, level);
    return { n, interval: [low, high], level, parameters: { count: incidents, level }, warnings: [] };
  },
});
