/** The records of the API, by the names the server gives them. */
export type {
  AnalysisRun,
  Annotation,
  Area,
  AreaKind,
  Asset,
  AuditEntry,
  Category,
  DatasetKind,
  ImportRecord,
  Incident,
  ManualLink,
  Problem,
  Protection,
  SeenDataset as Dataset,
  Stage,
  Street,
} from '../../server/app.ts';
