import { cumulativeDisplacement } from '../../../analysis/cumulative-displacement.ts';
import { detectableEffect } from '../../../analysis/detectable-effect.ts';
import { displacementQuotient } from '../../../analysis/displacement-quotient.ts';
import { harmDisplacement } from '../../../analysis/weighted-displacement.ts';
import { counts, notNegative } from './column.ts';
import { defineMethod } from './method.ts';
import { choice, column, number, optionalColumn, whole } from './option.ts';
import { RefusedInput, WrongUsage } from './refusals.ts';
import {
  ALPHA,
  areaWeights,
  beforeAfter,
  maybeBeforeAfter,
  pair,
  timeWeights,
  told,
  WEIGHTS,
} from './weighted-displacement.ts';

export const INTERVAL_LEVEL = number({ about: 'level of the interval', above: 0, below: 1, standard: 0.95 });

export const displacementQuotientMethod = defineMethod({
  name: 'displacement-quotient',
  question: 'Of what was gained in the response area, how much came back (or more was gained) next to it?',
  files: ['displacement-quotient.ts'],
  options: {
    response: beforeAfter('where something was done'),
    displacement: maybeBeforeAfter('where they could have moved to'),
    control: beforeAfter('in the control area of both'),
    level: INTERVAL_LEVEL,
  },
  run({ response, displacement, control, level }) {
    const found = displacementQuotient(
      {
        response: pair(response),
        control: pair(control),
        ...(displacement && { displacement: pair(displacement) }),
      },
      { level },
    );
    return { ...found, parameters: { response, displacement, control, level } };
  },
});

const before = (about: string) =>
  number({ about: `incidents before ${about}`, unit: 'incidents', min: 0, standard: 0 });

export const detectableEffectMethod = defineMethod({
  name: 'detectable-effect',
  question: 'Before a response starts: how large must the fall be for these counts to show it?',
  files: ['detectable-effect.ts'],
  options: {
    treated: number({ about: 'incidents before where something will be done', unit: 'incidents', min: 0 }),
    control: number({ about: 'incidents before in the control area', unit: 'incidents', min: 0 }),
    displacement: before('where they could move to'),
    'displacement-control': before('in the zone of the control'),
    alpha: ALPHA,
    sides: choice(['1', '2'], { about: '1: only a fall counts; 2: a rise is asked for too', standard: '2' }),
    power: number({ about: 'chance to see a fall of this size', min: 0.5, below: 1, standard: 0.8 }),
    ...WEIGHTS,
  },
  run(values) {
    const { treated, control, displacement, alpha, power } = values;
    const other = values['displacement-control'];
    const sides = values.sides === '1' ? 1 : 2;
    const zones = displacement > 0 || other > 0;
    return {
      ...detectableEffect(
        { treated, control, ...(zones && { displacement, displacementControl: other }) },
        {
          alpha,
          sides,
          power,
          ...timeWeights(values['time-weights']),
          ...areaWeights(values['area-weights'], zones),
        },
      ),
    };
  },
});

export const cumulativeDisplacementMethod = defineMethod({
  name: 'cumulative-displacement',
  question:
    'While a response runs, how many fewer incidents have there been so far than in the control area?',
  files: ['cumulative-displacement.ts'],
  options: {
    treated: column('column of the incidents of each period, in order, where something is done', {
      usual: ['treated'],
      unit: 'incidents',
    }),
    control: column('column of the incidents of each period in the control area', {
      usual: ['control'],
      unit: 'incidents',
    }),
    alpha: ALPHA,
    looks: whole({ about: 'looks planned before the start; alpha is divided by it', min: 1, standard: null }),
    before: maybeBeforeAfter('of the time before: treated, then control;'),
    'periods-before': number({
      about: 'how many periods --before covers; needed with it',
      unit: 'periods',
      above: 0,
      standard: null,
    }),
  },
  run({ treated, control, alpha, looks, before: earlier, 'periods-before': periods }) {
    if ((earlier === null) !== (periods === null))
      throw new WrongUsage('--before and --periods-before must be given together.');
    const known = earlier && periods ? { treated: earlier[0], control: earlier[1], periods } : null;
    return {
      ...cumulativeDisplacement(counts(treated), counts(control), {
        alpha,
        ...(looks !== null && { looks }),
        ...(known && { before: known }),
      }),
    };
  },
});

const harmCount = (about: string, usual: string) =>
  column(`column of the incidents of each kind ${about}`, { usual: [usual], unit: 'incidents' });
const zoneCount = (about: string, usual: string) =>
  optionalColumn(`column of the incidents of each kind ${about}`, { usual: [usual], unit: 'incidents' });

export const harmDisplacementMethod = defineMethod({
  name: 'harm-displacement',
  question: 'Did harm fall more where something was done than where nothing was?',
  files: ['weighted-displacement.ts'],
  options: {
    weight: column('column of the harm of one incident of each kind; a row a kind', { usual: ['weight'] }),
    'treated-before': harmCount('before where something was done', 'treated_before'),
    'treated-after': harmCount('after where something was done', 'treated_after'),
    'control-before': harmCount('before in the control area', 'control_before'),
    'control-after': harmCount('after in the control area', 'control_after'),
    'displacement-before': zoneCount('before where they could have moved to', 'displacement_before'),
    'displacement-after': zoneCount('after where they could have moved to', 'displacement_after'),
    'displacement-control-before': zoneCount(
      'before in the zone of the control',
      'displacement_control_before',
    ),
    'displacement-control-after': zoneCount('after in the zone of the control', 'displacement_control_after'),
    alpha: ALPHA,
  },
  run({ alpha, ...columns }) {
    const weights = notNegative(columns.weight);
    const both = (one: Float64Array, two: Float64Array, i: number) => [one[i], two[i]] as const;
    const treated = [counts(columns['treated-before']), counts(columns['treated-after'])];
    const control = [counts(columns['control-before']), counts(columns['control-after'])];
    const zones = [
      columns['displacement-before'],
      columns['displacement-after'],
      columns['displacement-control-before'],
      columns['displacement-control-after'],
    ].flatMap((zone) => (zone === null ? [] : [counts(zone)]));
    if (zones.length !== 0 && zones.length !== 4)
      throw new RefusedInput('The zones need four columns: before and after of both, or none at all.');
    const kinds = Array.from(weights, (weight, i) => ({
      weight,
      counts: {
        treated: both(treated[0], treated[1], i),
        control: both(control[0], control[1], i),
        ...(zones.length === 4 && {
          displacement: both(zones[0], zones[1], i),
          displacementControl: both(zones[2], zones[3], i),
        }),
      },
    }));
    const lists = [...treated, ...control, ...zones];
    const n = lists.reduce((sum, list) => sum + list.reduce((part, count) => part + count, 0), 0);
    const { estimate, se, z, p, interval } = told(harmDisplacement(kinds, { alpha }));
    return {
      n,
      kinds: weights.length,
      estimate,
      se,
      z,
      p,
      interval,
      level: 1 - alpha,
      parameters: { alpha },
      warnings: [],
    };
  },
});
