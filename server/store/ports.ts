/**
 * What the rest of the server may ask of the store, in domain words. Implemented once per backend family in this folder;
 * the contract suite in tests/contract runs against every backend.
 *
 * Every call that returns records about incidents takes the viewer first: the place where precision tiers are enforced.
 */
import type { IncidentColumns, SeenColumns } from '../../analysis/incident-columns.ts';
import type { Membership } from '../domain/held-roles.ts';
import type { IncidentFilter } from '../domain/incident-filter.ts';
import type { DespiteLinks } from '../domain/link.ts';
import type { PublicationState } from '../domain/publication.ts';
import type { StoreTrouble } from '../store-trouble.ts';
import type { AuditStore } from './audit-ports.ts';
import type { CommitmentStores } from './commitment-ports.ts';
import type { ConcernPhotoStore, ConcernStore } from './concern-ports.ts';
import type { EvaluationStore, RecordingChangeStore } from './evaluation-ports.ts';
import type { HealthStores } from './health-ports.ts';
import type { MeetingStores } from './meeting-ports.ts';
import type { MinutesStores } from './minutes-ports.ts';
import type { PhoneStores } from './phone-ports.ts';
import type { AttachmentStore, ProblemItemStore, ProblemPartStore, ProblemStore } from './problem-ports.ts';
import type { PublicAnswerStore } from './public-answer-ports.ts';
import type {
  Act,
  AggregateCount,
  AnalysisRun,
  Annotation,
  Area,
  Asset,
  Category,
  Dataset,
  Exhibit,
  ImportRecord,
  Incident,
  NeverMappedKindRecord,
  Page,
  PrivacySheet,
  ProtectedAsset,
  Publication,
  PublishedFigure,
  PublishedTable,
  RefusedRow,
  Seen,
  SeenDataset,
  SharingAgreement,
  Street,
  Viewer,
} from './records.ts';
import type { RightsStores } from './rights-ports.ts';
import type { SearchStore } from './search-ports.ts';

export type * from './audit-ports.ts';
export type * from './commitment-ports.ts';
export type * from './concern-ports.ts';
export type * from './evaluation-ports.ts';
export type * from './health-ports.ts';
export type * from './meeting-ports.ts';
export type * from './minutes-ports.ts';
export type * from './phone-ports.ts';
export type * from './problem-ports.ts';
export type * from './public-answer-ports.ts';
export type * from './records.ts';
export type * from './rights-ports.ts';
export type * from './search-ports.ts';

export interface Store
  extends CommitmentStores,
    HealthStores,
    MeetingStores,
    MinutesStores,
    PhoneStores,
    RightsStores {
  readonly settings: SettingStore;
  readonly datasets: DatasetStore;
  readonly areas: AreaStore;
  readonly categories: CategoryStore;
  readonly incidents: IncidentStore;
  readonly imports: ImportStore;
  readonly assets: AssetStore;
  readonly protectedAssets: ProtectedAssetStore;
  readonly aggregates: AggregateStore;
  readonly streets: StreetStore;
  readonly problems: ProblemStore;
  readonly problemParts: ProblemPartStore;
  readonly problemItems: ProblemItemStore;
  readonly attachments: AttachmentStore;
  readonly exhibits: ExhibitStore;
  readonly evaluations: EvaluationStore;
  readonly recordingChanges: RecordingChangeStore;
  readonly annotations: AnnotationStore;
  readonly mentions: MentionStore;
  readonly concerns: ConcernStore;
  readonly concernPhotos: ConcernPhotoStore;
  readonly search: SearchStore;
  readonly runs: RunStore;
  readonly publications: PublicationStore;
  readonly publicAnswers: PublicAnswerStore;
  readonly memberships: MembershipStore;
  readonly audit: AuditStore;
  readonly idempotency: IdempotencyStore;
  /** Cheap proof that the store answers. */
  ping(): Promise<void>;
  /** What keeps the store from its work now, as far as it was met. */
  trouble(): StoreTrouble | null;
  close(): Promise<void>;
}

