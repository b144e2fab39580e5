import { Worker } from 'node:worker_threads';
import type { OtherHalf } from '../../analysis/halves.ts';
import { workerFile } from '../worker-file.ts';
import { type HalfQuestion, isWorthSharing } from './half-question.ts';

/** What the thread of the other half gets; `control` and `result` lie in shared memory. */
export interface HalfTask {
  readonly question: HalfQuestion;
  readonly control: Int32Array;
  readonly result: Float64Array;
}

/** Places in `control`. */
export const STATE = 0;
export const STOPPED = 1;
/** Counts up while the thread works. */
export const BEAT = 2;
/** Values in `result`. */
export const LENGTH = 3;

/** What STATE says; 0 until then. */
export const DONE = 1;
export const FAILED = 2;

/** Lets a question share its permutations with a second thread, when there is one to spare and it is worth it. */
export type Sharing = <Result>(
  question: HalfQuestion,
  work: (otherHalf: OtherHalf | undefined) => Result,
) => Result;

/** One thread does it all. */
export const alone: Sharing = (_question, work) => work(undefined);

const LOOK_AGAIN_MS = 50;
/** A thread that gave no sign for so long is not waited for. */
const SILENT_LOOKS = 200;
/** Room for a value a permutation, and for two tables of bands. */
const MOST_BANDS = 10_000;

/** @param pause throws when the run was cancelled. */
export function withSecondThread(pause: () => void): Sharing {
  return (question, work) => {
    if (!isWorthSharing(question)) return work(undefined);
    const control = new Int32Array(new SharedArrayBuffer(16));
    const room = question.options.permutations + MOST_BANDS;
    const result = new Float64Array(new SharedArrayBuffer(8 * room));
    const task: HalfTask = { question, control, result };
    const thread = new Worker(workerFile('half').url, { workerData: task });
    // Seen when this thread has time again; until then its silence says the same.
    thread.on('error', () => Atomics.store(control, STATE, FAILED));
    try {
      return work(() => (waitFor(control, pause) ? result.slice(0, Atomics.load(control, LENGTH)) : null));
    } finally {
      Atomics.store(control, STOPPED, 1);
      void thread.terminate();
    }
  };
}

/** Whether the other half is there; this thread sleeps meanwhile. */
function waitFor(control: Int32Array, pause: () => void): boolean {
  let beat = -1;
  for (let silent = 0; silent < SILENT_LOOKS; ) {
    if (Atomics.load(control, STATE) !== 0) return Atomics.load(control, STATE) === DONE;
    pause();
    Atomics.wait(control, STATE, 0, LOOK_AGAIN_MS);
    const now = Atomics.load(control, BEAT);
    silent = now === beat ? silent + 1 : 0;
    beat = now;
  }
  return false;
}
