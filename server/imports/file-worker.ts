import { Worker } from 'node:worker_threads';
import { AppError } from '../errors.ts';
import { workerFile } from '../worker-file.ts';
import type { FileBytes } from './import-service.ts';
import type { FromWorker, ToWorker, WorkerTask } from './worker-messages.ts';

/** Blocks on their way to the worker that it has not read yet. */
const MOST_ON_THE_WAY = 16;
/** A worker that does not stop by itself after an abort is stopped. */
const GRACE = 10_000;
const MOST_DISCARDED = 256 * 1024 * 1024;
const MEMORY_MEGABYTES = 1536;

export interface FileWorkerHooks {
  onRows?: (rows: number) => void;
  signal?: AbortSignal;
}

type Outcome = Extract<FromWorker, { type: 'inspected' | 'imported' }>;

/** Hands a file to a worker thread, no faster than it reads, and gives back what it found. */
export async function runFileWorker(
  task: WorkerTask,
  file: FileBytes,
  hooks: FileWorkerHooks,
): Promise<Outcome> {
  const { url, execArgv } = workerFile('imports');
  const worker = new Worker(url, {
    workerData: task,
    execArgv,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MEGABYTES },
  });
  const send = (message: ToWorker) => worker.postMessage(message);
  const gate = createGate();
  let settled = false;
  let timer: NodeJS.Timeout | null = null;
  const abort = () => {
    gate.open();
    send({ type: 'abort' });
    timer ??= setTimeout(() => void worker.terminate(), GRACE);
  };
  hooks.signal?.addEventListener('abort', abort, { once: true });
  if (hooks.signal?.aborted) abort();
  const outcome = new Promise<Outcome>((resolve, reject) => {
    worker.on('message', (message: FromWorker) => {
      if (message.type === 'taken') gate.taken();
      else if (message.type === 'rows') hooks.onRows?.(message.rows);
      else if (message.type === 'refused')
        reject(new AppError(message.status, message.code, message.message));
      else if (message.type === 'failed') reject(new Error(`The import worker failed: ${message.message}`));
      else resolve(message);
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('The import worker stopped before it was done.')));
  });
  const feeding = feed(file, send, gate, () => settled, hooks).catch((error: unknown) => {
    // The sender is gone.
    abort();
    throw error;
  });
  try {
    // Whichever fails first says why; a refusal by the worker ends the sending.
    return await Promise.race([outcome, feeding.then(() => outcome)]);
  } finally {
    settled = true;
    gate.open();
    hooks.signal?.removeEventListener('abort', abort);
    feeding.catch(() => {});
    await outcome.catch(() => {});
    await stopped(worker);
    if (timer) clearTimeout(timer);
  }
}

function stopped(worker: Worker): Promise<void> {
  if (worker.threadId === -1) return Promise.resolve();
  return new Promise((resolve) => worker.once('exit', () => resolve()));
}

async function feed(
  file: FileBytes,
  send: (message: ToWorker) => void,
  gate: Gate,
  isSettled: () => boolean,
  { signal }: FileWorkerHooks,
): Promise<void> {
  let discarded = 0;
  for await (const block of file) {
    if (signal?.aborted) return;
    await gate.pass();
    if (isSettled()) {
      // The reply is on its way; a sender that is cut off in the middle would not read it.
      discarded += block.length;
      if (discarded > MOST_DISCARDED) return;
      continue;
    }
    send({ type: 'block', bytes: block });
  }
  if (!isSettled()) send({ type: 'end' });
}

interface Gate {
  /** Waits until another block may go. */
  pass(): Promise<void>;
  taken(): void;
  open(): void;
}

function createGate(): Gate {
  let onTheWay = 0;
  let isOpen = false;
  let wake: (() => void) | null = null;
  return {
    async pass() {
      while (!isOpen && onTheWay >= MOST_ON_THE_WAY)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      onTheWay++;
    },
    taken() {
      onTheWay--;
      wake?.();
    },
    open() {
      isOpen = true;
      wake?.();
    },
  };
}
