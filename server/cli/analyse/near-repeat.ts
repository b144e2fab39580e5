import { nearRepeat } from '../../../analysis/near-repeat.ts';
import { permutationsFor } from '../../jobs/near-repeat-job.ts';
import { datesOf, firstMonthOnly } from './column.ts';
import { defineMethod } from './method.ts';
import { choice, numberOr, numbers, whole } from './option.ts';
import { located, POSITION } from './positions.ts';
import { RefusedInput } from './refusals.ts';
import { TIME, timeForm } from './times.ts';

export const METRIC = choice(['manhattan', 'euclidean'], {
  about: 'how distance is measured: along the axes or straight',
  standard: 'manhattan',
});

export const nearRepeatMethod = defineMethod({
  name: 'near-repeat',
  question: 'Does one incident lead to another nearby, soon after?',
  files: ['near-repeat.ts'],
  options: {
    ...POSITION,
    ...TIME,
    metric: METRIC,
    space: numbers({
      about:
        'edges of the space bands, each from its first edge to below the next; what lies beyond the last is a band of its own',
      unit: 'metres',
      length: 2,
      orMore: true,
      min: 0,
      ascending: true,
      open: true,
      standard: [0, 1, 100, 200, 300, 400],
    }),
    days: numbers({
      about: 'edges of the time bands',
      unit: 'days',
      length: 2,
      orMore: true,
      min: 0,
      ascending: true,
      open: true,
      standard: [0, 7, 14, 21, 28],
    }),
    beyond: choice(['band', 'ignore'], {
      about: 'whether the pairs beyond the last edges have a band of their own, "and more"',
      standard: 'band',
    }),
    permutations: numberOr(['auto'], {
      about:
        'random orders of the dates behind p; 0 for none; auto: 999 up to 10,000 incidents, 199 up to 25,000, 99 beyond',
      min: 0,
      max: 99_999,
      wholes: true,
      standard: 'auto',
    }),
    seed: whole({ about: 'seed of the random orders', min: 0, max: 2 ** 32 - 1, standard: 1 }),
  },
  run(values) {
    const { metric, seed, beyond } = values;
    const [space, days] = [values.space, values.days].map((edges) => withLast(edges, beyond));
    const form = timeForm(values);
    const permutations = permutationsFor(values.permutations, values.time.cells.length);
    const month = firstMonthOnly(values.time, form);
    if (month > 0)
      throw new RefusedInput(
        `Line ${month} says only the month: near repeats need the day of every incident.`,
      );
    const found = nearRepeat(located(values).points, datesOf(values.time, form), {
      metric,
      space,
      time: days,
      permutations,
      seed,
    });
    const { n, pairs, observed, expected, ratio, p, spaceTotals, timeTotals } = found;
    const below = found.tooFew.flat().filter(Boolean).length;
    const warnings = [...found.warnings];
    if (below > 0) warnings.push({ code: 'cells_expecting_less_than_one_pair', value: below });
    return {
      n,
      pairs,
      observed,
      expected,
      ratio,
      p,
      spaceTotals,
      timeTotals,
      parameters: { metric, space, days, beyond, permutations, seed },
      warnings,
    };
  },
});

/** The band "and more", as the workbench always has it. */
function withLast(edges: readonly number[], beyond: 'band' | 'ignore'): readonly number[] {
  return beyond === 'ignore' || edges[edges.length - 1] === Infinity ? edges : [...edges, Infinity];
}