export interface SettingStore {
  get(key: string): Promise<string | null>;
  set(key: string, value: string): Promise<void>;
}

export interface DatasetStore {
  list(): Promise<Dataset[]>;
  get(id: number): Promise<Dataset | null>;
  create(
    input: Pick<Dataset, 'name' | 'kind' | 'timezone'> &
      Partial<Pick<Dataset, 'timePrecision' | 'origin' | 'note'>>,
    act: Act,
  ): Promise<Dataset>;
  update(
    id: number,
    version: number,
    change: Partial<Pick<Dataset, 'name' | 'note' | 'timezone'>>,
    act: Act,
  ): Promise<Dataset>;
  /** Hides the data set and its rows; `restore` brings them back. Refused with `area_has_roles` as areas are. */
  remove(id: number, act: Act, links?: DespiteLinks): Promise<void>;
  restore(id: number, act: Act): Promise<Dataset>;
}

export interface AreaStore {
  list(): Promise<Area[]>;
  get(id: number): Promise<Area | null>;
  create(input: Omit<Area, 'id' | 'version' | 'bounds'>, act: Act): Promise<Area>;
  update(
    id: number,
    version: number,
    change: Partial<Pick<Area, 'name' | 'kind' | 'parentId' | 'population' | 'dwellings' | 'geometry'>>,
    act: Act,
  ): Promise<Area>;
  /**
   * Refused with `area_has_roles` while roles or open invitations hold for it; so is another outline. Here and wherever a
   * deletion takes `links`: what links to the thing is looked up and thrown as `StillLinked`.
   */
  remove(id: number, act: Act, links?: DespiteLinks): Promise<void>;
  restore(id: number, act: Act): Promise<Area>;
}

export interface CategoryStore {
  list(): Promise<Category[]>;
  get(id: number): Promise<Category | null>;
  /**
   * What lies below a category that becomes protected becomes it too. Refused with `category_in_use` while incidents of any
   * of them are stored. Totals of a category that becomes never stored are taken out.
   */
  update(
    id: number,
    version: number,
    change: Partial<Pick<Category, 'publicName' | 'protected' | 'harmWeight' | 'parentId'>>,
    act: Act,
  ): Promise<Category>;
}

/** A square of the world's grid and how many incidents are told by it. */
export interface CountedSquare {
  bounds: [west: number, south: number, east: number, north: number];
  /** Metres of a side, at least. */
  side: number;
  count: number;
}

export interface IncidentStore {
  /** A data set as columns, each incident as exactly as the viewer may see it, unlocated rows included. */
  columns(viewer: Viewer, datasetId: number): Promise<{ version: number; columns: SeenColumns; seen: Seen }>;
  /** Only the incidents the viewer sees as they are, over shared memory: what analyses read. */
  exactColumns(viewer: Viewer, datasetId: number): Promise<{ version: number; columns: IncidentColumns }>;
  /** Id and version of the areas to which exact sight is limited; none when it is not. */
  exactAreas(viewer: Viewer): Promise<[id: number, version: number][]>;
  /** A data set without what its count, bounds and times would tell beyond that. */
  asSeen(viewer: Viewer, dataset: Dataset): Promise<SeenDataset>;
  /** Ids of the incidents seen as they are that match, ascending. */
  matching(viewer: Viewer, filter: IncidentFilter): Promise<Uint32Array>;
  /** How many match of all that is seen, squares included. */
  count(viewer: Viewer, filter: IncidentFilter): Promise<number>;
  /** Squares with those that match of what the viewer is told no finer than by them, the largest squares first. */
  squares(viewer: Viewer, filter: IncidentFilter): Promise<CountedSquare[]>;
  list(
    viewer: Viewer,
    filter: IncidentFilter,
    page: { after?: string; limit: number },
  ): Promise<Page<Incident>>;
  byIds(viewer: Viewer, ids: readonly number[]): Promise<Incident[]>;
}

