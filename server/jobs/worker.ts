/** Entry of the worker threads: one call, one run. */
import { type Outcome, PROGRESS, STARTED, type Task } from './task.ts';

/** A fresh thread says that it has the run before it loads the methods, which takes it longer than starting. */
export async function runTask(task: Task): Promise<Outcome> {
  Atomics.store(task.control, PROGRESS, STARTED * 1000);
  const methods = await import('./run-task.ts');
  return methods.runTask(task);
}
