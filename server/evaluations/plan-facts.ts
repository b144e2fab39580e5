import { detectableDrops } from '../domain/case/detectable.ts';
import { checkPlan } from '../domain/case/evaluation-checks.ts';
import type { EvaluationPlan } from '../domain/case/evaluation-plan.ts';
import { concerns } from '../domain/case/recording-change.ts';
import { shapesTouch } from '../domain/case/shapes-touch.ts';
import { dayIn } from '../domain/time-zone.ts';
import type { EvaluationFacts, RecordingChange, Store, Viewer } from '../store/ports.ts';
import { countBefore } from './count-areas.ts';

/** What is known of a plan before its result: counts before, what could be seen, what stands against it. */
export async function planFacts(
  store: Store,
  viewer: Viewer,
  plan: EvaluationPlan,
  now: string,
): Promise<EvaluationFacts> {
  const { before, countedTwice } = await countBefore(store, viewer, plan);
  const recordingChanges = (await changesInside(store, plan)).length;
  return {
    before,
    drops: detectableDrops(plan, before),
    checks: checkPlan(plan, { before, countedTwice, recordingChanges, now }),
  };
}

/** Changes of recording between the first and the last day, about what is counted and where. */
export async function changesInside(store: Store, plan: EvaluationPlan): Promise<RecordingChange[]> {
  const { outcome } = plan;
  if (plan.before === null || plan.after === null) return [];
  const zone = (await store.settings.get('workspace.timezone')) ?? 'UTC';
  const [before, after] = [daysOf(plan.before, zone), daysOf(plan.after, zone)];
  const shapes = [plan.treated, plan.control, plan.buffer, plan.controlBuffer].filter(
    (shape) => shape !== null,
  );
  const found: RecordingChange[] = [];
  for (const change of await store.recordingChanges.list()) {
    if (!concerns(change, { before, after }, outcome.categories)) continue;
    const area = change.areaId === null ? null : await store.areas.get(change.areaId);
    if (area === null || shapes.some((shape) => shapesTouch(shape, area.geometry))) found.push(change);
  }
  return found;
}

/** A marker is a day by the clocks of the workspace, a period begins and ends at its midnight: both are compared as days. */
function daysOf({ from, to }: { readonly from: string; readonly to: string }, zone: string) {
  return { from: dayIn(zone, new Date(from)), to: dayIn(zone, new Date(to)) };
}
