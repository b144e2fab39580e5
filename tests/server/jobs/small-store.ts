import { type IncidentColumns, MISSING } from '../../../analysis/incident-columns.ts';
import { preparePolygon } from '../../../analysis/prepared-polygon.ts';
import { seededRandom } from '../../../analysis/random.ts';
import { select } from '../../../analysis/selection.ts';
import type { IncidentFilter } from '../../../server/domain/incident-filter.ts';
import type {
  AnalysisRun,
  Annotation,
  Area,
  Asset,
  Category,
  Dataset,
  Incident,
  Store,
  Street,
} from '../../../server/store/ports.ts';

export const viewer = { userId: 'u1', grants: [{ tier: 'exact', area: null }] } as const;
export const clock = { now: () => new Date('2026-01-02T03:04:05.000Z') };

/** A town of 10 km with an even scatter and one dense corner near 10.03, 50.02. */
export function townColumns(count: number, unlocated = 0): IncidentColumns {
  const random = seededRandom(7);
  const places = Array.from({ length: count }, (_, i): [number, number] => {
    if (i % 4 === 0) return [10.03 + random.normal() * 0.002, 50.02 + random.normal() * 0.0015];
    return [10 + (random.next() - 0.5) * 0.14, 50 + (random.next() - 0.5) * 0.09];
  });
  return sharedColumns(places, unlocated);
}

export function sharedColumns(places: readonly [number, number][], unlocated = 0): IncidentColumns {
  const length = places.length + unlocated;
  const shared = (bytes: number) => new SharedArrayBuffer(bytes * length);
  const columns = {
    length,
    id: new Uint32Array(shared(4)),
    lon: new Int32Array(shared(4)).fill(MISSING),
    lat: new Int32Array(shared(4)).fill(MISSING),
    from: new Int32Array(shared(4)),
    duration: new Uint16Array(shared(2)),
    category: new Uint16Array(shared(2)).fill(1),
    flags: new Uint8Array(shared(1)),
  };
  for (let i = 0; i < length; i++) columns.id[i] = i + 1;
  places.forEach(([lon, lat], i) => {
    columns.lon[i] = Math.round(lon * 1e7);
    columns.lat[i] = Math.round(lat * 1e7);
  });
  return columns;
}

/** The table of harm a committee adopted: weights by the id of the category. */
interface HarmInUse {
  readonly table: string;
  readonly weights: Readonly<Record<number, number | null>>;
}

/** The ports the jobs use, over plain memory. */
export function smallStore(
  columns: IncidentColumns,
  areas: Area[] = [],
  places: { streets?: Street[]; assets?: Asset[]; harm?: HarmInUse; annotations?: Annotation[] } = {},
) {
  const runs = new Map<string, AnalysisRun & { key: string; result?: Uint8Array }>();
  let version = 1;
  const change = (id: string, more: Partial<AnalysisRun> & { result?: Uint8Array }) => {
    const run = runs.get(id);
    if (run === undefined) throw new Error(`no run ${id}`);
    Object.assign(run, more);
    return run;
  };
  const parts = {
    settings: {
      get: async (key: string) =>
        key === 'workspace.timezone'
          ? 'Asia/Tokyo'
          : key === 'workspace.harmTable'
            ? (places.harm?.table ?? null)
            : null,
    },
    categories: {
      list: async () =>
        Object.entries(places.harm?.weights ?? {}).map(
          ([id, harmWeight]) => ({ id: Number(id), harmWeight }) as Category,
        ),
    },
    streets: { list: async () => places.streets ?? [] },
    assets: { list: async () => places.assets ?? [] },
    annotations: {
      get: async (id: string) => places.annotations?.find((each) => each.id === id) ?? null,
    },
    datasets: {
      list: async () => [
        { id: 3, kind: 'incidents', count: columns.length, timezone: 'America/New_York' } as Dataset,
      ],
    },
    areas: {
      list: async () => areas,
      get: async (id: number) => areas.find((area) => area.id === id) ?? null,
    },
    incidents: {
      exactAreas: async () => [],
      exactColumns: async () => ({ version, columns }),
      async matching(_: unknown, filter: IncidentFilter) {
        const shapes = filter.areas?.map((id) => areas.find((area) => area.id === id)?.geometry);
        const polygons = shapes?.flatMap((shape) => (shape ? [preparePolygon(shape)] : []));
        const drawn = filter.geometry && preparePolygon(filter.geometry);
        const categories = filter.categories && new Set(filter.categories);
        const rows = select(columns, { categories, polygons: polygons ?? (drawn && [drawn]) });
        return rows.map((row) => columns.id[row]);
      },
      byIds: async (_: unknown, ids: readonly number[]) =>
        ids.map((id) => ({ id, placeText: 'Market Street' }) as Incident),
    },
    runs: {
      get: async (id: string) => runs.get(id) ?? null,
      findDone: async (key: string) =>
        [...runs.values()].find((run) => run.key === key && run.state === 'done') ?? null,
      async begin(input: Parameters<Store['runs']['begin']>[0], act: { actor: string | null; at: string }) {
        const id = `run-${runs.size + 1}`;
        const run = {
          ...input,
          id,
          state: 'running' as const,
          summary: null,
          digest: null,
          failure: null,
          createdBy: act.actor ?? '',
          createdAt: act.at,
          finishedAt: null,
        };
        runs.set(id, run);
        return { ...run };
      },
      finish: async (
        id: string,
        outcome: { summary: Record<string, unknown>; result: Uint8Array; digest: string },
        at: string,
      ) => change(id, { ...outcome, state: 'done', finishedAt: at }),
      fail: async (id: string, state: 'failed' | 'cancelled', failure: string, at: string) =>
        change(id, { state, failure, finishedAt: at }),
      result: async (id: string) => runs.get(id)?.result ?? null,
    },
  };
  return {
    // The jobs use no other port.
    store: parts as unknown as Store,
    runs,
    nextVersion: () => {
      version++;
    },
  };
}
