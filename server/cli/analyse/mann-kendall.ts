import { HAMED_RAO_LAGS, hamedRao } from '../../../analysis/hamed-rao.ts';
import { seasonalMannKendall } from '../../../analysis/mann-kendall.ts';
import { senInterval } from '../../../analysis/sen-interval.ts';
import { numbersOf } from './column.ts';
import { defineMethod } from './method.ts';
import { choice, column, number, whole } from './option.ts';
import { WrongUsage } from './refusals.ts';

export const mannKendallMethod = defineMethod({
  name: 'mann-kendall',
  question: 'Does a series rise or fall over time, and by how much a step?',
  files: ['mann-kendall.ts', 'hamed-rao.ts', 'sen-interval.ts'],
  options: {
    value: column('column of the values, one a step, in order; a blank cell is a missing step', {
      usual: ['value', 'count', 'incidents'],
      blanks: true,
    }),
    period: whole({
      about: 'steps in a cycle of seasons, such as 12 for months; 1 for none',
      unit: 'steps',
      min: 1,
      max: 10_000,
      standard: 1,
    }),
    memory: choice(['ignore', 'hamed-rao'], {
      about: 'what to do about steps that take after the one before: hamed-rao widens the variance for it',
      standard: 'ignore',
    }),
    lags: whole({
      about: 'steps apart up to which memory counts, with --memory hamed-rao',
      unit: 'steps',
      min: 0,
      max: 10_000,
      standard: HAMED_RAO_LAGS,
    }),
    confidence: number({ about: 'of the interval of the slope', above: 0, below: 1, standard: 0.95 }),
  },
  run({ value, period, memory, lags, confidence }) {
    const series = numbersOf(value);
    const slopeInterval = (variance: number) => {
      const { low, high } = senInterval(series, { period, variance, confidence });
      return { low, high, confidence };
    };
    if (memory === 'ignore') {
      const found = seasonalMannKendall(series, period);
      return { ...found, slopeInterval: slopeInterval(found.variance), parameters: { period, memory } };
    }
    if (period > 1)
      throw new WrongUsage(
        '--memory hamed-rao has no seasons: leave out --period, or choose --memory ignore for the seasonal test.',
      );
    const { lags: used, level, ...found } = hamedRao(series, { lags });
    const interval = slopeInterval(found.variance);
    return { ...found, slopeInterval: interval, parameters: { memory, lags: used, level } };
  },
});
