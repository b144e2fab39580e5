import type { BeforeAfter } from '../../analysis/weighted-displacement.ts';
import {
  areasOf,
  COUNTED_AREAS,
  type CountedArea,
  type EvaluationPlan,
  type PlanPeriod,
} from '../domain/case/evaluation-plan.ts';
import { groundOf, liesIn } from '../domain/lies-in.ts';
import { Unusable } from '../errors.ts';
import { WITHIN } from '../jobs/run-reach.ts';
import type { Store, Viewer } from '../store/ports.ts';

export type AreaCounts = Partial<Record<CountedArea, number>>;

export interface PlanCounts {
  readonly before: AreaCounts;
  /** Incidents of either period that lie in more than one area. */
  readonly countedTwice: number;
}

/** Incidents seen as they are in each area of the plan in the period before. */
export async function countBefore(store: Store, viewer: Viewer, plan: EvaluationPlan): Promise<PlanCounts> {
  await requireSight(store, viewer, plan);
  if (plan.before === null) return { before: {}, countedTwice: 0 };
  const found = await idsIn(store, viewer, plan, plan.before);
  const before: AreaCounts = {};
  for (const [area, ids] of found) before[area] = ids.length;
  const all = found.reduce((sum, [, ids]) => sum + ids.length, 0);
  const once = new Set(found.flatMap(([, ids]) => [...ids])).size;
  return { before, countedTwice: all - once };
}

/** Ids before and after, of each area of the plan. */
export type PlanIncidents = Partial<Record<CountedArea, readonly [before: Uint32Array, after: Uint32Array]>>;

/** Both periods, for the test. */
export async function readBoth(
  store: Store,
  viewer: Viewer,
  plan: EvaluationPlan & { before: PlanPeriod; after: PlanPeriod },
): Promise<PlanIncidents> {
  await requireSight(store, viewer, plan);
  const before = await idsIn(store, viewer, plan, plan.before);
  const after = new Map(await idsIn(store, viewer, plan, plan.after));
  const found: PlanIncidents = {};
  for (const [area, ids] of before) found[area] = [ids, after.get(area) ?? new Uint32Array()];
  return found;
}

export function countsOf(incidents: PlanIncidents): Partial<Record<CountedArea, BeforeAfter>> {
  const counts: Partial<Record<CountedArea, BeforeAfter>> = {};
  for (const area of COUNTED_AREAS) {
    const ids = incidents[area];
    if (ids) counts[area] = [ids[0].length, ids[1].length];
  }
  return counts;
}

/** Incidents of each area from the beginning to the end of each part of the period after. */
export async function countCourse(
  store: Store,
  viewer: Viewer,
  plan: EvaluationPlan,
  parts: readonly PlanPeriod[],
): Promise<Record<CountedArea, number>[]> {
  const soFar: Record<CountedArea, number>[] = [];
  for (const part of parts) {
    const counts = { treated: 0, control: 0, buffer: 0, controlBuffer: 0 };
    for (const [area, ids] of await idsIn(store, viewer, plan, part)) counts[area] = ids.length;
    soFar.push(counts);
  }
  return soFar;
}

async function idsIn(
  store: Store,
  viewer: Viewer,
  plan: EvaluationPlan,
  period: PlanPeriod,
): Promise<[CountedArea, Uint32Array][]> {
  const found: [CountedArea, Uint32Array][] = [];
  for (const area of areasOf(plan)) {
    const geometry = plan[area];
    if (geometry === null) continue;
    found.push([area, await store.incidents.matching(viewer, { ...plan.outcome, ...period, geometry })]);
  }
  return found;
}

/** Whoever sees the incidents of some areas alone would count too few elsewhere, and not know it. */
async function requireSight(store: Store, viewer: Viewer, plan: EvaluationPlan): Promise<void> {
  const limits = await store.incidents.exactAreas(viewer);
  if (limits.length === 0) return;
  const areas = await Promise.all(limits.map(([id]) => store.areas.get(id)));
  const grounds = areas.flatMap((area) => (area ? [groundOf(area.geometry)] : []));
  for (const name of areasOf(plan)) {
    const shape = plan[name];
    if (shape !== null && !grounds.some((ground) => liesIn(shape, ground)))
      throw new Unusable(
        'outside_your_sight',
        'An area of the plan lies outside the area of your role, where you see no incidents. Ask somebody whose role holds everywhere.',
        [{ pointer: `/plan/${name}`, detail: 'Lies outside the area of your role.' }],
      );
  }
}

/** What was read, with its versions: the same again gives the same numbers. */
export async function versionsRead(
  store: Store,
  viewer: Viewer,
  { outcome }: EvaluationPlan,
): Promise<{ dataVersion: Record<string, number>; dataUntil: string | null }> {
  const dataVersion: Record<string, number> = {};
  for (const [id, version] of await store.incidents.exactAreas(viewer))
    dataVersion[`${WITHIN}${id}`] = version;
  const all = (await store.datasets.list()).filter(({ kind }) => kind === 'incidents');
  const read = all
    .filter(({ id }) => outcome.datasets === undefined || outcome.datasets.includes(id))
    .sort((a, b) => a.id - b.id);
  let dataUntil: string | null = null;
  for (const { id, to } of read) {
    dataVersion[String(id)] = (await store.incidents.exactColumns(viewer, id)).version;
    if (to !== null && (dataUntil === null || to > dataUntil)) dataUntil = to;
  }
  return { dataVersion, dataUntil };
}
