/** What the store keeps, in domain words: the records its ports take and give. */

import type { ItemBodies, ItemKind } from '../domain/case/items.ts';
import type { PartBodies, PartName } from '../domain/case/parts.ts';
import type { CaseState, Confidentiality, Stage } from '../domain/case/standing.ts';
import type { AnyGeometry, AreaGeometry, Bounds } from '../domain/geometry.ts';
import type { Grant } from '../domain/grants.ts';
import type { IncidentFilter } from '../domain/incident-filter.ts';
import type { PublicationState, PublicationWish } from '../domain/publication.ts';

/** Who is asking, and how exactly they may see incidents where; without a grant, none. */
export interface Viewer {
  readonly userId: string;
  readonly grants: readonly Grant[];
}

export type { Stage };
export type Protection = 'none' | 'aggregate_only' | 'never_store';
export type AreaKind = 'country' | 'region' | 'district' | 'neighbourhood' | 'beat' | 'custom';
export type DatasetKind = 'incidents' | 'areas' | 'assets' | 'streets';
export type TimePrecision = 'instant' | 'day' | 'month';

export interface Page<T> {
  items: T[];
  /** Opaque; hand it back as `after` to go on. Null at the end. */
  next: string | null;
}

export interface Dataset {
  id: number;
  name: string;
  kind: DatasetKind;
  timezone: string;
  timePrecision: TimePrecision;
  origin: 'user' | 'demo';
  note: string;
  version: number;
  /** Rows it holds: incidents, areas, assets or streets. */
  count: number;
  bounds: Bounds | null;
  /** First and last time, UTC ISO text; null for kinds without time. */
  from: string | null;
  to: string | null;
  createdAt: string;
}

/** How a viewer sees the incidents of a data set. */
export interface Seen {
  /** The same for the same columns of one version. */
  key: string;
  /** Some of them are no finer than a square and a month. */
  hasSquares: boolean;
  /** Incidents that are not shown because too few are alike; null when that would tell of places out of sight. */
  hidden: number | null;
}

/** What somebody may know of a data set: count, bounds and times are those of what is seen. */
export interface SeenDataset extends Dataset {
  seen: Seen;
}

export interface Area {
  id: number;
  parentId: number | null;
  datasetId: number | null;
  kind: AreaKind;
  name: string;
  sourceId: string | null;
  geometry: AreaGeometry;
  bounds: Bounds;
  population: number | null;
  dwellings: number | null;
  timezone: string | null;
  version: number;
}

export interface Category {
  id: number;
  parentId: number | null;
  scheme: string;
  code: string;
  name: string;
  publicName: string;
  protected: Protection;
  /** Built-in protected categories: not even a guardian can open them. */
  alwaysProtected: boolean;
  harmWeight: number | null;
  crosswalk: Record<string, string>;
  version: number;
}

export interface Incident {
  id: number;
  datasetId: number;
  categoryId: number;
  sourceId: string | null;
  /** UTC ISO text, or null when unknown. */
  occurredFrom: string | null;
  occurredTo: string | null;
  reportedAt: string | null;
  position: [number, number] | null;
  accuracyM: number | null;
  locationMethod: string | null;
  placeText: string | null;
  flags: number;
}

export interface ImportRecord {
  id: string;
  datasetId: number;
  fileName: string;
  mapping: unknown;
  /** read = stored + unlocated + duplicates + all refused. */
  read: number;
  /** Rows stored with a position. */
  stored: number;
  /** Rows stored without a position: in lists and time charts, not on the map. */
  unlocated: number;
  duplicates: number;
  refused: Record<string, number>;
  flagged: Record<string, number>;
  bbox: Bounds | null;
  from: string | null;
  to: string | null;
  seconds: number;
  createdBy: string | null;
  createdAt: string;
  undoneAt: string | null;
}

export interface RefusedRow {
  line: number;
  reason: string;
  detail: string;
  cells: string[];
}

export interface Asset {
  id: number;
  datasetId: number | null;
  kind: string;
  name: string;
  sourceId: string | null;
  position: [number, number];
  properties: Record<string, string | number | boolean | null>;
  version: number;
}

/** A place that protects people. It has no position: none is taken, stored or given out. */
export interface ProtectedAsset {
  id: number;
  kind: string;
  name: string;
  /** A whole district or larger. */
  areaId: number | null;
  /** How to reach it, in words. */
  contact: string;
  version: number;
}

export interface NeverMappedKindRecord {
  kind: string;
  name: string;
  builtIn: boolean;
  /** Protected assets of this kind. */
  listed: number;
}

/** Under which an organisation gives totals of categories that are kept in totals only. */
export interface SharingAgreement {
  id: number;
  organisation: string;
  /** What is shared, in words. */
  covers: string;
  categoryIds: number[];
  agreedBy: string;
  text: string;
  /** First and last day, ISO dates. */
  from: string;
  to: string;
  version: number;
}

export interface AggregateCount {
  id: number;
  agreementId: number;
  categoryId: number;
  areaId: number;
  /** YYYY-MM. */
  month: string;
  /** At least 10; null: fewer than 10. */
  count: number | null;
  enteredOn: string;
  version: number;
}

