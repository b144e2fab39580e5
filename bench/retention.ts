import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { KEEP_ALL } from '../server/domain/retention.ts';
import { projectRoot } from '../server/root.ts';
import { openStore } from '../server/store/open-store.ts';
import type { Store } from '../server/store/ports.ts';
import { OURS, processSeconds, type Row } from './measure.ts';
import { type SyntheticIncidents, writeCsv } from './synthetic-incidents.ts';

export const TASK = 'take out what has run out, while others read and write';
/** The made incidents are of 2022 to 2024: at this instant those of the first half are over. */
const AT = '2025-07-15T12:00:00.000Z';
const MONTHS = 24;

/** Deletes half of a table in the server's way, and says how long the thread that answers requests stood still. */
export async function retentionRows(incidents: SyntheticIncidents, folder: string): Promise<Row[]> {
  const size = incidents.x.length;
  const row = { task: TASK, size, who: OURS };
  const server = join(projectRoot, 'dist/server/main.js');
  if (!existsSync(server)) return [{ ...row, seconds: 'absent: run npm run build first' }];
  const data = join(folder, `retention-${size}`);
  const file = join(data, 'incidents.csv');
  mkdirSync(data);
  writeCsv(incidents, file);
  processSeconds(process.execPath, [server, 'import', file, '--dataset', 'Bench'], { CG_DATA: data });
  const store = await openStore({ file: join(data, 'common-ground.sqlite') });
  try {
    return [{ ...row, ...(await takeOut(store)) }];
  } finally {
    await store.close();
  }
}

async function takeOut(store: Store): Promise<Pick<Row, 'seconds' | 'note'>> {
  // The machine does other work besides: what the loop waits for anyway is measured as well.
  const idle = await watched(store, () => pause(3000));
  let taken = 0;
  const busy = await watched(store, async () => {
    const { incidents } = await store.retention.takeOut({ ...KEEP_ALL, incidents: MONTHS }, 'UTC', AT);
    taken = incidents.reduce((sum, { count }) => sum + count, 0);
  });
  const note = [
    `${taken} taken out`,
    `the event loop stood still ${busy.still} ms at most, without it ${idle.still}`,
    `a read took ${busy.read} ms at most, without it ${idle.read}`,
    `a write waited ${busy.written} ms at most, without it ${idle.written}`,
  ];
  return { seconds: busy.seconds, note: note.join('; ') };
}

/** Whole milliseconds, at most, while the work is done and others read and write. */
async function watched(store: Store, work: () => Promise<unknown>) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const others = othersOf(store);
  delay.enable();
  const started = performance.now();
  await work();
  const seconds = (performance.now() - started) / 1000;
  delay.disable();
  const { read, written } = await others.stop();
  return {
    seconds,
    still: Math.round(delay.max / 1e6),
    read: Math.round(read),
    written: Math.round(written),
  };
}

/** Somebody who reads and somebody who writes, all the time; gives how long each waited at most. */
function othersOf(store: Store) {
  let going = true;
  const repeat = async (work: () => Promise<unknown>) => {
    let longest = 0;
    while (going) {
      const started = performance.now();
      await work();
      longest = Math.max(longest, performance.now() - started);
      await pause(5);
    }
    return longest;
  };
  const reading = repeat(() => store.datasets.list());
  const writing = repeat(() => store.settings.set('bench', String(performance.now())));
  return {
    async stop() {
      going = false;
      return { read: await reading, written: await writing };
    },
  };
}
