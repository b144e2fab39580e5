/**
 * `npm run bench [-- SIZE … [--only TEXT]]`: this project beside its peers on the same incidents, each as the median of
 * several runs, with how their answers agree. `--only` keeps the tasks whose name holds the text.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { TASK as ATTACHMENT, attachmentRows } from './attachment.ts';
import { columnRows } from './columns.ts';
import { contestRows } from './contests.ts';
import { importRows, philadelphiaRows } from './import.ts';
import { printTable, type Row } from './measure.ts';
import { findPeers } from './peers.ts';
import { TASK as RETENTION, retentionRows } from './retention.ts';
import { runRows } from './runs.ts';
import { syntheticIncidents } from './synthetic-incidents.ts';
import { twoWorkersRows } from './two-workers.ts';

const { positionals, values } = parseArgs({ allowPositionals: true, options: { only: { type: 'string' } } });
const sizes = positionals.length > 0 ? positionals.map(Number) : [10_000, 100_000, 1_000_000];
const only = values.only?.toLowerCase() ?? '';
const wanted = (task: string) => task.toLowerCase().includes(only);
const folder = mkdtempSync(join(tmpdir(), 'common-ground-bench-'));
const found = findPeers();
console.log(
  `Node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}, ${loadText()}`,
);
console.log(`Peers: ${found.lines.join('; ')}`);
console.log(
  'ratio: how many times as long as this project; agrees: within the tolerance; how near: in the note\n',
);
try {
  const rows: Row[] = [];
  for (const size of sizes) {
    const incidents = syntheticIncidents(size);
    rows.push(...contestRows(incidents, found, folder, wanted), ...(await runRows(incidents, wanted)));
    if (wanted(RETENTION)) rows.push(...(await retentionRows(incidents, folder)));
    if (only === '') rows.push(...columnRows(incidents), ...importRows(incidents, folder));
  }
  if (wanted(ATTACHMENT)) rows.push(...(await attachmentRows(folder)));
  rows.push(...(await twoWorkersRows(wanted)));
  if (only === '') rows.push(...philadelphiaRows(folder));
  printTable(rows);
  const apart = rows.filter(({ agrees }) => agrees === false);
  console.log(`\n${rows.filter(({ agrees }) => agrees).length} answers agree, ${apart.length} do not`);
  if (apart.length > 0) process.exitCode = 1;
  console.log(`\n${loadText()} at the end`);
} finally {
  rmSync(folder, { recursive: true });
}

function loadText(): string {
  return `load ${loadavg()[0].toFixed(1)}`;
}
