import { z } from 'zod';
import { longText, someOf } from './fields.ts';

/** What analysis has to do, as the POP Center lists it. */
export const ANALYSIS_TASKS = [
  'events_and_conditions',
  'relevant_data',
  'known_of_the_type',
  'current_response',
  'narrow_scope',
  'resources',
  'working_hypothesis',
] as const;

export const analysisTasksPart = z.object({ done: someOf(ANALYSIS_TASKS), notes: longText }).strict();
