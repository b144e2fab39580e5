import type { ComponentType } from 'react';
import type { Action } from '../../../server/app.ts';
import type { Problem } from '../../api/records.ts';
import { CurrentResponseSection } from './analysis/current-response-section.tsx';
import { FindingsSection } from './analysis/findings-section.tsx';
import { HypothesesSection } from './analysis/hypotheses-section.tsx';
import { ScriptSection } from './analysis/script-section.tsx';
import { TasksSection } from './analysis/tasks-section.tsx';
import { TriangleSection } from './analysis/triangle-section.tsx';
import { AssessmentSection } from './assessment/assessment-section.tsx';
import { DecisionSection } from './assessment/decision-section.tsx';
import { ExplanationsSection } from './assessment/explanations-section.tsx';
import { PerceptionSection } from './assessment/perception-section.tsx';
import { PublicAnswerSection, RefusalSection } from './assessment/public-answer-section.tsx';
import { ResultSection } from './assessment/result-section.tsx';
import { SurveyRoundsSection } from './assessment/survey-rounds-section.tsx';
import { VerdictSection } from './assessment/verdict-section.tsx';
import { AttachmentsSection } from './attachments/attachments-section.tsx';
import { CommitmentsSection } from './commitments/commitments-section.tsx';
import { ConcernsSection } from './concerns-section.tsx';
import { ExhibitsSection } from './exhibits-section.tsx';
import { HistorySection } from './history-section.tsx';
import { LinkedSection } from './linked-section.tsx';
import { NotesSection } from './notes-section.tsx';
import { OpeningSection } from './opening-section.tsx';
import { LeadsSection } from './overview/leads-section.tsx';
import { StandingSection } from './overview/standing-section.tsx';
import { EvaluationSection } from './response/evaluation-section.tsx';
import { OptionsSection } from './response/options-section.tsx';
import { CheersSection } from './scanning/cheers-section.tsx';
import { ClassificationSection } from './scanning/classification-section.tsx';
import { ElementsSection } from './scanning/elements-section.tsx';
import { ObjectiveSection } from './scanning/objective-section.tsx';
import { PrioritySection } from './scanning/priority-section.tsx';
import { SourcesSection } from './scanning/sources-section.tsx';
import { StatementSection } from './statement-section.tsx';
import { WhereSection } from './where-section.tsx';

/** The pages of a case, in the order of the work. */
export const CASE_TABS = ['overview', 'scanning', 'analysis', 'response', 'assessment', 'history'] as const;
export type CaseTab = (typeof CASE_TABS)[number];

export interface StageSection {
  tab: CaseTab;
  /** `side`: beside the main column on a wide screen, below it on a narrow one. */
  at: 'main' | 'side';
  /** What one must be allowed to do to find anything in it. */
  may?: Action;
  Section: ComponentType<{ problem: Problem }>;
}

/** What stands on which page of a case, from the top down. One line a section. */
export const STAGE_SECTIONS: readonly StageSection[] = [
  { tab: 'overview', at: 'main', Section: StatementSection },
  { tab: 'overview', at: 'main', Section: AttachmentsSection },
  { tab: 'overview', at: 'main', Section: NotesSection },
  { tab: 'overview', at: 'side', Section: WhereSection },
  { tab: 'overview', at: 'side', Section: OpeningSection },
  { tab: 'overview', at: 'side', Section: StandingSection },
  { tab: 'overview', at: 'side', Section: LeadsSection },
  { tab: 'overview', at: 'side', Section: LinkedSection, may: 'incident.read' },
  { tab: 'scanning', at: 'main', Section: CheersSection },
  { tab: 'scanning', at: 'side', Section: ConcernsSection, may: 'concern.read' },
  { tab: 'scanning', at: 'main', Section: PrioritySection },
  { tab: 'scanning', at: 'main', Section: ObjectiveSection },
  { tab: 'scanning', at: 'side', Section: ElementsSection },
  { tab: 'scanning', at: 'side', Section: ClassificationSection },
  { tab: 'scanning', at: 'side', Section: SourcesSection },
  { tab: 'response', at: 'main', Section: OptionsSection },
  { tab: 'response', at: 'main', Section: EvaluationSection },
  { tab: 'assessment', at: 'main', Section: ResultSection },
  { tab: 'assessment', at: 'main', Section: VerdictSection },
  { tab: 'assessment', at: 'main', Section: PerceptionSection },
  { tab: 'assessment', at: 'main', Section: SurveyRoundsSection },
  { tab: 'assessment', at: 'main', Section: ExplanationsSection },
  { tab: 'assessment', at: 'side', Section: AssessmentSection },
  { tab: 'assessment', at: 'side', Section: DecisionSection },
  { tab: 'assessment', at: 'main', Section: PublicAnswerSection },
  { tab: 'assessment', at: 'side', Section: RefusalSection },
  { tab: 'analysis', at: 'main', Section: FindingsSection },
  { tab: 'analysis', at: 'main', Section: TriangleSection },
  { tab: 'analysis', at: 'main', Section: HypothesesSection },
  { tab: 'analysis', at: 'main', Section: ScriptSection },
  { tab: 'analysis', at: 'side', Section: CurrentResponseSection },
  { tab: 'analysis', at: 'side', Section: TasksSection },
  { tab: 'analysis', at: 'side', Section: ExhibitsSection, may: 'exhibit.read' },
  { tab: 'response', at: 'side', Section: CommitmentsSection, may: 'commitment.read' },
  { tab: 'history', at: 'main', Section: HistorySection },
];
