/** What the records of the store look like in replies. Held against the ports by `satisfies`. */
import { z } from 'zod';
import { recordingChangeFields } from '../domain/case/recording-change.ts';
import { CASE_STATES, CONFIDENTIALITY } from '../domain/case/standing.ts';
import { anyGeometry, areaGeometry } from '../domain/geometry.ts';
import { incidentFilter } from '../domain/incident-filter.ts';
import { MOST_BY_HAND } from '../domain/linked-incidents.ts';
import type * as ports from '../store/ports.ts';

const bounds = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const position = z.tuple([z.number(), z.number()]);
const stage = z.enum(['scanning', 'analysis', 'response', 'assessment', 'closed']);

export const areaKind = z.enum(['country', 'region', 'district', 'neighbourhood', 'beat', 'custom']);
export const datasetKind = z.enum(['incidents', 'areas', 'assets', 'streets']);
export const stageName = stage;

export const dataset = z
  .object({
    id: z.int(),
    name: z.string(),
    kind: datasetKind,
    timezone: z.string(),
    timePrecision: z.enum(['instant', 'day', 'month']),
    origin: z.enum(['user', 'demo']),
    note: z.string(),
    version: z.int(),
    count: z.int(),
    bounds: bounds.nullable(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    createdAt: z.string(),
    seen: z
      .object({ key: z.string(), hasSquares: z.boolean(), hidden: z.int().nullable() })
      .describe(
        'How you see its incidents: the key of its columns, whether some are squares and months, how many are not shown because too few are alike.',
      ),
  })
  .meta({ id: 'Dataset' }) satisfies z.ZodType<ports.SeenDataset>;

export const area = z
  .object({
    id: z.int(),
    parentId: z.int().nullable(),
    datasetId: z.int().nullable(),
    kind: areaKind,
    name: z.string(),
    sourceId: z.string().nullable(),
    geometry: areaGeometry,
    bounds,
    population: z.int().nullable(),
    dwellings: z.int().nullable(),
    timezone: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: 'Area' }) satisfies z.ZodType<ports.Area>;

export const category = z
  .object({
    id: z.int(),
    parentId: z.int().nullable(),
    scheme: z.string(),
    code: z.string(),
    name: z.string(),
    publicName: z.string(),
    protected: z.enum(['none', 'aggregate_only', 'never_store']),
    alwaysProtected: z.boolean(),
    harmWeight: z.number().nullable(),
    crosswalk: z.record(z.string(), z.string()),
    version: z.int(),
  })
  .meta({ id: 'Category' }) satisfies z.ZodType<ports.Category>;

export const incident = z
  .object({
    id: z.int(),
    datasetId: z.int(),
    categoryId: z.int(),
    sourceId: z.string().nullable(),
    occurredFrom: z.string().nullable(),
    occurredTo: z.string().nullable(),
    reportedAt: z.string().nullable(),
    position: position.nullable(),
    accuracyM: z.number().nullable(),
    locationMethod: z.string().nullable(),
    placeText: z.string().nullable(),
    flags: z.int(),
  })
  .meta({ id: 'Incident' }) satisfies z.ZodType<ports.Incident>;

export const asset = z
  .object({
    id: z.int(),
    datasetId: z.int().nullable(),
    kind: z.string(),
    name: z.string(),
    sourceId: z.string().nullable(),
    position,
    properties: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    version: z.int(),
  })
  .meta({ id: 'Asset' }) satisfies z.ZodType<ports.Asset>;

export const protectedAsset = z
  .object({
    id: z.int(),
    kind: z.string(),
    name: z.string(),
    areaId: z.int().nullable(),
    contact: z.string(),
    version: z.int(),
  })
  .meta({ id: 'ProtectedAsset' }) satisfies z.ZodType<ports.ProtectedAsset>;

export const neverMappedKind = z
  .object({ kind: z.string(), name: z.string(), builtIn: z.boolean(), listed: z.int().nullable() })
  .meta({ id: 'NeverMappedKind' });

export const sharingAgreement = z
  .object({
    id: z.int(),
    organisation: z.string(),
    covers: z.string(),
    categoryIds: z.array(z.int()),
    agreedBy: z.string(),
    text: z.string(),
    from: z.string(),
    to: z.string(),
    version: z.int(),
  })
  .meta({ id: 'SharingAgreement' }) satisfies z.ZodType<ports.SharingAgreement>;

export const aggregateCount = z
  .object({
    id: z.int(),
    agreementId: z.int(),
    categoryId: z.int(),
    areaId: z.int(),
    month: z.string(),
    /** At least 10; null: fewer than 10. */
    count: z.int().nullable(),
    enteredOn: z.string(),
    version: z.int(),
  })
  .meta({ id: 'AggregateCount' }) satisfies z.ZodType<ports.AggregateCount>;

export const problem = z
  .object({
    id: z.string(),
    ref: z.string(),
    title: z.string(),
    statement: z.string(),
    stage,
    state: z.enum(CASE_STATES),
    confidentiality: z.enum(CONFIDENTIALITY),
    reviewOn: z.string().nullable(),
    stageSince: z.string(),
    activeAt: z.string(),
    geometry: areaGeometry.nullable(),
    rule: incidentFilter.nullable(),
    manual: z
      .array(
        z.object({
          incidentId: z.int(),
          verdict: z.enum(['in', 'out']),
          reason: z.string(),
          createdBy: z.string(),
          createdAt: z.string(),
        }),
      )
      .max(MOST_BY_HAND),
    version: z.int(),
    createdBy: z.string(),
    createdAt: z.string(),
    updatedAt: z.string(),
    deletedAt: z.string().nullable(),
  })
  .meta({ id: 'Problem' }) satisfies z.ZodType<ports.Problem>;

export const annotation = z
  .object({
    id: z.string(),
    problemId: z.string().nullable(),
    replyTo: z.string().nullable(),
    text: z.string(),
    geometry: anyGeometry.nullable(),
    version: z.int(),
    createdBy: z.string(),
    createdAt: z.string(),
    updatedAt: z.string(),
    deletedAt: z.string().nullable(),
  })
  .meta({ id: 'Annotation' }) satisfies z.ZodType<ports.Annotation>;

export const auditEntry = z
  .object({
    id: z.int(),
    at: z.string(),
    actor: z.string().nullable(),
    actorName: z.string().nullable(),
    action: z.string(),
    objectKind: z.string(),
    objectId: z.string(),
    reason: z.string(),
    change: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])),
  })
  .meta({ id: 'AuditEntry' }) satisfies z.ZodType<ports.AuditEntry>;

export const recordingChange = recordingChangeFields
  .extend({ id: z.int(), version: z.int(), createdBy: z.string(), createdAt: z.string() })
  .meta({ id: 'RecordingChange' });
