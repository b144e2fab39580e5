import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countCells, gridOver } from '../analysis/grid.ts';
import { kernelDensity } from '../analysis/kernel-density.ts';
import { localGiOfGrid } from '../analysis/local-gi-star.ts';
import { boxOf } from '../analysis/point-set.ts';
import type { RunRequest } from '../server/jobs/contract.ts';
import { NO_PLACES, type Task } from '../server/jobs/task.ts';
import { runTask } from '../server/jobs/worker.ts';
import { isThere, median, medianSeconds, OURS, type Row } from './measure.ts';
import { type PlainIncident, plainDensity, plainGiStar } from './plain-objects.ts';
import { type SyntheticIncidents, syntheticColumns } from './synthetic-incidents.ts';

const CELL = 200;
const BANDWIDTH = 500;
const DENSITY = `density quartic ${BANDWIDTH} m, ${CELL} m cells`;
const GI = `counts and Gi* with FDR, ${CELL} m cells`;
const GI_OPTIONS = { includeSelf: true, level: 0.05, correction: 'fdr' } as const;

/** Points in metres are in memory, as for the peers. */
export function analysisRows(incidents: SyntheticIncidents, folder: string): Row[] {
  const size = incidents.x.length;
  const points = { x: incidents.x, y: incidents.y };
  const box = boxOf(points);
  const density = () =>
    kernelDensity(points, gridOver(box, CELL), { kernel: 'quartic', bandwidth: BANDWIDTH });
  const gi = () => {
    const grid = gridOver(box, CELL);
    const { counts } = countCells(grid, points);
    return localGiOfGrid(counts, grid, new Uint8Array(counts.length).fill(1), GI_OPTIONS);
  };
  const found = gi();
  const total = density().reduce((sum, value) => sum + value, 0) * (CELL / 1000) ** 2;
  const significant = found.classes.reduce((sum, value) => sum + Math.abs(value), 0);
  const maxZ = found.z.reduce((most, z) => Math.max(most, z), 0);
  const rows: Row[] = [
    {
      task: DENSITY,
      size,
      who: OURS,
      seconds: medianSeconds(density),
      note: `exact; adds up to ${Math.round(total)}`,
    },
    { task: GI, size, who: OURS, seconds: medianSeconds(gi), note: resultNote(maxZ, significant) },
  ];
  return [...rows, ...plainRows(incidents), ...numpyRows(incidents, folder)];
}

/** The whole task of a worker thread: selection by id, projection, grid, method, hotspots, Arrow, digest. */
export function runRows(incidents: SyntheticIncidents): Row[] {
  const columns = syntheticColumns(incidents);
  const request = (method: RunRequest['method'], parameters: object) =>
    ({ method, parameters }) as Task['request'];
  const task = (asked: Task['request']): Task => ({
    request: asked,
    datasets: [columns],
    ids: columns.id,
    against: null,
    regions: null,
    period: { from: null, to: null },
    places: NO_PLACES,
    shapes: [],
    control: new Int32Array(2),
  });
  const density = task(request('kernel-density', { kernel: 'quartic', cell: CELL, bandwidth: BANDWIDTH }));
  const gi = task(request('local-gi-star', { cell: CELL, shape: 'square', ...GI_OPTIONS }));
  const size = incidents.x.length;
  return [
    {
      task: 'whole run in a worker: density',
      size,
      who: OURS,
      seconds: medianSeconds(() => runTask(density)),
    },
    { task: 'whole run in a worker: Gi*', size, who: OURS, seconds: medianSeconds(() => runTask(gi)) },
  ];
}

function plainRows({ x, y }: SyntheticIncidents): Row[] {
  const size = x.length;
  const who = 'one object an incident';
  if (size > 100_000) return [{ task: DENSITY, size, who, seconds: 'not run: minutes' }, plainGi()];
  const objects = Array.from(x, (value, i): PlainIncident => ({ x: value, y: y[i] }));
  return [
    { task: DENSITY, size, who, seconds: medianSeconds(() => plainDensity(objects, CELL, BANDWIDTH), 3) },
    plainGi(),
  ];

  function plainGi(): Row {
    const all = Array.from(x, (value, i): PlainIncident => ({ x: value, y: y[i] }));
    return {
      task: GI,
      size,
      who,
      seconds: medianSeconds(() => plainGiStar(all, CELL), 3),
      note: 'without p and FDR',
    };
  }
}

function numpyRows({ x, y }: SyntheticIncidents, folder: string): Row[] {
  const size = x.length;
  const who = 'numpy and scipy by hand';
  if (!isThere('python3', ['-c', 'import numpy, scipy']))
    return [DENSITY, GI].map((task) => ({ task, size, who, seconds: 'absent' }));
  const file = join(folder, `points-${size}.f64`);
  writeFileSync(file, Buffer.concat([Buffer.from(x.buffer), Buffer.from(y.buffer)]));
  const script = fileURLToPath(new URL('./peer_grids.py', import.meta.url));
  const run = spawnSync('python3', [script, file, String(CELL), String(BANDWIDTH), '5'], {
    encoding: 'utf8',
  });
  if (run.status !== 0)
    return [DENSITY, GI].map((task) => ({
      task,
      size,
      who,
      seconds: 'failed',
      note: run.stderr.slice(-200),
    }));
  const result: { density: number[]; gi: number[]; total: number; maxZ: number; significant: number } =
    JSON.parse(run.stdout);
  const note = `binned; adds up to ${Math.round(result.total)}`;
  return [
    { task: DENSITY, size, who, seconds: median(result.density), note },
    { task: GI, size, who, seconds: median(result.gi), note: resultNote(result.maxZ, result.significant) },
  ];
}

function resultNote(maxZ: number, significant: number): string {
  return `max z ${maxZ.toFixed(6)}, ${significant} cells`;
}
