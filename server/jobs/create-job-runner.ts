import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import type { Clock } from '../clock.ts';
import { dataZone } from '../data-zone.ts';
import { AppError } from '../errors.ts';
import type { LiveEvents } from '../live-events.ts';
import type { Log } from '../log.ts';
import type { AnalysisRun, Store, Viewer } from '../store/ports.ts';
import { workerFile } from '../worker-file.ts';
import type { RunProgress, RunRequest } from './contract.ts';
import type { JobRunner } from './job-runner.ts';
import { methodOf } from './methods.ts';
import { namePlaces } from './name-places.ts';
import { comparedWith, periodOf, type RunData, readRunData } from './run-data.ts';
import { runKey, tidyFilter } from './run-key.ts';
import { CANCELLED, type Outcome, PROGRESS, type Task } from './task.ts';

export interface JobParts {
  store: Store;
  clock: Clock;
  live: Pick<LiveEvents, 'publish'>;
  log: Log;
}

const THREADS = 2;
/** Runs waiting for a thread; more than that is a mistake of a script. */
const MOST_WAITING = 50;

interface Work {
  readonly control: Int32Array;
  /** Takes the run out of the queue; one that a thread has taken up is stopped by `control`. */
  readonly queue: AbortController;
  ended: Promise<void>;
}

export function createJobRunner({ store, clock, live, log }: JobParts): JobRunner {
  const file = workerFile('jobs');
  const pool = new Piscina<Task, Outcome>({
    filename: file.path,
    name: 'runTask',
    execArgv: file.execArgv,
    minThreads: 0,
    maxThreads: THREADS,
    idleTimeout: 60_000,
  });
  const working = new Map<string, Work>();
  /** Runs by key, from the first question to the end, so that two equal requests share one run. */
  const byKey = new Map<string, Promise<AnalysisRun>>();
  // A thread that cannot start leaves its task in the queue for ever.
  pool.on('error', (error) => {
    log.error({ err: error }, 'a worker thread of the analysis stopped');
    for (const { control, queue } of working.values())
      if (Atomics.load(control, PROGRESS) === 0) queue.abort();
  });
  const now = () => clock.now().toISOString();
  const announce = (id: string) => live.publish({ object: 'run', id });

  async function begin(
    viewer: Viewer,
    request: RunRequest,
    key: string,
    data: RunData,
  ): Promise<AnalysisRun> {
    const done = await store.runs.findDone(key);
    if (done !== null) {
      byKey.delete(key);
      return done;
    }
    const { method, parameters, filter } = request;
    const methodVersion = methodOf(request).version;
    const { dataVersion } = data;
    const act = { actor: viewer.userId, at: now() };
    const run = await store.runs.begin({ method, methodVersion, parameters, filter, dataVersion, key }, act);
    const work: Work = {
      control: new Int32Array(new SharedArrayBuffer(8)),
      queue: new AbortController(),
      ended: Promise.resolve(),
    };
    working.set(run.id, work);
    work.ended = carryOut(run.id, viewer, request, data, work).finally(() => {
      working.delete(run.id);
      byKey.delete(key);
      announce(run.id);
    });
    announce(run.id);
    return run;
  }

  /** Never rejects: whatever happens is written into the row. */
  async function carryOut(
    id: string,
    viewer: Viewer,
    { method, parameters, filter }: RunRequest,
    { datasets, regions, places, shapes }: RunData,
    { control, queue }: Work,
  ): Promise<void> {
    try {
      const ids = await store.incidents.matching(viewer, filter);
      const question = { method, parameters } as Task['request'];
      const other = methodOf(question).against?.(parameters) ?? null;
      const against = other && (await store.incidents.matching(viewer, comparedWith(filter, other)));
      const period = periodOf(filter);
      const read = { datasets, ids, against, regions, period, places, shapes };
      const spare = working.size === 1 && availableParallelism() > 1;
      const task: Task = { request: question, ...read, spare, control };
      const outcome = await pool.run(task, { signal: queue.signal });
      if (outcome.kind === 'cancelled') await store.runs.fail(id, 'cancelled', 'Cancelled.', now());
      else if (outcome.kind === 'refused') await store.runs.fail(id, 'failed', outcome.reason, now());
      else {
        const summary = await namePlaces(store, viewer, outcome.summary, outcome.naming);
        const { result, digest } = outcome;
        await store.runs.finish(id, { summary, result, digest }, now());
      }
    } catch (error) {
      log.error({ run: id, err: error }, 'analysis run failed');
      await store.runs.fail(id, 'failed', UNEXPECTED, now()).catch((failure: unknown) => {
        log.error({ run: id, err: failure }, 'the failure of a run could not be stored');
      });
    }
  }

  /** With a zone in place of `auto`: a run keeps the zone it was made with. */
  async function settled(request: RunRequest): Promise<RunRequest> {
    const { parameters, filter } = request;
    if (!('timezone' in parameters) || parameters.timezone !== 'auto') return request;
    const timezone = await dataZone(store, filter.datasets);
    return { ...request, parameters: { ...parameters, timezone } } as RunRequest;
  }

  return {
    async start(viewer, given) {
      if (working.size >= MOST_WAITING) throw tooMany();
      const request = await settled({ ...given, filter: tidyFilter(given.filter) });
      const data = await readRunData(store, viewer, request);
      const key = runKey(request, methodOf(request).version, data.dataVersion);
      const same = byKey.get(key);
      if (same !== undefined) return same;
      const run = begin(viewer, request, key, data);
      byKey.set(key, run);
      run.catch(() => byKey.delete(key));
      return run;
    },
    progress(id): RunProgress | null {
      const work = working.get(id);
      if (work === undefined) return null;
      const done = Atomics.load(work.control, PROGRESS) / 1000;
      return { state: done > 0 ? 'running' : 'waiting', done };
    },
    cancel(id) {
      const work = working.get(id);
      if (work === undefined) return false;
      Atomics.store(work.control, CANCELLED, 1);
      return true;
    },
    settled: async (id) => working.get(id)?.ended,
    async close() {
      const left = [...working.values()];
      for (const { control } of left) Atomics.store(control, CANCELLED, 1);
      await Promise.all(left.map(({ ended }) => ended));
      await pool.destroy();
    },
  };
}

const UNEXPECTED = 'The analysis stopped with an unexpected error. The log of the server says more.';

function tooMany(): AppError {
  return new AppError(429, 'too_many_runs', 'Too many analyses are waiting. Try again when some have ended.');
}
