/** What else could explain the result: every rival is answered before anybody speaks of a cause. */
import { z } from 'zod';
import { longText, oneOf } from './fields.ts';

export const EXPLANATIONS = [
  'trend',
  'season',
  'regression_to_mean',
  'recording_change',
  'other_initiative',
  'weather',
  'displacement_out_of_view',
] as const;
export const EXPLANATION_ANSWERS = ['ruled_out', 'possible', 'likely'] as const;
export type Explanation = (typeof EXPLANATIONS)[number];

const answer = oneOf(EXPLANATION_ANSWERS);

export const explanationsPart = z
  .object({
    trend: answer,
    trend_note: longText,
    season: answer,
    season_note: longText,
    regression_to_mean: answer,
    regression_to_mean_note: longText,
    recording_change: answer,
    recording_change_note: longText,
    other_initiative: answer,
    other_initiative_note: longText,
    weather: answer,
    weather_note: longText,
    displacement_out_of_view: answer,
    displacement_out_of_view_note: longText,
  })
  .strict();

export type Explanations = z.infer<typeof explanationsPart>;

/** Those that wait for an answer; an answer without a word why is none. */
export function openExplanations(part: Explanations): Explanation[] {
  return EXPLANATIONS.filter((name) => part[name] === null || part[`${name}_note`].trim() === '');
}
