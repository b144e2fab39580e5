import type { DemoAnswer } from '../data/demo/north-road-analysis.ts';
import { dataZone } from './data-zone.ts';
import { type RunRequest, runRequest } from './jobs/contract.ts';
import { methodOf } from './jobs/methods.ts';
import { namePlaces } from './jobs/name-places.ts';
import { periodOf, readRunData } from './jobs/run-data.ts';
import { runKey, tidyFilter } from './jobs/run-key.ts';
import { outcomeOf } from './jobs/run-task.ts';
import type { Act, Problem, Store, Viewer } from './store/ports.ts';

/**
 * Asks the questions of a case of its incidents and keeps the answers, as the workbench does when somebody asks: the same
 * question asked again finds these very runs. Their ids by name.
 */
export async function keepDemoAnswers(
  store: Store,
  viewer: Viewer,
  problem: Problem,
  answers: readonly DemoAnswer[],
  act: Act,
): Promise<Map<string, string>> {
  const kept = new Map<string, string>();
  for (const [i, { name, method, parameters, about, note }] of answers.entries()) {
    // A minute apart: they are listed in this order.
    const asked = { ...act, at: new Date(Date.parse(act.at) + i * 60_000).toISOString() };
    const { geometry: _, ...everywhere } = problem.rule ?? {};
    const filter = tidyFilter(about === 'case' ? (problem.rule ?? {}) : everywhere);
    const timezone = await dataZone(store, filter.datasets);
    const zoned = method === 'data-clock' ? { ...parameters, timezone } : parameters;
    const runId = await answer(store, viewer, runRequest.parse({ method, parameters: zoned, filter }), asked);
    await store.exhibits.add({ problemId: problem.id, runId, note }, asked);
    kept.set(name, runId);
  }
  return kept;
}

async function answer(store: Store, viewer: Viewer, request: RunRequest, act: Act): Promise<string> {
  const { method, parameters, filter } = request;
  const methodVersion = methodOf(request).version;
  const { dataVersion, ...read } = await readRunData(store, viewer, request);
  const key = runKey(request, methodVersion, dataVersion);
  // Of a start that was broken off halfway.
  const there = await store.runs.findDone(key);
  if (there) return there.id;
  const { id } = await store.runs.begin({ method, methodVersion, parameters, filter, dataVersion, key }, act);
  const ids = await store.incidents.matching(viewer, filter);
  const outcome = outcomeOf({ request, ids, against: null, period: periodOf(filter), ...read }, () => {});
  if (outcome.kind !== 'done') throw new Error(`The demo area gives no answer to ${method}.`);
  const summary = await namePlaces(store, viewer, outcome.summary, outcome.naming);
  const { result, digest } = outcome;
  await store.runs.finish(id, { summary, result, digest }, act.at);
  return id;
}
