import type { IncidentFilter } from './domain/incident-filter.ts';
import { localMonths } from './domain/local-months.ts';
import type { ManualLink, Store, Viewer } from './store/ports.ts';

/** Two years: each month has its own of the year before. */
export const MONTHS = 24;
const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;

export interface Month {
  from: string;
  before: string;
  count: number;
}

/** Incidents of a case in each of the last whole months of the data, the oldest first, whatever period its rule names. */
export async function countMonths(
  store: Store,
  viewer: Viewer,
  rule: IncidentFilter | null,
  manual: readonly ManualLink[],
): Promise<Month[]> {
  const end = await endOfData(store, viewer, rule?.datasets);
  if (end === null) return [];
  const zone = localMonths((await store.settings.get('workspace.timezone')) ?? 'UTC');
  // The month of the newest incident counts only when it is over by then.
  const after = zone.monthOf(Math.floor(end / MINUTE_MS) + DAY_MINUTES);
  const instant = (month: number) => new Date(zone.startOf(month) * MINUTE_MS).toISOString();
  const { datasets, categories, areas, geometry } = rule ?? {};
  const place = { datasets, categories, areas, geometry };
  const byRule = await Promise.all(
    Array.from({ length: MONTHS }, async (_, i) => {
      const period = { from: instant(after - MONTHS + i), to: instant(after - MONTHS + i + 1) };
      const count = rule === null ? 0 : await store.incidents.count(viewer, { ...place, ...period });
      return { from: period.from, before: period.to, count };
    }),
  );
  return manual.length === 0 ? byRule : byHand(store, viewer, byRule, rule && place, manual);
}

/**
 * The same months with what was put in by hand and without what was taken out, so that they count the incidents of the case.
 * Only what the viewer sees as it is: of a square nobody is told which incidents are in it.
 */
async function byHand(
  store: Store,
  viewer: Viewer,
  months: readonly Month[],
  place: IncidentFilter | null,
  manual: readonly ManualLink[],
): Promise<Month[]> {
  const found = await store.incidents.byIds(
    viewer,
    manual.map(({ incidentId }) => incidentId),
  );
  const period = { from: months[0].from, to: months[MONTHS - 1].before };
  const ids = place ? await store.incidents.matching(viewer, { ...place, ...period }) : [];
  const matched = new Set(ids);
  const verdicts = new Map(manual.map(({ incidentId, verdict }) => [incidentId, verdict]));
  const changes = found.flatMap(({ id, occurredFrom }) => {
    if (occurredFrom === null) return [];
    const at = Date.parse(occurredFrom);
    const verdict = verdicts.get(id);
    if (verdict === 'in' && !matched.has(id)) return [{ at, by: 1 }];
    return verdict === 'out' && matched.has(id) ? [{ at, by: -1 }] : [];
  });
  return months.map((month) => {
    const inside = changes.filter(({ at }) => at >= Date.parse(month.from) && at < Date.parse(month.before));
    return { ...month, count: inside.reduce((count, { by }) => count + by, month.count) };
  });
}

/** When the newest incident of these data sets happened, as exactly as the viewer is told. */
async function endOfData(store: Store, viewer: Viewer, ids: readonly number[] | undefined) {
  const sets = (await store.datasets.list()).filter(
    ({ kind, id }) => kind === 'incidents' && (!ids || ids.length === 0 || ids.includes(id)),
  );
  const seen = await Promise.all(sets.map((set) => store.incidents.asSeen(viewer, set)));
  const ends = seen.flatMap(({ to }) => (to === null ? [] : [Date.parse(to)]));
  return ends.length === 0 ? null : Math.max(...ends);
}
