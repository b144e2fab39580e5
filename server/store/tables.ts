/** The rows as they lie in the database; one interface a table, in the words of the migrations. */
import type { Generated, Kysely, Transaction } from 'kysely';
import type { AttachmentKind, AttachmentType } from '../domain/case/attachment.ts';
import type { CaseState, Confidentiality } from '../domain/case/standing.ts';
import type { Role } from '../domain/permissions.ts';
import type { AnnotationTable } from './annotation-tables.ts';
import type { CommitmentTables } from './commitment-tables.ts';
import type {
  ConcernPhotoTable,
  ConcernStepTable,
  ConcernTable,
  ProtectedReferralTable,
} from './concern-tables.ts';
import type { EvaluationTables } from './evaluation-tables.ts';
import type { MeetingTables } from './meeting-tables.ts';
import type { PhoneTables } from './phone-tables.ts';
import type { AreaKind, DatasetKind, Protection, Stage, TimePrecision } from './ports.ts';
import type { PublicAnswerTable } from './public-answer-tables.ts';
import type { PublicationFigureTable, PublicationTable } from './publication-tables.ts';
import type { RightsTables } from './rights-tables.ts';

export interface Tables extends CommitmentTables, EvaluationTables, MeetingTables, PhoneTables, RightsTables {
  setting: { key: string; value: string };
  dataset: DatasetTable;
  dataset_summary: DatasetSummaryTable;
  area: AreaTable;
  category: CategoryTable;
  import: ImportTable;
  refused_row: RefusedRowTable;
  remembered_mapping: RememberedMappingTable;
  incident: IncidentTable;
  column_snapshot: ColumnSnapshotTable;
  asset: AssetTable;
  never_mapped_kind: NeverMappedKindTable;
  protected_asset: ProtectedAssetTable;
  sharing_agreement: SharingAgreementTable;
  aggregate_count: AggregateCountTable;
  street: StreetTable;
  problem: ProblemTable;
  problem_incident: ProblemIncidentTable;
  problem_part: ProblemPartTable;
  problem_item: ProblemItemTable;
  problem_exhibit: ProblemExhibitTable;
  problem_attachment: AttachmentTable;
  attachment_content: { attachment_id: string; part: number; content: Uint8Array };
  annotation: AnnotationTable;
  annotation_mention: { annotation_id: string; user_id: string; at: string; read_at: string | null };
  concern: ConcernTable;
  concern_photo: ConcernPhotoTable;
  concern_step: ConcernStepTable;
  protected_referral: ProtectedReferralTable;
  publication: PublicationTable;
  publication_figure: PublicationFigureTable;
  public_answer: PublicAnswerTable;
  analysis_run: AnalysisRunTable;
  audit_entry: AuditEntryTable;
  idempotency_key: IdempotencyKeyTable;
  user: UserTable;
  membership: MembershipTable;
  sign_in_link: SignInLinkTable;
}

export type Database = Kysely<Tables>;
export type DatabaseTransaction = Transaction<Tables>;
/** For reads that happen inside and outside of transactions. */
export type Reading = Database | DatabaseTransaction;

interface DatasetTable {
  id: Generated<number>;
  name: string;
  kind: DatasetKind;
  timezone: string;
  time_precision: TimePrecision;
  origin: 'user' | 'demo';
  note: string;
  version: Generated<number>;
  created_at: string;
  deleted_at: string | null;
}

interface DatasetSummaryTable {
  dataset_id: number;
  version: number;
  count: number;
  min_lon: number | null;
  min_lat: number | null;
  max_lon: number | null;
  max_lat: number | null;
  time_from: number | null;
  time_to: number | null;
}

interface AreaTable {
  id: Generated<number>;
  parent_id: number | null;
  dataset_id: number | null;
  import_id: string | null;
  kind: AreaKind;
  name: string;
  source_id: string | null;
  geometry: string;
  min_lon: number;
  min_lat: number;
  max_lon: number;
  max_lat: number;
  population: number | null;
  dwellings: number | null;
  timezone: string | null;
  version: Generated<number>;
  created_at: string;
  deleted_at: string | null;
}

interface CategoryTable {
  id: number;
  parent_id: number | null;
  scheme: string;
  code: string;
  name: string;
  public_name: string;
  protected: Protection;
  always_protected: Generated<number>;
  harm_weight: number | null;
  crosswalk: string;
  version: Generated<number>;
}

interface ImportTable {
  id: string;
  dataset_id: number;
  file_name: string;
  mapping: string;
  read_rows: number;
  stored: number;
  unlocated: number;
  duplicates: number;
  refused: string;
  flagged: string;
  bbox: string | null;
  time_from: string | null;
  time_to: string | null;
  seconds: number;
  created_by: string | null;
  created_at: string;
  undone_at: string | null;
}

