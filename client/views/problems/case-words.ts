import type { ItemBodies, ItemKind, PartBodies, PartName } from '../../api/problem-parts.ts';
import {
  ASSESSMENT_WORDS,
  DECISION_WORDS,
  EXPLANATIONS_WORDS,
  VERDICT_WORDS,
} from './assessment/assessment-words.ts';
import type { BodyWords } from './body-words.ts';
import { CHEERS_WORDS } from './scanning/cheers-words.ts';
import { SOURCE_WORDS } from './scanning/source-words.ts';

/** What the parts of a case are called. One line a part. */
export const PART_WORDS: { readonly [Name in PartName]: BodyWords<PartBodies[Name]> } = {
  cheers: CHEERS_WORDS,
  assessment: ASSESSMENT_WORDS,
  explanations: EXPLANATIONS_WORDS,
  verdict: VERDICT_WORDS,
  decision: DECISION_WORDS,
};

/** What its entries are called. One line a kind. */
export const ITEM_WORDS: { readonly [Kind in ItemKind]: BodyWords<ItemBodies[Kind]> } = {
  source: SOURCE_WORDS,
};
