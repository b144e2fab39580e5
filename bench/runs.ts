/**
 * The whole task of a worker thread: selection by id, projection, grid, method, hotspots, Arrow, digest. Timed in the pool
 * that the server uses, with the way there and back; how long it is silent, where a cancel is not seen, in this thread.
 */
import { Piscina } from 'piscina';
import { type MethodId, type RunRequest, type RunRequestInput, runRequest } from '../server/jobs/contract.ts';
import { methodOf } from '../server/jobs/methods.ts';
import { outcomeOf } from '../server/jobs/run-task.ts';
import {
  CANCELLED,
  NO_PLACES,
  type Outcome,
  type PlaceKind,
  type Places,
  PROGRESS,
  type Task,
} from '../server/jobs/task.ts';
import { workerFile } from '../server/worker-file.ts';
import { failed, median, OURS, type Row } from './measure.ts';
import { type RunPlaces, runPlaces } from './run-places.ts';
import { type SyntheticIncidents, syntheticColumns } from './synthetic-incidents.ts';

const timezone = 'America/Chicago';

interface Asked {
  /** What is special about it, where a method is asked more than once. */
  readonly as?: string;
  readonly parameters: RunRequestInput['parameters'];
  /** The incidents of one category alone, compared with all where the method compares. */
  readonly category?: number;
  /** Larger sizes are refused, or take minutes. */
  readonly most?: number;
}

const BURGLARY = 3;

/** With what the question panel asks for, and the sizes of the budgets where they name one. */
export const ASKED: Readonly<Record<MethodId, readonly Asked[]>> = {
  counts: [
    { parameters: { cell: 200, timezone } },
    { as: 'on areas', parameters: { on: 'areas', timezone } },
    { as: 'harm on areas', parameters: { on: 'areas', weight: 'harm', timezone } },
  ],
  'kernel-density': [
    { parameters: { cell: 200, bandwidth: 500 } },
    { as: 'harm', parameters: { cell: 200, bandwidth: 500, weight: 'harm' } },
  ],
  'local-gi-star': [{ parameters: { cell: 200 } }],
  'local-moran': [{ parameters: { cell: 200, permutations: 999 } }],
  change: [{ parameters: { timezone } }],
  'near-repeat': [{ parameters: { timezone }, most: 100_000 }],
  'data-clock': [{ parameters: { timezone } }],
  trend: [{ parameters: { timezone } }],
  bursts: [{ parameters: { timezone } }],
  dbscan: [{ parameters: { radius: 50, minimum: 60 } }],
  concentration: [
    { parameters: { place: 'position' } },
    { as: 'by street', parameters: { place: 'street' } },
    { as: 'by area', parameters: { place: 'area' } },
  ],
  'emerging-hotspots': [{ parameters: { cell: 200, periodDays: 30, timezone } }],
  scan: [
    { as: 'space and time', parameters: { timezone } },
    { as: 'residents', parameters: { model: 'poisson' } },
    { as: 'burglary among all', parameters: { model: 'bernoulli' }, category: BURGLARY },
  ],
  'asset-rings': [{ parameters: {} }],
  'dual-density': [
    { as: 'burglary among all', parameters: { cell: 200, bandwidth: 500 }, category: BURGLARY },
    { as: 'residents', parameters: { comparison: 'people', cell: 200, bandwidth: 500 } },
  ],
  'location-quotient': [{ as: 'burglary among all', parameters: {}, category: BURGLARY }],
  'risk-terrain': [{ parameters: {} }],
  'nearest-neighbour': [{ parameters: {} }],
  'point-pattern-test': [
    { parameters: { timezone } },
    { as: 'on areas', parameters: { on: 'areas', timezone } },
  ],
  'hit-rate': [{ parameters: { timezone } }],
};

const RUNS = 3;

export async function runRows(
  incidents: SyntheticIncidents,
  wanted: (task: string) => boolean,
): Promise<Row[]> {
  const size = incidents.x.length;
  const asked = Object.entries(ASKED).flatMap(([method, some]) =>
    some.map((one) => ({ ...one, method, task: nameOf(method, one) })),
  );
  const chosen = asked.filter(({ task }) => wanted(task));
  if (chosen.length === 0) return [];
  const { path, execArgv } = workerFile('jobs');
  const pool = new Piscina<Task, Outcome>({ filename: path, name: 'runTask', execArgv, maxThreads: 1 });
  const sample = { incidents, columns: syntheticColumns(incidents), places: runPlaces(incidents) };
  const rows: Row[] = [];
  for (const { task, method, most, ...one } of chosen) {
    const row = { task, size, who: OURS };
    process.stderr.write(`${size} ${task}\n`);
    if (size > (most ?? Infinity))
      rows.push({ ...row, seconds: `not asked above ${most?.toLocaleString('en')}` });
    else
      rows.push({
        ...row,
        ...(await measured(pool, taskOf(sample, method, one), sample.places.areasFrom).catch(failed)),
      });
  }
  await pool.destroy();
  return rows;
}

