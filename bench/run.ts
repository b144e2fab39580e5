/** `npm run bench [-- SIZE …]`: this project beside its peers on the same incidents, each as the median of several runs. */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { analysisRows, runRows } from './analysis.ts';
import { columnRows } from './columns.ts';
import { importRows, philadelphiaRows } from './import.ts';
import { printTable, type Row } from './measure.ts';
import { syntheticIncidents } from './synthetic-incidents.ts';

const asked = process.argv.slice(2).map(Number);
const sizes = asked.length > 0 ? asked : [10_000, 100_000, 1_000_000];
const folder = mkdtempSync(join(tmpdir(), 'common-ground-bench-'));
console.log(`Node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}`);
console.log('ratio: how many times as long as this project\n');
try {
  const rows: Row[] = [];
  for (const size of sizes) {
    const incidents = syntheticIncidents(size);
    rows.push(...analysisRows(incidents, folder), ...runRows(incidents), ...columnRows(incidents));
    rows.push(...importRows(incidents, folder));
  }
  rows.push(...philadelphiaRows(folder));
  printTable(rows);
} finally {
  rmSync(folder, { recursive: true });
}
