import type { ProblemItem } from '../../store/ports.ts';
import type { PartBodies } from './parts.ts';
import type { CaseState, Stage } from './standing.ts';

/** All that the rules of the gates look at. Whoever adds a part with its own table adds its counts here. */
export interface CaseFacts {
  /** The date on the calendar of the workspace. */
  today: string;
  stage: Stage;
  state: CaseState;
  statement: string;
  reviewOn: string | null;
  /** Null: never written. */
  parts: { [Name in keyof PartBodies]: PartBodies[Name] | null };
  items: readonly Pick<ProblemItem, 'kind' | 'body'>[];
  /** Kinds of sources: those listed, concerns that are linked, incidents that are linked. */
  sourceKinds: number;
  /** Of the categories in the rule of the case. */
  protectedCategories: number;
  /** From the first to the last recorded incident. */
  monthsOfData: number;
  /** Answers that are kept on the case. */
  exhibits: number;
  concerns: number;
  commitments: CommitmentFacts;
  evaluation: EvaluationStanding;
  /** Answers to everybody that stand: released, not corrected and not withdrawn. */
  publicAnswers: { released: number };
}

/** What was promised for the case, counted. */
export interface CommitmentFacts {
  /** Agreed with a due date, whatever came of them. */
  agreed: number;
  /** Of which residents said whether they were done. */
  judged: number;
  /** Dose given of the dose planned, over all commitments that plan one; null: none does. */
  doseShare: number | null;
}

/** How far its evaluation is. */
export interface EvaluationStanding {
  standing: 'missing' | 'open' | 'locked' | 'none_with_reason';
  /** The least drop that shows, as a share of what there was before, reckoned when the plan was proposed; null: not known. */
  leastShare: number | null;
  /** The date on which the period after is over; null: no period is agreed. */
  afterEnds: string | null;
  /** A single test is computed for its design. */
  hasTest: boolean;
  primaryRuns: number;
}
