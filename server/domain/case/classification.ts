/** What kind of problem it is, in the scheme of Eck and Clarke: where it happens and what is done. */
import { z } from 'zod';
import { line, oneOf, someOf } from './fields.ts';

export const ENVIRONMENTS = [
  'residential',
  'recreational',
  'offices',
  'retail',
  'industrial',
  'agricultural',
  'education',
  'human_service',
  'public_ways',
  'transport',
  'open_transitional',
] as const;
export const BEHAVIOURS = [
  'predatory',
  'consensual',
  'conflict',
  'incivility',
  'endangerment',
  'misuse_of_police',
] as const;
/** What it concentrates on. A repeat offender is a pattern, and never a person. */
export const CONCENTRATIONS = ['risky_facility', 'hot_spot', 'hot_dot', 'repeat_offender'] as const;
export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

const hour = z.int().min(0).max(24).nullable().default(null);

export const classificationPart = z
  .object({
    environment: oneOf(ENVIRONMENTS),
    behaviour: oneOf(BEHAVIOURS),
    concentrations: someOf(CONCENTRATIONS),
    /** When it happens; from an evening to a morning, the first hour is the larger one. */
    days: someOf(WEEKDAYS),
    fromHour: hour,
    toHour: hour,
    season: line,
  })
  .strict();