export interface ImportStore {
  list(): Promise<ImportRecord[]>;
  get(id: string): Promise<ImportRecord | null>;
  refused(id: string): AsyncIterable<RefusedRow>;
  /** Takes the rows of one import out again. */
  undo(id: string, act: Act, links?: DespiteLinks): Promise<void>;
  recallMapping(shape: string): Promise<unknown>;
  rememberMapping(shape: string, mapping: unknown): Promise<void>;
}

export interface AssetStore {
  list(): Promise<Asset[]>;
  get(id: number): Promise<Asset | null>;
  create(input: Omit<Asset, 'id' | 'version'>, act: Act): Promise<Asset>;
  update(
    id: number,
    version: number,
    change: Partial<Pick<Asset, 'name' | 'kind' | 'position'>>,
    act: Act,
  ): Promise<Asset>;
  remove(id: number, act: Act): Promise<void>;
  restore(id: number, act: Act): Promise<Asset>;
}

export interface ProtectedAssetStore {
  kinds(): Promise<NeverMappedKindRecord[]>;
  /** Assets of this kind lose their position at once and are listed here; `moved` of them. */
  addKind(name: string, act: Act): Promise<{ moved: number }>;
  /** Refused for built-in kinds, and while any of it is listed. */
  removeKind(kind: string, act: Act): Promise<void>;
  list(): Promise<ProtectedAsset[]>;
  get(id: number): Promise<ProtectedAsset | null>;
  create(input: Omit<ProtectedAsset, 'id' | 'version'>, act: Act): Promise<ProtectedAsset>;
  update(
    id: number,
    version: number,
    change: Partial<Pick<ProtectedAsset, 'name' | 'areaId' | 'contact'>>,
    act: Act,
  ): Promise<ProtectedAsset>;
  remove(id: number, act: Act): Promise<void>;
}

export interface AggregateStore {
  agreements(): Promise<SharingAgreement[]>;
  agreement(id: number): Promise<SharingAgreement | null>;
  agree(input: Omit<SharingAgreement, 'id' | 'version'>, act: Act): Promise<SharingAgreement>;
  /** Refused when it would not end sooner. */
  endAgreement(id: number, version: number, lastDay: string, act: Act): Promise<SharingAgreement>;
  /** The newest month first. */
  counts(): Promise<AggregateCount[]>;
  count(id: number): Promise<AggregateCount | null>;
  enter(input: Omit<AggregateCount, 'id' | 'version'>, act: Act): Promise<AggregateCount>;
  /** What was there before stays in the history. */
  correct(
    id: number,
    version: number,
    change: Pick<AggregateCount, 'count' | 'enteredOn'>,
    act: Act,
  ): Promise<AggregateCount>;
}

export interface StreetStore {
  list(): Promise<Street[]>;
}

export interface ExhibitStore {
  /** Of one case, the oldest first. */
  list(problemId: string): Promise<Exhibit[]>;
  get(problemId: string, id: string): Promise<Exhibit | null>;
  /** Ids of the cases that keep a run, deleted ones too. */
  casesOf(runId: string): Promise<string[]>;
  /** Refused with `already_kept` when the case has the run. */
  add(input: Pick<Exhibit, 'problemId' | 'runId' | 'note'>, act: Act): Promise<Exhibit>;
  remove(problemId: string, id: string, act: Act, links?: DespiteLinks): Promise<void>;
}

/** A figure with the numbers that stand for its incidents, ascending. */
export interface KeptFigure extends PublishedFigure {
  tokens: Float64Array;
}

