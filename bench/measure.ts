import { spawnSync } from 'node:child_process';

export interface Row {
  readonly task: string;
  /** Incidents. */
  readonly size: number;
  readonly who: string;
  /** Median seconds, or why there are none. */
  readonly seconds: number | string;
  readonly note?: string;
  /** Whether the answer is ours, within the tolerance; null or absent where they are not meant to be equal. */
  readonly agrees?: boolean | null;
}

/** What a row says of a question that could not be answered: it may have taken an hour to come so far. */
export function failed(error: unknown): Pick<Row, 'seconds' | 'note' | 'agrees'> {
  const note = String(error).split('\n').slice(-3).join(' ').slice(0, 300);
  return { seconds: 'failed', note, agrees: false };
}

/** Work that takes longer is done twice only. */
const LONG = 2000;
/** V8 compiles what is called often while it runs; a server that has been asked before has that behind it. */
const WARM = 200;

/** Median seconds of several runs; those before, which warm it up, are not counted. */
export function medianSeconds(work: () => unknown, runs = 5): number {
  const started = performance.now();
  do work();
  while (performance.now() - started < WARM);
  const length = performance.now() - started > LONG ? 1 : runs;
  return median(
    Array.from({ length }, () => {
      const start = performance.now();
      work();
      return (performance.now() - start) / 1000;
    }),
  );
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Seconds of one process, or that it failed. */
export function processSeconds(
  command: string,
  args: string[],
  env: Record<string, string> = {},
): number | string {
  const start = performance.now();
  const run = spawnSync(command, args, { encoding: 'utf8', env: { ...process.env, ...env }, maxBuffer: 1e8 });
  const seconds = (performance.now() - start) / 1000;
  if (run.error) return 'absent';
  if (run.status !== 0) return `failed with exit code ${run.status}`;
  return seconds;
}

export function isThere(command: string, args: string[]): boolean {
  const run = spawnSync(command, args, { encoding: 'utf8' });
  return !run.error && run.status === 0;
}

/** Every task with this project first and, for each peer, how many times as long it takes. */
export function printTable(rows: readonly Row[]): void {
  const lines = [['task', 'incidents', 'who', 'median', 'ratio', 'agrees', 'note']];
  for (const row of rows) {
    const ours = rows.find(({ task, size, who }) => task === row.task && size === row.size && who === OURS);
    lines.push([
      row.task,
      row.size.toLocaleString('en'),
      row.who,
      typeof row.seconds === 'number' ? timeText(row.seconds) : row.seconds,
      ratioText(row, ours),
      row.agrees === undefined || row.agrees === null ? '' : row.agrees ? 'yes' : 'NO',
      row.note ?? '',
    ]);
  }
  const widths = lines[0].map((_, k) => Math.max(...lines.map((line) => line[k].length)));
  for (const line of lines)
    console.log(
      line
        .map((cell, k) => cell.padEnd(widths[k]))
        .join('  ')
        .trimEnd(),
    );
}

export const OURS = 'common-ground';

function ratioText(row: Row, ours: Row | undefined): string {
  if (row.who === OURS || typeof row.seconds !== 'number' || typeof ours?.seconds !== 'number') return '';
  const ratio = row.seconds / ours.seconds;
  return `${ratio < 10 ? ratio.toFixed(1) : Math.round(ratio)} x`;
}

function timeText(seconds: number): string {
  return seconds < 1 ? `${(seconds * 1000).toFixed(1)} ms` : `${seconds.toFixed(2)} s`;
}
