import {
  type BeforeAfter,
  type Difference,
  weightedDisplacement,
} from '../../../analysis/weighted-displacement.ts';
import { defineMethod } from './method.ts';
import { number, numbers } from './option.ts';
import { WrongUsage } from './refusals.ts';

/** Counts before and after. */
export const beforeAfter = (about: string) =>
  numbers({
    about: `incidents ${about}, before and after`,
    unit: 'incidents',
    length: 2,
    wholes: true,
    min: 0,
  });

export const maybeBeforeAfter = (about: string) =>
  numbers({
    about: `incidents ${about}, before and after`,
    unit: 'incidents',
    length: 2,
    wholes: true,
    min: 0,
    standard: null,
  });

export const ALPHA = number({
  about: 'chance of a false alarm that is accepted, two-sided; the interval has the level 1 - alpha',
  above: 0,
  below: 1,
  standard: 0.05,
});

export const pair = ([before, after]: readonly number[]): BeforeAfter => [before, after];

export const WEIGHTS = {
  'time-weights': numbers({
    about: 'lengths of the two periods; the result is then per unit of time',
    unit: 'any unit of time',
    length: 2,
    above: 0,
    standard: null,
  }),
  'area-weights': numbers({
    about: 'sizes of the areas: treated, control and, with zones, displacement, displacement control',
    unit: 'any unit of area',
    length: 2,
    orMore: true,
    above: 0,
    standard: null,
  }),
};

/** Two sizes, or four with zones. */
export function areaWeights(sizes: readonly number[] | null, zones: boolean) {
  if (sizes === null) return {};
  if (sizes.length !== (zones ? 4 : 2))
    throw new WrongUsage(
      `--area-weights must have ${zones ? 'four sizes with zones' : 'two sizes without zones'}.`,
    );
  const [treated, control, displacement, displacementControl] = sizes;
  return {
    areaWeights: zones ? { treated, control, displacement, displacementControl } : { treated, control },
  };
}

export function timeWeights(lengths: readonly number[] | null) {
  return lengths === null ? {} : { timeWeights: pair(lengths) };
}

export const weightedDisplacementMethod = defineMethod({
  name: 'weighted-displacement',
  question:
    'Did incidents fall more where something was done than where nothing was, and did they move next door?',
  files: ['weighted-displacement.ts'],
  options: {
    treated: beforeAfter('where something was done'),
    control: beforeAfter('in the control area'),
    displacement: maybeBeforeAfter('where they could have moved to'),
    'displacement-control': maybeBeforeAfter('in the zone of the control; needed with --displacement'),
    alpha: ALPHA,
    ...WEIGHTS,
  },
  run(values) {
    const { treated, control, displacement, alpha } = values;
    const other = values['displacement-control'];
    if ((displacement === null) !== (other === null))
      throw new WrongUsage('--displacement and --displacement-control must be given together.');
    const zones = displacement && other;
    const found = weightedDisplacement(
      {
        treated: pair(treated),
        control: pair(control),
        ...(zones && { displacement: pair(displacement), displacementControl: pair(other) }),
      },
      {
        alpha,
        ...timeWeights(values['time-weights']),
        ...areaWeights(values['area-weights'], Boolean(zones)),
      },
    );
    return {
      n: found.n,
      ...told(found.total),
      level: found.level,
      parts: { local: told(found.local), displacement: found.displacement && told(found.displacement) },
      parameters: {
        treated,
        control,
        displacement,
        'displacement-control': other,
        alpha,
        'time-weights': values['time-weights'],
        'area-weights': values['area-weights'],
      },
      warnings: found.warnings,
    };
  },
});

export function told({ estimate, standardError, z, p, interval, exactP }: Difference) {
  return { estimate, se: standardError, z, p, exactP, interval };
}
