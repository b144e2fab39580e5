import type { IncidentColumns } from '../../analysis/incident-columns.ts';
import type { BeforeAfter } from '../../analysis/weighted-displacement.ts';
import { type EvaluationHarm, harmOf, type KindCounts } from '../domain/case/evaluation-harm.ts';
import { COUNTED_AREAS, type CountedArea, type EvaluationPlan } from '../domain/case/evaluation-plan.ts';
import type { Store, Viewer } from '../store/ports.ts';
import type { PlanIncidents } from './count-areas.ts';

type Cells = Partial<Record<CountedArea, [before: number, after: number]>>;

/** What the test would be if incidents counted by their harm; null while no table was adopted. */
export async function weighHarm(
  store: Store,
  viewer: Viewer,
  plan: EvaluationPlan,
  incidents: PlanIncidents,
): Promise<EvaluationHarm | null> {
  const table = await store.settings.get('workspace.harmTable');
  if (!table) return null;
  const weights = new Map((await store.categories.list()).map(({ id, harmWeight }) => [id, harmWeight]));
  if ([...weights.values()].every((weight) => weight === null)) return null;
  const kinds = [...(await countByKind(store, viewer, plan, incidents))].map(
    ([kind, cells]): KindCounts => ({
      weight: weights.get(kind) ?? null,
      counts: cells as Partial<Record<CountedArea, BeforeAfter>>,
    }),
  );
  return harmOf(plan, kinds, table);
}

async function countByKind(
  store: Store,
  viewer: Viewer,
  { outcome }: EvaluationPlan,
  incidents: PlanIncidents,
): Promise<Map<number, Cells>> {
  const kinds = new Map<number, Cells>();
  for (const { id, kind } of await store.datasets.list()) {
    if (kind !== 'incidents' || outcome.datasets?.includes(id) === false) continue;
    const { columns } = await store.incidents.exactColumns(viewer, id);
    for (const area of COUNTED_AREAS)
      incidents[area]?.forEach((ids, period) => {
        addKinds(kinds, columns, ids, (cells) => {
          cells[area] ??= [0, 0];
          cells[area][period]++;
        });
      });
  }
  return kinds;
}

/** Both lists of ids ascend: one pass. */
function addKinds(
  kinds: Map<number, Cells>,
  { id, category, length }: IncidentColumns,
  ids: Uint32Array,
  add: (cells: Cells) => void,
): void {
  let row = 0;
  for (const wanted of ids) {
    row = firstFrom(id, length, row, wanted);
    if (row === length) return;
    if (id[row] !== wanted) continue;
    const cells = kinds.get(category[row]) ?? {};
    kinds.set(category[row], cells);
    add(cells);
  }
}

/** The first row at or after `from` whose id is not below `wanted`. */
function firstFrom(id: Uint32Array, length: number, from: number, wanted: number): number {
  let low = from;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (id[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
