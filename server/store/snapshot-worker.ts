import { parentPort, workerData } from 'node:worker_threads';
import { openWriter } from './sqlite/connect.ts';
import { doLongWork, type LongWork, type LongWorkReply } from './sqlite/long-work.ts';
import { isBusy, PATIENCE } from './sqlite/patience.ts';
import { troubleIn } from './sqlite/trouble.ts';

/** Does one piece of long work on a connection of its own and ends. */
const { file, work } = workerData as { file: string; work: LongWork };
const db = openWriter(file, PATIENCE.milliseconds);

function attempt(): LongWorkReply {
  try {
    if (work.kind === 'wipe-log') return { outcome: 'finished', done: wipeLog() };
    const done = db.transaction(() => doLongWork(db, work)).immediate();
    // Moves the pages out of the log here, so that no later write of the main thread has to.
    db.pragma('wal_checkpoint(PASSIVE)');
    return { outcome: 'finished', done };
  } catch (error) {
    // Errors of the driver lose their class on the way to another thread.
    if (isBusy(error)) return { outcome: 'busy' };
    const trouble = troubleIn(error);
    if (trouble !== null) return { outcome: 'trouble', trouble };
    return { outcome: 'failed', message: error instanceof Error ? error.message : 'unknown' };
  } finally {
    db.close();
  }
}

/** Nothing of what was deleted stays in the log. It waits as long as every write does for those who read or write. */
function wipeLog(): boolean {
  const [{ busy }] = db.pragma('wal_checkpoint(TRUNCATE)') as [{ busy: number }];
  return busy === 0;
}

parentPort?.postMessage(attempt());
