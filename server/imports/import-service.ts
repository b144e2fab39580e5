import type { Act, ImportRecord } from '../store/ports.ts';
import type { ImportKind, ImportProgress, ImportRequest, Inspection } from './contract.ts';

/** The bytes of a file as they arrive. Never kept on disk: protected rows must not be written anywhere. */
export type FileBytes = AsyncIterable<Uint8Array>;

export interface InspectOptions {
  fileName: string;
  kind?: ImportKind;
  /** Try the mapping and target of this created import instead of guessing. */
  draft?: string;
  totalBytes?: number;
  signal?: AbortSignal;
}

export interface ReceiveOptions {
  totalBytes?: number;
  act: Act;
  signal?: AbortSignal;
}

/** Loads files: a dry run first, then all or nothing. One import writes at a time; others wait. */
export interface ImportService {
  /** Reads the whole file and says what an import would do. Stores nothing. Throws Unusable when it cannot be read at all. */
  inspect(file: FileBytes, options: InspectOptions): Promise<Inspection>;
  /** Notes what is to be done with a file that comes next. Kept in memory, for a day. */
  create(request: ImportRequest): { id: string };
  /** Stores the file of a created import in one transaction. An error, a lost sender or a cancel leaves no trace. */
  receive(id: string, file: FileBytes, options: ReceiveOptions): Promise<ImportRecord>;
  progress(id: string): ImportProgress | null;
  /** True when there was something to cancel. */
  cancel(id: string): boolean;
  /** Stops what runs; for the end of the process. */
  close(): Promise<void>;
}
