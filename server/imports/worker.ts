import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../errors.ts';
import { importLookup } from '../store/import-lookup.ts';
import { openImportWriter } from '../store/import-writer.ts';
import { openReader } from '../store/sqlite/connect.ts';
import { troubleIn } from '../store/sqlite/trouble.ts';
import { StoreInTrouble } from '../store-trouble.ts';
import { readCategoryGuard, readCategoryScheme } from './category-scheme.ts';
import { refuseFile } from './file-refusal.ts';
import { importFile } from './import-file.ts';
import type { FileBytes } from './import-service.ts';
import { inspectFile } from './inspect-file.ts';
import type { FromWorker, ToWorker, WorkerTask } from './worker-messages.ts';

const PROGRESS_MILLISECONDS = 100;

if (!parentPort) throw new Error('This file runs as a worker thread only.');
const port = parentPort;
const task = workerData as WorkerTask;
const inbox = openInbox();
const say = (message: FromWorker) => port.postMessage(message);

void run().finally(() => port.close());

async function run(): Promise<void> {
  try {
    if (task.task === 'inspect') say({ type: 'inspected', inspection: await inspect(task) });
    else await runImport(task);
  } catch (error) {
    const trouble = troubleIn(error);
    const known = trouble === null ? error : new StoreInTrouble(trouble);
    if (known instanceof AppError)
      say({ type: 'refused', status: known.status, code: known.code, message: known.message });
    else
      say({ type: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : 'unknown' });
  }
}

async function inspect(options: Extract<WorkerTask, { task: 'inspect' }>) {
  const db = openReader(options.databaseFile);
  try {
    return await inspectFile(inbox.file, {
      ...options,
      lookup: importLookup(db),
      guard: readCategoryGuard(),
      onRows: sayRows(),
      isCancelled: inbox.isAborted,
    });
  } finally {
    db.close();
  }
}

async function runImport(options: Extract<WorkerTask, { task: 'import' }>): Promise<void> {
  const writer = openImportWriter(options.databaseFile, readCategoryScheme());
  try {
    const record = await importFile(inbox.file, writer, {
      ...options,
      guard: readCategoryGuard(),
      onRows: sayRows(),
      isCancelled: inbox.isAborted,
    });
    say({ type: 'imported', record });
  } finally {
    writer.close();
  }
}

function sayRows(): (rows: number) => void {
  let last = 0;
  return (rows) => {
    const now = performance.now();
    if (now - last < PROGRESS_MILLISECONDS) return;
    last = now;
    say({ type: 'rows', rows });
  };
}

/** The blocks of the file as the main thread hands them over. */
function openInbox(): { file: FileBytes; isAborted: () => boolean } {
  const waiting: ToWorker[] = [];
  let wake: (() => void) | null = null;
  let aborted = false;
  port.on('message', (message: ToWorker) => {
    if (message.type === 'abort') aborted = true;
    waiting.push(message);
    wake?.();
  });
  async function* file(): AsyncGenerator<Uint8Array> {
    for (;;) {
      if (aborted) throw refuseFile('cancelled');
      const message = waiting.shift();
      if (!message) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        wake = null;
        continue;
      }
      if (message.type === 'end') return;
      if (message.type !== 'block') continue;
      yield message.bytes;
      port.postMessage({ type: 'taken' } satisfies FromWorker);
    }
  }
  return { file: file(), isAborted: () => aborted };
}
