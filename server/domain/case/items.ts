import type { z } from 'zod';
import { findingItem } from './finding.ts';
import { hypothesisItem } from './hypothesis.ts';
import { optionItem } from './option.ts';
import { scriptStepItem } from './script-step.ts';
import { sourceItem } from './source.ts';
import { surveyRoundItem } from './survey-round.ts';

/** What a case has many of, by kind. One line a kind; the bodies are in the files of this folder. */
export const ITEMS = {
  source: sourceItem,
  finding: findingItem,
  script_step: scriptStepItem,
  hypothesis: hypothesisItem,
  option: optionItem,
  survey_round: surveyRoundItem,
} as const satisfies Record<string, z.ZodObject>;

export type ItemKind = keyof typeof ITEMS;
export type ItemBodies = { [Kind in ItemKind]: z.infer<(typeof ITEMS)[Kind]> };

// The keys of the list are the kinds; Object.keys forgets it.
export const ITEM_KINDS = Object.keys(ITEMS) as [ItemKind, ...ItemKind[]];
