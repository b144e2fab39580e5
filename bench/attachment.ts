import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import { openStore } from '../server/store/open-store.ts';
import type { Store } from '../server/store/ports.ts';
import { openWriter } from '../server/store/sqlite/connect.ts';
import { median, OURS, type Row } from './measure.ts';

export const TASK = 'take in a PDF of 19.5 MB, while others are answered';
const BYTES = 19_500_000;
const ROUNDS = 9;
const ACT = { at: '2025-07-15T12:00:00.000Z', actor: 'bench', requestId: null };

/** How long the thread that answers requests stands still while a large file is written down, and when it writes itself. */
export async function attachmentRows(folder: string): Promise<Row[]> {
  const data = join(folder, 'attachment');
  mkdirSync(data);
  const file = join(data, 'common-ground.sqlite');
  const store = await openStore({ file });
  const db = openWriter(file);
  try {
    const { id } = await store.problems.create(
      { title: 'Bench', statement: '', geometry: null, rule: null, areaCode: 'BEN', concerns: [] },
      ACT,
    );
    const ours: Watched[] = [];
    const here: Watched[] = [];
    // In turn, so that what else the machine does comes to both.
    for (let round = 0; round < ROUNDS; round++) {
      const content = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(BYTES, `${round} `)]);
      ours.push(await watched(() => added(store, id, content)));
      here.push(await watched(() => writtenHere(db, `here-${round}`, content)));
    }
    const idle = await watched(() => pause(1000));
    return [rowOf(OURS, ours, idle), rowOf('in the thread that answers, 1 MB a commit', here, idle)];
  } finally {
    db.close();
    await store.close();
  }
}

async function added(store: Store, problemId: string, content: Uint8Array): Promise<void> {
  const said = { kind: 'report', caption: 'A report', takenOn: null, showsPeople: false } as const;
  const file = { name: 'report.pdf', mediaType: 'application/pdf', content } as const;
  const made = await store.attachments.add(
    problemId,
    { ...file, ...said, preview: null, width: null, height: null },
    ACT,
  );
  // Nine of them are near to what a case may hold.
  await store.attachments.remove(problemId, made.id, ACT);
}

/** How it was done before: many small writes, each of which waits for the disk. */
async function writtenHere(db: Database.Database, name: string, content: Uint8Array): Promise<void> {
  db.exec('CREATE TABLE IF NOT EXISTS bench_content (name TEXT, part INTEGER, content BLOB) STRICT');
  const put = db.prepare('INSERT INTO bench_content VALUES (?, ?, ?)');
  for (let at = 0; at < content.length; at += 2 ** 20) {
    put.run(name, at, content.subarray(at, at + 2 ** 20));
    await nextTurn();
  }
}

interface Watched {
  readonly seconds: number;
  /** Milliseconds that the event loop stood still at most. */
  readonly still: number;
}

async function watched(work: () => Promise<unknown>): Promise<Watched> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const started = performance.now();
  await work();
  const seconds = (performance.now() - started) / 1000;
  delay.disable();
  return { seconds, still: delay.max / 1e6 };
}

function rowOf(who: string, all: readonly Watched[], idle: Watched): Row {
  const still = all.map((each) => each.still);
  const [middle, most, alone] = [median(still), Math.max(...still), idle.still].map(Math.round);
  const note = `the event loop stood still ${middle} ms at most in the median of ${ROUNDS} files, ${most} in the worst; without it ${alone}`;
  return { task: TASK, size: BYTES, who, seconds: median(all.map(({ seconds }) => seconds)), note };
}
