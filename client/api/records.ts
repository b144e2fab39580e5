/** The records of the API, by the names the server gives them. */
export type {
  AnalysisRun,
  Annotation,
  Area,
  AreaKind,
  Asset,
  AuditEntry,
  Category,
  Dataset,
  DatasetKind,
  ImportRecord,
  Incident,
  ManualLink,
  Problem,
  Protection,
  Stage,
  Street,
} from '../../server/app.ts';