function nameOf(method: string, { as }: Asked): string {
  return `whole run in a worker: ${method}${as === undefined ? '' : `, ${as}`}`;
}

interface Sample {
  readonly incidents: SyntheticIncidents;
  readonly columns: ReturnType<typeof syntheticColumns>;
  readonly places: RunPlaces;
}

function taskOf(
  { incidents, columns, places }: Sample,
  method: string,
  { parameters, category }: Asked,
): Task {
  const request = runRequest.parse({ method, parameters });
  const ids =
    category === undefined ? columns.id : columns.id.filter((_, i) => incidents.category[i] === category);
  return {
    request: { method: request.method, parameters: request.parameters } as Task['request'],
    datasets: [columns],
    ids,
    against: againstOf(request) ? columns.id : null,
    regions: null,
    period: { from: null, to: null },
    places: neededOf(request, places),
    shapes: [],
    spare: true,
    control: new Int32Array(new SharedArrayBuffer(8)),
  };
}

function againstOf(request: RunRequest): boolean {
  return (methodOf(request).against?.(request.parameters) ?? null) !== null;
}

/** A worker is sent what its method looks at, and no more. */
function neededOf(request: RunRequest, places: RunPlaces): Places {
  const kinds = methodOf(request).places?.(request.parameters) ?? [];
  const pick = <Kind extends PlaceKind>(kind: Kind): Places[Kind] =>
    kinds.includes(kind) ? places[kind] : NO_PLACES[kind];
  return { areas: pick('areas'), streets: pick('streets'), assets: pick('assets'), harm: pick('harm') };
}

async function measured(
  pool: Piscina<Task, Outcome>,
  task: Task,
  areasFrom: string,
): Promise<Pick<Row, 'seconds' | 'note'>> {
  const first = await timed(pool, task);
  if (first.outcome.kind === 'refused') return { seconds: 'refused', note: first.outcome.reason };
  if (first.outcome.kind !== 'done') return { seconds: first.outcome.kind };
  const size = Math.round(first.outcome.result.length / 1000);
  const all: { seconds: number; heard: number }[] = [];
  for (let i = 0; i < RUNS; i++) all.push(await timed(pool, task));
  const seconds = median(all.map((one) => one.seconds));
  const heard = median(all.map((one) => one.heard));
  const notes = [`${size} kB`, `first word ${ms(heard)}`, `longest silence ${ms(silence(task))}`];
  if (task.places.areas.length > 0) notes.push(areasFrom);
  const { tooFew } = first.outcome.summary;
  if (tooFew !== null) notes.push(`TOO FEW: ${tooFew.reason}`);
  if (seconds > LEAST_TO_CANCEL) notes.push(`cancelled in ${ms(await cancelled(pool, task, seconds / 2))}`);
  return { seconds, note: notes.join('; ') };
}

/** Seconds; shorter runs have ended before anybody can stop them. */
const LEAST_TO_CANCEL = 0.05;

function ms(seconds: number): string {
  return `${Math.round(seconds * 1000)} ms`;
}

/** Seconds to the end, and to the first sign of progress. */
async function timed(pool: Piscina<Task, Outcome>, task: Task) {
  Atomics.store(task.control, CANCELLED, 0);
  Atomics.store(task.control, PROGRESS, 0);
  const start = performance.now();
  const since = () => (performance.now() - start) / 1000;
  let heard = NaN;
  const watch = setInterval(() => {
    if (Number.isNaN(heard) && Atomics.load(task.control, PROGRESS) > 0) heard = since();
  }, 1);
  const outcome = await pool.run(task);
  clearInterval(watch);
  const seconds = since();
  return { outcome, seconds, heard: Number.isNaN(heard) ? seconds : heard };
}

/** Seconds from the wish to stop, so far into the run, to the end. */
async function cancelled(pool: Piscina<Task, Outcome>, task: Task, after: number): Promise<number> {
  Atomics.store(task.control, CANCELLED, 0);
  let asked = NaN;
  const wish = setTimeout(() => {
    asked = performance.now();
    Atomics.store(task.control, CANCELLED, 1);
  }, after * 1000);
  await pool.run(task);
  clearTimeout(wish);
  return Number.isNaN(asked) ? 0 : (performance.now() - asked) / 1000;
}

/** Seconds from one word of a run to the next, from its begin to its end with table and digest. */
function silence(task: Task): number {
  const once = () => {
    let longest = 0;
    let last = performance.now();
    const listen = () => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    };
    outcomeOf(task, listen);
    listen();
    return longest / 1000;
  };
  // The first warms it up, as the runs before were.
  once();
  return once();
}
