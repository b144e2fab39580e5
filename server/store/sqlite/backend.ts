import { Worker } from 'node:worker_threads';
import { Kysely } from 'kysely';
import { CannotStart } from '../../errors.ts';
import { workerFile } from '../../worker-file.ts';
import type { Backend } from '../backend.ts';
import type { Tables } from '../tables.ts';
import { chainOldEntries } from './audit-log.ts';
import { IN_MEMORY, openReader, openWriter } from './connect.ts';
import { SqliteDialect, SqliteDriver } from './driver.ts';
import { doLongWork, type LongWork, type LongWorkReply, type LongWorkResult } from './long-work.ts';
import { type Migration, migrate } from './migrate.ts';
import { PATIENCE, type Patience, storeBusy, whenFree } from './patience.ts';
import { sharedCopy } from './shared-copy.ts';
import { TroubleWatch, troubleIn } from './trouble.ts';

export async function openSqlite(
  file: string,
  migrations: readonly Migration[],
  options: { at: string; patience?: Patience },
): Promise<Backend> {
  const patience = options.patience ?? PATIENCE;
  const writer = await whenFree(() => openWriter(file), patience).catch((error: unknown) => {
    throw explained(error, file);
  });
  try {
    await whenFree(() => migrate(writer, migrations, options.at), patience);
    await whenFree(() => chainOldEntries(writer), patience);
  } catch (error) {
    writer.close();
    throw error;
  }
  const reader = file === IN_MEMORY ? writer : await whenFree(() => openReader(file), patience);
  const watch = new TroubleWatch();
  const driver = new SqliteDriver({ writer, reader }, patience, watch);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect(driver) });
  const running = new Set<Promise<unknown>>();
  /** Each kind of work has one kind of result. */
  const longWork = <Result extends LongWorkResult>(work: LongWork): Promise<Result> => {
    // A database in memory belongs to its connection: no other thread can see it. It has no log.
    if (file === IN_MEMORY && work.kind !== 'wipe-log')
      return driver.exclusively((connection) => doLongWork(connection, work)) as Promise<Result>;
    const done = (inWorker(file, work, watch) as Promise<Result>).finally(() => running.delete(done));
    running.add(done);
    return done;
  };
  return {
    db,
    trouble: () => watch.trouble,
    write: (work) => db.transaction().execute(work),
    writeContent: async (attachmentId, content) =>
      longWork({
        kind: 'write-content',
        attachmentId,
        content: file === IN_MEMORY ? content : await sharedCopy(content),
      }),
    rebuildSnapshot: (datasetId, version) => longWork({ kind: 'rebuild-snapshot', datasetId, version }),
    undoImport: (importId, act, guard) => longWork({ kind: 'undo-import', importId, act, guard }),
    wipeLog: async () => {
      if (file !== IN_MEMORY) await longWork({ kind: 'wipe-log' });
    },
    countRunOut: (rules, at) => longWork({ kind: 'count-run-out', rules, at }),
    takeOutRunOut: (datasetId, rules, act) => longWork({ kind: 'take-out-run-out', datasetId, rules, act }),
    close: async () => {
      await Promise.allSettled(running);
      await db.destroy();
      // Kysely destroys only a driver it has used.
      await driver.destroy();
    },
  };
}

function inWorker(file: string, work: LongWork, watch: TroubleWatch): Promise<LongWorkResult> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile('snapshot').url, { workerData: { file, work } });
    worker.once('message', (reply: LongWorkReply) => {
      if (reply.outcome === 'finished') resolve(reply.done);
      else if (reply.outcome === 'trouble') reject(watch.meet(reply.trouble));
      else reject(reply.outcome === 'busy' ? storeBusy() : new Error(`Long work failed: ${reply.message}`));
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The worker of the store ended without an answer.')));
  });
}

/** What whoever starts the server can do about a file that does not open. */
function explained(error: unknown, file: string): unknown {
  const trouble = troubleIn(error);
  if (trouble === 'damaged')
    return new CannotStart(
      `${file} is not a database or is damaged. Move it away, or put a backup in its place.`,
    );
  if (trouble === 'disk_full')
    return new CannotStart(
      `The disk is full: ${file} cannot be opened for writing. Make room, then start again.`,
    );
  if (trouble === 'read_only' || Object(error).code === 'EISDIR')
    return new CannotStart(
      `${file} cannot be written. Give yourself the right to, or choose another data folder.`,
    );
  return error;
}
