import { createHash } from 'node:crypto';
import { methodOf } from './methods.ts';
import { alone, type Sharing, withSecondThread } from './other-half.ts';
import { resultTable } from './result-table.ts';
import { studyArea } from './study-area.ts';
import type { Task } from './task.ts';
import {
  CANCELLED,
  Cancelled,
  type Checkpoint,
  type Finding,
  type Outcome,
  PROGRESS,
  Refused,
  STARTED,
} from './task.ts';

const BYTES_A_TURN = 8_000_000;

/** One run, from the selected incidents to the bytes of the answer and their digest. */
export function runTask(task: Task): Outcome {
  const goOn = () => {
    if (Atomics.load(task.control, CANCELLED) !== 0) throw new Cancelled();
  };
  const checkpoint: Checkpoint = (done) => {
    goOn();
    Atomics.store(task.control, PROGRESS, Math.round(done * 1000));
  };
  return outcomeOf(task, checkpoint, task.spare ? withSecondThread(goOn) : alone);
}

/** The run with another way to say how far it is and whether it is to stop. */
export function outcomeOf(
  task: Omit<Task, 'control' | 'spare'>,
  checkpoint: Checkpoint,
  sharing: Sharing = alone,
): Outcome {
  try {
    checkpoint(STARTED);
    const study = studyArea(task, () => checkpoint(STARTED), sharing);
    const finding = methodOf(task.request).run(study, task.request.parameters, checkpoint);
    checkpoint(0.95);
    const result = resultTable(finding.columns, metadataOf(task.request, finding));
    const digest = digestOf(result, () => checkpoint(0.97));
    const { summary, naming = null } = finding;
    return { kind: 'done', summary, result, digest, naming };
  } catch (error) {
    if (error instanceof Cancelled) return { kind: 'cancelled' };
    if (error instanceof Refused) return { kind: 'refused', reason: error.message };
    throw error;
  }
}

function digestOf(result: Uint8Array, pause: () => void): string {
  const hash = createHash('sha256');
  for (let from = 0; from < result.length; from += BYTES_A_TURN) {
    pause();
    hash.update(result.subarray(from, from + BYTES_A_TURN));
  }
  return hash.digest('hex');
}

function metadataOf(request: Task['request'], { grid, rows }: Finding): [string, string][] {
  const entries: [string, string][] = [
    ['method', request.method],
    ['version', String(methodOf(request).version)],
  ];
  if (grid !== undefined) entries.push(['grid', JSON.stringify(grid)]);
  if (rows !== undefined) entries.push(['rows', rows]);
  return entries;
}
