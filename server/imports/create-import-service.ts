import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { AppError, NotFound } from '../errors.ts';
import type { LiveEvents } from '../live-events.ts';
import type { Log } from '../log.ts';
import type { ImportRecord } from '../store/ports.ts';
import { arrivingBytes } from './arriving-bytes.ts';
import type { ImportProgress, ImportRequest, Inspection } from './contract.ts';
import { refuseFile } from './file-refusal.ts';
import { runFileWorker } from './file-worker.ts';
import type { FileBytes, ImportService, InspectOptions, ReceiveOptions } from './import-service.ts';

export interface ImportParts {
  databaseFile: string;
  clock: Clock;
  live: Pick<LiveEvents, 'publish'>;
  log: Log;
}

/** One import as it waits, runs and ends. Its file is nowhere but in the air. */
interface Draft {
  request: ImportRequest;
  progress: ImportProgress;
  createdAt: number;
  control: AbortController;
}

const DAY = 24 * 60 * 60 * 1000;
const MOST_DRAFTS = 500;
/** Gathered before the store is locked, so that a slow sender does not keep others from writing. */
const GATHERED_BYTES = 64 * 1024 * 1024;
const INSPECTIONS_AT_ONCE = 2;

export function createImportService({ databaseFile, clock, live, log }: ImportParts): ImportService {
  const drafts = new Map<string, Draft>();
  const running = new Set<AbortController>();
  const storing = createTurns(1);
  const inspecting = createTurns(INSPECTIONS_AT_ONCE);
  const lastYear = () => clock.now().getUTCFullYear() + 1;

  const forgetOld = () => {
    const before = clock.now().getTime() - DAY;
    for (const [id, { createdAt, progress }] of drafts)
      if (progress.state !== 'running' && (createdAt < before || drafts.size > MOST_DRAFTS))
        drafts.delete(id);
  };

  const draftOf = (id: string): Draft => {
    const draft = drafts.get(id);
    if (!draft) throw new NotFound('import that waits for its file');
    return draft;
  };

  async function inspect(file: FileBytes, options: InspectOptions): Promise<Inspection> {
    const draft = options.draft === undefined ? null : draftOf(options.draft);
    const control = followed(options.signal);
    running.add(control);
    const release = await inspecting.take();
    try {
      const outcome = await runFileWorker(
        {
          task: 'inspect',
          databaseFile,
          lastYear: lastYear(),
          fileName: options.fileName,
          kind: options.kind ?? null,
          mapping: draft?.request.mapping ?? null,
          target: draft?.request.target ?? null,
        },
        arrivingBytes(file),
        { signal: control.signal },
      );
      if (outcome.type !== 'inspected') throw new Error('The worker answered another question.');
      return outcome.inspection;
    } catch (error) {
      // A sender that goes away is no fault of the server.
      throw control.signal.aborted ? refuseFile('cancelled') : error;
    } finally {
      release();
      running.delete(control);
    }
  }

  async function receive(id: string, file: FileBytes, options: ReceiveOptions): Promise<ImportRecord> {
    const draft = draftOf(id);
    const { progress } = draft;
    if (progress.state !== 'waiting')
      throw new AppError(
        409,
        'import_started',
        'The file of this import was sent already: make a new import.',
      );
    progress.state = 'running';
    progress.totalBytes = options.totalBytes ?? null;
    const control = followed(options.signal, draft.control);
    running.add(control);
    try {
      const record = await store(id, draft, file, options, control.signal);
      progress.state = 'done';
      for (const object of ['import', 'dataset'] as const)
        live.publish({ object, id: object === 'import' ? id : String(record.datasetId) });
      return record;
    } catch (error) {
      fail(progress, error, control.signal.aborted);
      throw control.signal.aborted ? refuseFile('cancelled') : error;
    } finally {
      running.delete(control);
    }
  }

  function fail(progress: ImportProgress, error: unknown, aborted: boolean): void {
    progress.state = aborted ? 'cancelled' : 'failed';
    if (aborted) return;
    const known = error instanceof AppError;
    if (!known) log.error({ err: error }, 'import failed');
    progress.problem = known
      ? { code: error.code, message: error.message }
      : { code: 'unexpected', message: 'Something went wrong on the server. Nothing was stored.' };
  }

  async function store(
    id: string,
    { request, progress }: Draft,
    file: FileBytes,
    { act }: ReceiveOptions,
    signal: AbortSignal,
  ): Promise<ImportRecord> {
    const counted = countBytes(arrivingBytes(file), (bytes) => {
      progress.bytes = bytes;
    });
    const gathered = await gather(counted, GATHERED_BYTES, signal);
    const release = await storing.take();
    try {
      if (signal.aborted) throw refuseFile('cancelled');
      const outcome = await runFileWorker(
        { task: 'import', databaseFile, lastYear: lastYear(), importId: id, request, act },
        gathered,
        {
          signal,
          onRows: (rows) => {
            progress.rows = rows;
          },
        },
      );
      if (outcome.type !== 'imported') throw new Error('The worker answered another question.');
      progress.rows = outcome.record.read;
      return outcome.record;
    } finally {
      release();
    }
  }

  return {
    inspect,
    create(request) {
      forgetOld();
      // Short, because every incident row carries it.
      const id = randomBytes(9).toString('base64url');
      drafts.set(id, {
        request,
        progress: { id, state: 'waiting', bytes: 0, totalBytes: null, rows: 0, problem: null },
        createdAt: clock.now().getTime(),
        control: new AbortController(),
      });
      return { id };
    },
    receive,
    progress: (id) => drafts.get(id)?.progress ?? null,
    cancel(id) {
      const draft = drafts.get(id);
      if (!draft || (draft.progress.state !== 'running' && draft.progress.state !== 'waiting')) return false;
      if (draft.progress.state === 'waiting') draft.progress.state = 'cancelled';
      draft.control.abort();
      return true;
    },
    async close() {
      for (const control of running) control.abort();
      while (running.size > 0) await new Promise((resolve) => setTimeout(resolve, 10));
    },
  };
}

/** Aborted when any of the signals is. */
function followed(signal?: AbortSignal, own = new AbortController()): AbortController {
  if (signal?.aborted) own.abort();
  signal?.addEventListener('abort', () => own.abort(), { once: true });
  return own;
}

async function* countBytes(file: FileBytes, note: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const block of file) {
    bytes += block.length;
    note(bytes);
    yield block;
  }
}

/** Waits for the end of the file or for `most` bytes, then hands everything on in order. */
async function gather(
  file: AsyncGenerator<Uint8Array>,
  most: number,
  signal: AbortSignal,
): Promise<FileBytes> {
  const blocks: Uint8Array[] = [];
  let bytes = 0;
  let ended = false;
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(refuseFile('cancelled')), { once: true });
  });
  aborted.catch(() => {});
  while (bytes < most && !ended && !signal.aborted) {
    const { done, value } = await Promise.race([file.next(), aborted]);
    ended = done === true;
    if (!done) {
      blocks.push(value);
      bytes += value.length;
    }
  }
  return (async function* all(): AsyncGenerator<Uint8Array> {
    for (let block = blocks.shift(); block !== undefined; block = blocks.shift()) yield block;
    if (!ended) yield* file;
  })();
}

/** Lets `most` at a time pass, in order. */
function createTurns(most: number): { take(): Promise<() => void> } {
  let inside = 0;
  const waiting: (() => void)[] = [];
  return {
    async take() {
      if (inside >= most) await new Promise<void>((resolve) => waiting.push(resolve));
      else inside++;
      return () => {
        const next = waiting.shift();
        if (next) next();
        else inside--;
      };
    },
  };
}
