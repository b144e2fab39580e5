/** The whole task of a worker thread: selection by id, projection, grid, method, hotspots, Arrow, digest. */

import { type RunRequestInput, runRequest } from '../server/jobs/contract.ts';
import { methodOf } from '../server/jobs/methods.ts';
import { runTask } from '../server/jobs/run-task.ts';
import { studyArea } from '../server/jobs/study-area.ts';
import { NO_PLACES, type Task } from '../server/jobs/task.ts';
import { medianSeconds, OURS, type Row } from './measure.ts';
import { type SyntheticIncidents, syntheticColumns } from './synthetic-incidents.ts';

const timezone = 'America/Chicago';
/** With what the question panel asks for, and the sizes of the budgets where they name one. */
const ASKED: readonly (Pick<RunRequestInput, 'method' | 'parameters'> & { most?: number })[] = [
  { method: 'kernel-density', parameters: { cell: 200, bandwidth: 500 } },
  { method: 'local-gi-star', parameters: { cell: 200 } },
  { method: 'local-moran', parameters: { cell: 200, permutations: 999 } },
  { method: 'change', parameters: { timezone } },
  { method: 'emerging-hotspots', parameters: { cell: 200, periodDays: 30, timezone } },
  { method: 'data-clock', parameters: { timezone } },
  { method: 'concentration', parameters: { place: 'position' } },
  { method: 'dbscan', parameters: { radius: 50, minimum: 60 } },
  { method: 'near-repeat', parameters: { timezone }, most: 100_000 },
  { method: 'hit-rate', parameters: { timezone } },
];

export function runRows(incidents: SyntheticIncidents, wanted: (task: string) => boolean): Row[] {
  const columns = syntheticColumns(incidents);
  const size = incidents.x.length;
  return ASKED.filter(({ method }) => wanted(nameOf(method))).map(({ method, parameters, most }) => {
    const row = { task: nameOf(method), size, who: OURS };
    if (size > (most ?? Infinity))
      return { ...row, seconds: `not asked above ${most?.toLocaleString('en')}` };
    const request = runRequest.parse({ method, parameters });
    const task: Task = {
      request: { method: request.method, parameters: request.parameters } as Task['request'],
      datasets: [columns],
      ids: columns.id,
      against: null,
      regions: null,
      period: { from: null, to: null },
      places: NO_PLACES,
      shapes: [],
      control: new Int32Array(2),
    };
    const outcome = runTask(task);
    if (outcome.kind !== 'done') return { ...row, seconds: outcome.kind };
    const note = `${Math.round(outcome.result.length / 1000)} kB; longest silence ${Math.round(silence(task))} ms`;
    return { ...row, seconds: medianSeconds(() => runTask(task), 3), note };
  });
}

function nameOf(method: string): string {
  return `whole run in a worker: ${method}`;
}

/** Milliseconds from one report of progress to the next, where a cancel is seen too. */
function silence(task: Task): number {
  let longest = 0;
  let last = performance.now();
  const checkpoint = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const study = studyArea(task, checkpoint);
  methodOf(task.request).run(study, task.request.parameters, checkpoint);
  checkpoint();
  return longest;
}