interface RefusedRowTable {
  import_id: string;
  line: number;
  reason: string;
  detail: string;
  cells: string;
}

interface RememberedMappingTable {
  shape: string;
  mapping: string;
  updated_at: string;
}

interface IncidentTable {
  id: Generated<number>;
  dataset_id: number;
  import_id: string;
  category_id: number;
  source_id: string | null;
  dedupe_key: number;
  occurred_from: number | null;
  occurred_to: number | null;
  reported_at: number | null;
  lon: number | null;
  lat: number | null;
  accuracy_m: number | null;
  location_method: string | null;
  place_text: string | null;
  flags: number;
}

interface ColumnSnapshotTable {
  dataset_id: number;
  version: number;
  name: string;
  bytes: Uint8Array;
}

interface AssetTable {
  id: Generated<number>;
  dataset_id: number | null;
  import_id: string | null;
  kind: string;
  name: string;
  source_id: string | null;
  lon: number;
  lat: number;
  properties: string;
  version: Generated<number>;
  created_at: string;
  deleted_at: string | null;
}

interface NeverMappedKindTable {
  kind: string;
  name: string;
  built_in: number;
}

interface ProtectedAssetTable {
  id: Generated<number>;
  import_id: Generated<string | null>;
  kind: string;
  name: string;
  area_id: number | null;
  contact: string;
  version: Generated<number>;
  created_at: string;
}

interface SharingAgreementTable {
  id: Generated<number>;
  organisation: string;
  covers: string;
  categories: string;
  agreed_by: string;
  text: string;
  valid_from: string;
  valid_to: string;
  version: Generated<number>;
  created_by: string;
  created_at: string;
}

interface AggregateCountTable {
  id: Generated<number>;
  agreement_id: number;
  category_id: number;
  area_id: number;
  month: string;
  count: number | null;
  entered_on: string;
  version: Generated<number>;
  created_at: string;
}

interface StreetTable {
  id: Generated<number>;
  dataset_id: number;
  import_id: string | null;
  name: string;
  class: string;
  geometry: string;
}

interface ProblemTable {
  id: string;
  ref: string;
  area_code: string;
  year: number;
  number: number;
  title: string;
  statement: string;
  stage: Stage;
  state: Generated<CaseState>;
  confidentiality: Generated<Confidentiality>;
  review_on: string | null;
  stage_since: Generated<string>;
  active_at: Generated<string>;
  geometry: string | null;
  rule: string | null;
  version: Generated<number>;
  created_by: string;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
}

export interface ProblemPartTable {
  problem_id: string;
  name: string;
  body: string;
  version: number;
  changed_at: string;
  changed_by: string;
}

export interface ProblemItemTable {
  id: string;
  problem_id: string;
  kind: string;
  position: number;
  body: string;
  version: Generated<number>;
  created_at: string;
  created_by: string;
  changed_at: string;
  changed_by: string;
  deleted_at: string | null;
}

interface ProblemIncidentTable {
  problem_id: string;
  incident_id: number;
  verdict: 'in' | 'out';
  reason: string;
  created_by: string;
  created_at: string;
}

export interface ProblemExhibitTable {
  id: string;
  problem_id: string;
  run_id: string;
  note: string;
  created_by: string;
  created_at: string;
}

export interface AttachmentTable {
  id: string;
  problem_id: string;
  name: string;
  media_type: AttachmentType;
  kind: AttachmentKind;
  caption: string;
  taken_on: string | null;
  bytes: number;
  width: number | null;
  height: number | null;
  digest: string;
  version: Generated<number>;
  created_by: string;
  created_at: string;
  deleted_at: string | null;
}

interface AnalysisRunTable {
  id: string;
  method: string;
  method_version: number;
  parameters: string;
  filter: string;
  data_version: string;
  key: string;
  state: 'running' | 'done' | 'failed' | 'cancelled';
  summary: string | null;
  result: Uint8Array | null;
  digest: string | null;
  failure: string | null;
  created_by: string;
  created_at: string;
  finished_at: string | null;
}

interface AuditEntryTable {
  id: Generated<number>;
  at: string;
  actor: string | null;
  action: string;
  object_kind: string;
  object_id: string;
  reason: string;
  change: string;
  hash: string;
}

interface IdempotencyKeyTable {
  key: string;
  actor: string;
  status: number;
  body: string;
  created_at: string;
}

/** Belongs to the sign-in library; read here for the names in a history. */
interface UserTable {
  id: string;
  name: string;
}

interface MembershipTable {
  id: Generated<number>;
  user_id: string;
  role: Role;
  term_from: string;
  term_to: string | null;
  created_at: string;
  area_id: number | null;
}

/** Belongs to the accounts; read here for the areas of open invitations. */
interface SignInLinkTable {
  area_id: number | null;
  used_at: string | null;
  expires_at: string;
}
