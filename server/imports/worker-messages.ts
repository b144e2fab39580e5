import type { AppError } from '../errors.ts';
import type { Act, ImportRecord } from '../store/ports.ts';
import type { ImportKind, ImportRequest, ImportTarget, Inspection, Mapping } from './contract.ts';

/** What a worker thread is started with. */
export type WorkerTask = {
  databaseFile: string;
  lastYear: number;
} & (
  | {
      task: 'inspect';
      fileName: string;
      kind: ImportKind | null;
      mapping: Mapping | null;
      target: ImportTarget | null;
    }
  | { task: 'import'; importId: string; request: ImportRequest; act: Act }
);

export type ToWorker = { type: 'block'; bytes: Uint8Array } | { type: 'end' } | { type: 'abort' };

export type FromWorker =
  /** One block was read: another may come. */
  | { type: 'taken' }
  | { type: 'rows'; rows: number }
  | { type: 'inspected'; inspection: Inspection }
  | { type: 'imported'; record: ImportRecord }
  | { type: 'refused'; status: AppError['status']; code: string; message: string }
  /** A mistake of ours; the text goes to the log only. */
  | { type: 'failed'; message: string };
