import { MANTEL_NEARNESS, spaceTimeInteraction } from '../../../analysis/space-time-interaction.ts';
import { datesOf, firstMonthOnly } from './column.ts';
import { defineMethod } from './method.ts';
import { number, whole } from './option.ts';
import { located, POSITION } from './positions.ts';
import { RefusedInput } from './refusals.ts';
import { TIME, timeForm } from './times.ts';

const constant = (what: string) =>
  number({
    about: `added to every ${what} before it is raised to the power, for Mantel`,
    min: 0,
    max: 1e6,
    standard: MANTEL_NEARNESS.constant,
  });
const power = (what: string) =>
  number({
    about: `power of the ${what}, for Mantel; -1 so that nearness counts, 1 for the ${what} itself`,
    min: -10,
    max: 10,
    standard: MANTEL_NEARNESS.power,
  });

export const spaceTimeInteractionMethod = defineMethod({
  name: 'space-time-interaction',
  question: 'Are incidents that are near in space also near in time, whatever bands one takes?',
  files: ['space-time-interaction.ts'],
  options: {
    ...POSITION,
    ...TIME,
    distance: number({
      about: 'a pair is near below this, for the modified Knox',
      unit: 'metres',
      above: 0,
      max: 1e6,
      standard: 200,
    }),
    days: number({
      about: 'a pair is near in time below this, for the modified Knox',
      unit: 'days',
      above: 0,
      max: 36_600,
      standard: 7,
    }),
    nearest: whole({ about: 'k of Jacquez', unit: 'incidents', min: 1, max: 100, standard: 3 }),
    'space-constant': constant('distance'),
    'space-power': power('distance'),
    'time-constant': constant('span of days'),
    'time-power': power('span of days'),
    permutations: whole({ about: 'random orders of the dates behind p', min: 0, max: 99_999, standard: 999 }),
    seed: whole({ about: 'seed of the random orders', min: 0, max: 2 ** 32 - 1, standard: 1 }),
  },
  run(values) {
    const form = timeForm(values);
    const month = firstMonthOnly(values.time, form);
    if (month > 0)
      throw new RefusedInput(`Line ${month} says only the month: the day of every incident is needed.`);
    const { distance, days, nearest, permutations, seed } = values;
    return {
      ...spaceTimeInteraction(located(values).points, datesOf(values.time, form), {
        distance,
        days,
        nearest,
        space: { constant: values['space-constant'], power: values['space-power'] },
        time: { constant: values['time-constant'], power: values['time-power'] },
        permutations,
        seed,
      }),
    };
  },
});
