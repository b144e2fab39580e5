import type { ItemBodies, ItemKind, PartBodies, PartName } from '../../api/problem-parts.ts';
import { CURRENT_RESPONSE_WORDS } from './analysis/current-response-words.ts';
import { FINDING_WORDS } from './analysis/finding-words.ts';
import { HYPOTHESIS_WORDS } from './analysis/hypothesis-words.ts';
import { SCRIPT_STEP_WORDS } from './analysis/script-words.ts';
import { ANALYSIS_TASKS_WORDS } from './analysis/tasks-words.ts';
import { TRIANGLE_WORDS } from './analysis/triangle-words.ts';
import {
  ASSESSMENT_WORDS,
  DECISION_WORDS,
  EXPLANATIONS_WORDS,
  REFUSAL_WORDS,
  VERDICT_WORDS,
} from './assessment/assessment-words.ts';
import { SURVEY_ROUND_WORDS } from './assessment/survey-words.ts';
import type { BodyWords } from './body-words.ts';
import { LEADS_WORDS } from './overview/leads-words.ts';
import { OPTION_WORDS } from './response/option-words.ts';
import { CHEERS_WORDS } from './scanning/cheers-words.ts';
import { CLASSIFICATION_WORDS } from './scanning/classification-words.ts';
import { ELEMENTS_WORDS } from './scanning/elements-words.ts';
import { OBJECTIVE_WORDS } from './scanning/objective-words.ts';
import { PRIORITY_WORDS } from './scanning/priority-words.ts';
import { SOURCE_WORDS } from './scanning/source-words.ts';

/** What the parts of a case are called. One line a part. */
export const PART_WORDS: { readonly [Name in PartName]: BodyWords<PartBodies[Name]> } = {
  cheers: CHEERS_WORDS,
  analysis_tasks: ANALYSIS_TASKS_WORDS,
  triangle: TRIANGLE_WORDS,
  current_response: CURRENT_RESPONSE_WORDS,
  assessment: ASSESSMENT_WORDS,
  explanations: EXPLANATIONS_WORDS,
  verdict: VERDICT_WORDS,
  decision: DECISION_WORDS,
  publication_refusal: REFUSAL_WORDS,
  classification: CLASSIFICATION_WORDS,
  elements: ELEMENTS_WORDS,
  leads: LEADS_WORDS,
  objective: OBJECTIVE_WORDS,
  priority: PRIORITY_WORDS,
};

/** What its entries are called. One line a kind. */
export const ITEM_WORDS: { readonly [Kind in ItemKind]: BodyWords<ItemBodies[Kind]> } = {
  source: SOURCE_WORDS,
  finding: FINDING_WORDS,
  script_step: SCRIPT_STEP_WORDS,
  hypothesis: HYPOTHESIS_WORDS,
  option: OPTION_WORDS,
  survey_round: SURVEY_ROUND_WORDS,
};
