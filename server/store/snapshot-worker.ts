import { parentPort, workerData } from 'node:worker_threads';
import { openWriter } from './sqlite/connect.ts';
import { doLongWork, type LongWork } from './sqlite/long-work.ts';
import { PATIENCE } from './sqlite/patience.ts';

/** Does one piece of long work on a connection of its own and ends. */
const { file, work } = workerData as { file: string; work: LongWork };
const db = openWriter(file, PATIENCE.milliseconds);
try {
  parentPort?.postMessage(db.transaction(() => doLongWork(db, work)).immediate());
} finally {
  db.close();
}
