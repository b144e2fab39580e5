import { seasonalMannKendall } from '../../../analysis/mann-kendall.ts';
import { numbersOf } from './column.ts';
import { defineMethod } from './method.ts';
import { column, whole } from './option.ts';

export const mannKendallMethod = defineMethod({
  name: 'mann-kendall',
  question: 'Does a series rise or fall over time, and by how much a step?',
  files: ['mann-kendall.ts'],
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
  },
  run({ value, period }) {
    return { ...seasonalMannKendall(numbersOf(value), period), parameters: { period } };
  },
});
