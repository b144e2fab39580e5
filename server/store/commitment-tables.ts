/** The rows of organisations, commitments and response cards, in the words of the migrations. */
import type { Generated } from 'kysely';
import type {
  CommitmentKind,
  CommitmentState,
  CommitmentVisibility,
  DoseUnit,
} from '../domain/commitment.ts';
import type { OrganisationKind } from '../domain/organisation.ts';

export interface CommitmentTables {
  organisation: OrganisationTable;
  organisation_member: OrganisationMemberTable;
  commitment: CommitmentTable;
  commitment_step: CommitmentStepTable;
  commitment_dose: CommitmentDoseTable;
  commitment_report: CommitmentReportTable;
  commitment_verification: CommitmentVerificationTable;
  response_card: ResponseCardTable;
}

interface OrganisationTable {
  id: Generated<number>;
  name: string;
  name_key: string;
  kind: OrganisationKind;
  version: Generated<number>;
  created_by: string;
  created_at: string;
}

interface OrganisationMemberTable {
  user_id: string;
  organisation_id: number;
}

export interface CommitmentTable {
  id: string;
  problem_id: string | null;
  organisation_id: number;
  text: string;
  kind: CommitmentKind;
  owner_role: string;
  partners: string;
  geometry: string | null;
  meeting_on: string | null;
  meeting_id: string | null;
  due_on: string | null;
  first_due_on: string | null;
  evidence_of_done: string;
  dose_unit: DoseUnit | null;
  dose_planned: number | null;
  state: CommitmentState;
  state_since: string;
  round: Generated<number>;
  visibility: CommitmentVisibility;
  blocked_reason: Generated<string>;
  unblocked_by: Generated<string>;
  follow_up_of: string | null;
  version: Generated<number>;
  created_by: string;
  created_at: string;
  updated_at: string;
}

interface CommitmentStepTable {
  commitment_id: string;
  number: number;
  at: string;
  by: string | null;
  from_state: CommitmentState | null;
  to_state: CommitmentState;
  note: string;
  evidence: string;
  on_behalf: number;
}

interface CommitmentDoseTable {
  id: string;
  commitment_id: string;
  at: string;
  unit: DoseUnit;
  quantity: number;
  place: string | null;
  by_role: string;
  note: string;
  entered_offline: number;
  synced_at: string;
  created_by: string;
  struck_at: string | null;
}

interface CommitmentReportTable {
  commitment_id: string;
  round: number;
  created_by: string;
  verdict: 'done' | 'partly' | 'notDone' | 'cannotSay';
  comment: string;
  created_at: string;
}

interface CommitmentVerificationTable {
  commitment_id: string;
  round: number;
  basis: 'meeting' | 'reports';
  held_on: string;
  meeting_id: string | null;
  done: number;
  partly: number;
  not_done: number;
  cannot_say: number;
  by_group: string;
  comment: string;
  outcome: 'verified' | 'partly_verified' | 'not_verified';
  created_by: string;
  created_at: string;
}

interface ResponseCardTable {
  id: string;
  body: string;
  version: Generated<number>;
  created_by: string;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
}
