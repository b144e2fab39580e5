import { ANSWERS_FLOOR, twoProportions, wilson } from '../../../analysis/proportions.ts';
import { INTERVAL_LEVEL } from './displacement-companions.ts';
import { defineMethod } from './method.ts';
import { number, whole } from './option.ts';
import { WrongUsage } from './refusals.ts';

const answers = (about: string) => whole({ about, unit: 'answers', min: 0 });

const DESIGN_EFFECT = number({
  about:
    'variance over that of a simple random sample: 1.5 for clusters of households when it was not measured',
  min: 1,
  standard: 1,
});

function requirePart(option: string, yes: number, n: number): void {
  if (yes > n) throw new WrongUsage(`--${option} must be at most the number of all answers.`);
}

const fewOf = (n: number) => (n < ANSWERS_FLOOR ? [{ code: 'too_few_answers', value: n }] : []);

export const proportionMethod = defineMethod({
  name: 'proportion',
  question: 'What share of the people asked said so?',
  files: ['proportions.ts'],
  options: {
    yes: answers('answers that said so'),
    n: answers('all answers'),
    level: INTERVAL_LEVEL,
    'design-effect': DESIGN_EFFECT,
  },
  run({ yes, n, level, 'design-effect': designEffect }) {
    requirePart('yes', yes, n);
    const found = wilson(yes, n, { level, designEffect });
    const parameters = { yes, n, level, 'design-effect': designEffect };
    return {
      n,
      share: found?.share ?? null,
      interval: found?.interval ?? null,
      level,
      parameters,
      warnings: fewOf(n),
    };
  },
});

export const twoProportionsMethod = defineMethod({
  name: 'two-proportions',
  question: 'Do the shares of two groups of people differ?',
  files: ['proportions.ts'],
  options: {
    'first-yes': answers('answers of the first group that said so'),
    'first-n': answers('all answers of the first group'),
    'second-yes': answers('answers of the second group that said so'),
    'second-n': answers('all answers of the second group'),
    level: INTERVAL_LEVEL,
    'design-effect': DESIGN_EFFECT,
  },
  run(values) {
    const { level, 'design-effect': designEffect } = values;
    const first = { yes: values['first-yes'], n: values['first-n'] };
    const second = { yes: values['second-yes'], n: values['second-n'] };
    requirePart('first-yes', first.yes, first.n);
    requirePart('second-yes', second.yes, second.n);
    const found = twoProportions(first, second, { level, designEffect });
    return {
      n: first.n + second.n,
      difference: found?.difference ?? null,
      z: found?.z ?? null,
      p: found?.p ?? null,
      interval: found?.interval ?? null,
      level,
      parameters: { first, second, level, 'design-effect': designEffect },
      warnings: fewOf(Math.min(first.n, second.n)),
    };
  },
});