export interface Street {
  id: number;
  datasetId: number;
  name: string;
  class: string;
  geometry:
    | { type: 'LineString'; coordinates: number[][] }
    | { type: 'MultiLineString'; coordinates: number[][][] };
}

export interface Problem {
  id: string;
  ref: string;
  title: string;
  statement: string;
  stage: Stage;
  state: CaseState;
  confidentiality: Confidentiality;
  /** The day on which it is looked at again. */
  reviewOn: string | null;
  /** Since when it is in its stage. */
  stageSince: string;
  /** When something was last done on it. */
  activeAt: string;
  geometry: AreaGeometry | null;
  /** The rule that links incidents; null links none by rule. */
  rule: IncidentFilter | null;
  /** Incidents put in or taken out by hand, with the reason. */
  manual: ManualLink[];
  version: number;
  createdBy: string;
  createdAt: string;
  updatedAt: string;
  deletedAt: string | null;
}

/** One part of a case; version 0, without a body: never written. */
export type ProblemPart = {
  [Name in PartName]: {
    name: Name;
    body: PartBodies[Name] | null;
    version: number;
    changedAt: string | null;
    changedBy: string | null;
  };
}[PartName];

/** One of the many of a case: a source, a finding. */
export type ProblemItem = {
  [Kind in ItemKind]: {
    id: string;
    kind: Kind;
    /** Items of one kind stand in this order. */
    position: number;
    body: ItemBodies[Kind];
    version: number;
    createdAt: string;
    createdBy: string;
    changedAt: string;
    changedBy: string;
    deletedAt: string | null;
  };
}[ItemKind];

export interface ManualLink {
  incidentId: number;
  verdict: 'in' | 'out';
  reason: string;
  createdBy: string;
  createdAt: string;
}

export interface Annotation {
  id: string;
  problemId: string | null;
  /** The note it answers, of the same case; a reply has no reply. */
  replyTo: string | null;
  text: string;
  geometry: AnyGeometry | null;
  version: number;
  createdBy: string;
  createdAt: string;
  updatedAt: string;
  deletedAt: string | null;
}

export interface AnalysisRun {
  id: string;
  method: string;
  methodVersion: number;
  parameters: Record<string, unknown>;
  filter: IncidentFilter;
  /** Data set id -> version the run read. */
  dataVersion: Record<string, number>;
  state: 'running' | 'done' | 'failed' | 'cancelled';
  /** Method-specific; see the job's result schema. */
  summary: Record<string, unknown> | null;
  digest: string | null;
  failure: string | null;
  createdBy: string;
  createdAt: string;
  finishedAt: string | null;
}

/** A run that is kept on a problem case. */
export interface Exhibit {
  id: string;
  problemId: string;
  runId: string;
  /** Why it was kept. */
  note: string;
  createdBy: string;
  createdAt: string;
}

/** Months as 2026-03; `before` is the month after the last. */
export interface PublishedPeriod {
  from: string;
  before: string;
}

/** Indices of the area and the period; null: all together. A count that is null is not shown. */
export interface PublishedFigure {
  area: number | null;
  period: number | null;
  count: number | null;
}

/** For those who release: what was looked for and found. */
export interface PrivacySheet {
  /** No figure, sum or difference stands for fewer incidents. */
  least: number;
  figures: number;
  /** Not shown because they are small, and because others would give a small one away. */
  small: number;
  secondary: number;
  /** The fewest incidents that a figure, or figures together, stand for; null: no incident is in any. */
  worstCase: number | null;
  /** Earlier releases that it was held against, the struck ones too: what was read stays known. */
  comparedWith: { id: string; title: string }[];
  incidents: number;
  /** Of the period, but in none of the areas. */
  elsewhere: number;
}

export interface Publication {
  id: string;
  title: string;
  text: string;
  wish: PublicationWish;
  /** Public names of the categories as they were; null: all. */
  subjects: string[] | null;
  zone: string;
  state: PublicationState;
  sheet: PrivacySheet;
  digest: string;
  version: number;
  preparedBy: string;
  preparedAt: string;
  approvedBy: string | null;
  approvedAt: string | null;
  releasedBy: string | null;
  releasedAt: string | null;
  struckBy: string | null;
  struckAt: string | null;
  strikeReason: string | null;
  /** Their names. */
  preparer: string | null;
  approver: string | null;
  releaser: string | null;
  striker: string | null;
}

/** What the public sees. */
export interface PublishedTable {
  areas: { name: string; geometry: AreaGeometry }[];
  periods: PublishedPeriod[];
  figures: PublishedFigure[];
}

export interface AuditEntry {
  id: number;
  at: string;
  actor: string | null;
  actorName: string | null;
  action: string;
  objectKind: string;
  objectId: string;
  reason: string;
  /** Field -> [before, after]. */
  change: Record<string, [unknown, unknown]>;
}

/** Who changes something, when and why: written to the audit in the same transaction as the change. */
export interface Act {
  actor: string | null;
  at: string;
  reason?: string;
}
