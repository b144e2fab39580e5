/** Entry of the thread that works out the other half of a question's permutations. One question, and it ends. */
import { workerData } from 'node:worker_threads';
import { answerOtherHalf } from './half-question.ts';
import { BEAT, DONE, FAILED, type HalfTask, LENGTH, STATE, STOPPED } from './other-half.ts';

const { question, control, result } = workerData as HalfTask;

const goOn = () => {
  if (Atomics.load(control, STOPPED) !== 0) throw new Error('no longer wanted');
  Atomics.add(control, BEAT, 1);
};

try {
  goOn();
  const found = answerOtherHalf(question, goOn);
  result.set(found);
  Atomics.store(control, LENGTH, found.length);
  Atomics.store(control, STATE, DONE);
} catch {
  // Whoever asked works it out alone, and meets what was wrong with the question.
  Atomics.store(control, STATE, FAILED);
}
Atomics.notify(control, STATE);
