import { localGiStarMethod } from './local-gi-star.ts';
import type { Method } from './method.ts';
import { nearRepeatMethod } from './near-repeat.ts';
import { weightedDisplacementMethod } from './weighted-displacement.ts';

/** Every method of the command line, in the order of the questions. */
export const METHODS: readonly Method[] = [localGiStarMethod, nearRepeatMethod, weightedDisplacementMethod];