export interface PublicationStore {
  /** The newest first. */
  list(): Promise<Publication[]>;
  get(id: string): Promise<Publication | null>;
  table(id: string): Promise<PublishedTable>;
  /** The shown figures of all that was ever released, other than this one; they never leave the server. */
  releasedFigures(but: string | null): Promise<{ id: string; title: string; figures: KeptFigure[] }[]>;
  /** The shown figures of one publication. */
  figures(id: string): Promise<KeptFigure[]>;
  prepare(
    input: Pick<Publication, 'title' | 'text' | 'wish' | 'subjects' | 'zone'> & { sheet: PrivacySheet },
    table: Omit<PublishedTable, 'figures'> & {
      figures: readonly (PublishedFigure & { tokens: Float64Array })[];
    },
    act: Act,
  ): Promise<Publication>;
  /** Refused with `wrong_state`, and with `two_persons` when whoever approved it releases it. */
  moveTo(id: string, version: number, state: PublicationState, act: Act): Promise<Publication>;
}

export interface AnnotationStore {
  list(filter?: { problemId?: string }): Promise<Annotation[]>;
  /** With `deleted`, also one whose problem case is deleted. */
  get(id: string, also?: 'deleted'): Promise<Annotation | null>;
  /** Of a reply the case is that of the note it answers. */
  create(
    input: Pick<Annotation, 'problemId' | 'text' | 'geometry'> & { replyTo?: string | null },
    act: Act,
  ): Promise<Annotation>;
  update(
    id: string,
    version: number,
    change: Partial<Pick<Annotation, 'problemId' | 'text' | 'geometry'>>,
    act: Act,
  ): Promise<Annotation>;
  /** Its replies are hidden with it. */
  remove(id: string, act: Act, links?: DespiteLinks): Promise<void>;
  restore(id: string, act: Act): Promise<Annotation>;
}

/** Who is addressed in a note: kept with its text (domain/mention.ts), told by this. */
export interface MentionStore {
  in(annotationIds: readonly string[]): Promise<{ annotationId: string; userId: string; name: string }[]>;
  /** The newest first. */
  of(
    userId: string,
  ): Promise<{ annotationId: string; byName: string | null; at: string; readAt: string | null }[]>;
  markRead(userId: string, annotationIds: readonly string[], at: string): Promise<void>;
}

export interface RunStore {
  list(page: { after?: string; limit: number }): Promise<Page<AnalysisRun>>;
  get(id: string): Promise<AnalysisRun | null>;
  /** The finished run of the same method, parameters, filter and data version, if any. */
  findDone(key: string): Promise<AnalysisRun | null>;
  begin(
    input: Pick<AnalysisRun, 'method' | 'methodVersion' | 'parameters' | 'filter' | 'dataVersion'> & {
      key: string;
    },
    act: Act,
  ): Promise<AnalysisRun>;
  finish(
    id: string,
    outcome: { summary: Record<string, unknown>; result: Uint8Array; digest: string },
    at: string,
  ): Promise<AnalysisRun>;
  fail(id: string, state: 'failed' | 'cancelled', failure: string, at: string): Promise<AnalysisRun>;
  result(id: string): Promise<Uint8Array | null>;
  /** Runs left 'running' by a server that died; called once at start. */
  abandonRunning(at: string): Promise<number>;
}

export interface MembershipStore {
  list(): Promise<Membership[]>;
  of(userId: string): Promise<Membership[]>;
  get(id: number): Promise<Membership | null>;
  /** Refused with `role_everywhere` when the role cannot be held for an area. */
  add(input: NewMembership, act: Act): Promise<Membership>;
  /** The last day becomes `lastDay`. Refused with `last_admin` when nobody would be left to administer the workspace. */
  end(id: number, lastDay: string, act: Act): Promise<Membership>;
}

/** `areaId` null: everywhere. */
export type NewMembership = Omit<Membership, 'id' | 'area'> & { areaId: number | null };

export interface IdempotencyStore {
  get(key: string, actor: string): Promise<{ status: number; body: string } | null>;
  put(key: string, actor: string, reply: { status: number; body: string }, at: string): Promise<void>;
}
