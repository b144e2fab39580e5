import { setImmediate as nextTurn } from 'node:timers/promises';

/** Reads a long table by key, a chunk at a time, and lets other work pass in between. */
export async function* readInChunks<Row extends { id: number }>(
  size: number,
  start: number,
  read: (after: number) => Promise<Row[]>,
): AsyncGenerator<Row> {
  let after = start;
  for (;;) {
    const rows = await read(after);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < size) return;
    after = last.id;
    await nextTurn();
  }
}
