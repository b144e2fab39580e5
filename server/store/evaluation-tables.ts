/** The rows of evaluations as they lie in the database. */
import type { Generated } from 'kysely';
import type { RecordingChange } from './evaluation-ports.ts';

export interface EvaluationTables {
  evaluation_plan: EvaluationPlanTable;
  evaluation_amendment: EvaluationAmendmentTable;
  evaluation_run: EvaluationRunTable;
  recording_change: RecordingChangeTable;
}

export interface EvaluationPlanTable {
  problem_id: string;
  plan: string;
  facts: string | null;
  state: 'draft' | 'proposed' | 'locked';
  version: Generated<number>;
  changed_by: string;
  changed_at: string;
  proposed_by: string | null;
  proposed_at: string | null;
  locked_by: string | null;
  locked_at: string | null;
}

export interface EvaluationAmendmentTable {
  id: string;
  problem_id: string;
  text: string;
  reason: string;
  created_by: string;
  created_at: string;
}

export interface EvaluationRunTable {
  id: string;
  problem_id: string;
  kind: 'primary' | 'exploratory';
  reasons: string;
  plan: string;
  result: string;
  data_version: string;
  test_version: number;
  digest: string;
  created_by: string;
  created_at: string;
}

export interface RecordingChangeTable {
  id: Generated<number>;
  from_day: string;
  until_day: string | null;
  area_id: number | null;
  category_id: number | null;
  kind: RecordingChange['kind'];
  effect: RecordingChange['effect'];
  note: string;
  version: Generated<number>;
  created_by: string;
  created_at: string;
  deleted_at: string | null;
}
