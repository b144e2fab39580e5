import { z } from 'zod';
import { day, line, names, oneOf, someOf } from './fields.ts';

export const IMPACT_SCALE = [
  'eliminate',
  'reduce_by_x',
  'reduce_seriousness',
  'handle_more_efficiently',
  'remove_from_police_consideration',
] as const;
export const SMART = ['specific', 'measurable', 'achievable', 'relevant', 'time_bound'] as const;

const amount = z.number().min(-1e9).max(1e9).nullable().default(null);

/** What is to be reached by when, from where it stood before. */
export const objectivePart = z
  .object({
    measure: line,
    direction: oneOf(['fall', 'rise', 'stay']),
    scale: oneOf(IMPACT_SCALE),
    baselineFrom: day,
    baselineTo: day,
    baselineValue: amount,
    targetValue: amount,
    byDate: day,
    area: line,
    /** What must not get worse. */
    counterMeasures: names,
    smart: someOf(SMART),
  })
  .strict()
  .refine(({ baselineFrom, baselineTo }) => !baselineFrom || !baselineTo || baselineFrom <= baselineTo, {
    path: ['baselineTo'],
    error: 'The baseline ends before it begins.',
  })
  .refine(({ baselineTo, byDate }) => !baselineTo || !byDate || baselineTo < byDate, {
    path: ['byDate'],
    error: 'The objective has to lie after the baseline.',
  });
