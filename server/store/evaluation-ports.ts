/** What may be asked of the store about evaluations, and what it keeps of them. */
import type { Detectable } from '../domain/case/detectable.ts';
import type { PlanCheck } from '../domain/case/evaluation-checks.ts';
import type { EvaluationCourse } from '../domain/case/evaluation-course.ts';
import type { EvaluationHarm } from '../domain/case/evaluation-harm.ts';
import type { CountedArea, EvaluationPlan } from '../domain/case/evaluation-plan.ts';
import type { EvaluationResult } from '../domain/case/evaluation-test.ts';
import type { ExploratoryReason } from '../domain/case/exploratory.ts';
import type { RecordingChangeFields } from '../domain/case/recording-change.ts';
import type { Act } from './records.ts';

export interface EvaluationStore {
  /** The plan of one case; null when none was written. */
  get(problemId: string): Promise<Evaluation | null>;
  /** The cases whose plan waits for somebody to lock it, and since when. */
  proposed(): Promise<Map<string, string>>;
  /** `version` 0: none was written yet. What was proposed is a draft again. Refused with `plan_locked`. */
  save(problemId: string, version: number, plan: EvaluationPlan, act: Act): Promise<Evaluation>;
  propose(problemId: string, version: number, facts: EvaluationFacts, act: Act): Promise<Evaluation>;
  /** Refused with `not_proposed`, and with `two_persons` when whoever proposed it locks it. */
  lock(problemId: string, version: number, act: Act): Promise<Evaluation>;
  /** Refused with `not_locked`. */
  amend(
    problemId: string,
    input: Pick<EvaluationAmendment, 'text' | 'reason'>,
    act: Act,
  ): Promise<Evaluation>;
  /** The oldest first. */
  runs(problemId: string): Promise<EvaluationRun[]>;
  /** The same plan on the same data gives the run that is there. */
  addRun(input: Omit<EvaluationRun, 'id' | 'createdBy' | 'createdAt'>, act: Act): Promise<EvaluationRun>;
}

export interface RecordingChangeStore {
  /** The newest day first. */
  list(): Promise<RecordingChange[]>;
  get(id: number): Promise<RecordingChange | null>;
  create(input: RecordingChangeFields, act: Act): Promise<RecordingChange>;
  update(id: number, version: number, input: RecordingChangeFields, act: Act): Promise<RecordingChange>;
  remove(id: number, act: Act): Promise<void>;
}

/** What was known of a plan when it was proposed. */
export interface EvaluationFacts {
  before: Partial<Record<CountedArea, number>>;
  drops: Detectable[];
  checks: PlanCheck[];
}

export interface EvaluationAmendment {
  id: string;
  text: string;
  reason: string;
  createdBy: string;
  createdByName: string;
  createdAt: string;
}

/** The plan by which a response will be judged, of one case. */
export interface Evaluation {
  problemId: string;
  plan: EvaluationPlan;
  /** Since it was proposed. */
  facts: EvaluationFacts | null;
  state: 'draft' | 'proposed' | 'locked';
  version: number;
  changedBy: string;
  changedAt: string;
  proposedBy: string | null;
  proposedAt: string | null;
  lockedBy: string | null;
  lockedAt: string | null;
  proposedByName: string | null;
  lockedByName: string | null;
  amendments: EvaluationAmendment[];
}

/** One look at the result. */
export interface EvaluationRun {
  id: string;
  problemId: string;
  kind: 'primary' | 'exploratory';
  /** Why it is exploratory; none for the agreed test. */
  reasons: ExploratoryReason[];
  /** What was computed. */
  plan: EvaluationPlan;
  /** Beside the test its course, where one was drawn, and the same by harm, where a table was adopted. */
  result: EvaluationResult & { course?: EvaluationCourse | null; harm?: EvaluationHarm | null };
  dataVersion: Record<string, number>;
  testVersion: number;
  digest: string;
  createdBy: string;
  createdAt: string;
}

/** When the way of recording changed. */
export interface RecordingChange extends RecordingChangeFields {
  id: number;
  version: number;
  createdBy: string;
  createdAt: string;
}
