import type { IncidentColumns } from '../../analysis/incident-columns.ts';
import type { IncidentFilter } from '../domain/incident-filter.ts';
import { NotFound } from '../errors.ts';
import type { Store, Viewer } from '../store/ports.ts';
import type { Region } from './task.ts';

/** What a filter reads, as of now. */
export interface RunData {
  readonly datasets: readonly IncidentColumns[];
  readonly regions: readonly Region[] | null;
  /** Data set id, or `area:` and the area id -> version. */
  readonly dataVersion: Record<string, number>;
}

export async function readRunData(store: Store, viewer: Viewer, filter: IncidentFilter): Promise<RunData> {
  const dataVersion: Record<string, number> = {};
  const datasets: IncidentColumns[] = [];
  for (const id of await wantedDatasets(store, filter)) {
    const { version, columns } = await store.incidents.columns(viewer, id);
    dataVersion[String(id)] = version;
    datasets.push(columns);
  }
  const regions: Region[] = [];
  if (filter.areas !== undefined) {
    const union: Region = [];
    for (const id of filter.areas) {
      const area = await store.areas.get(id);
      if (area === null) throw new NotFound('area');
      dataVersion[`area:${id}`] = area.version;
      union.push(...polygonsOf(area.geometry));
    }
    regions.push(union);
  }
  if (filter.geometry !== undefined) regions.push(polygonsOf(filter.geometry));
  return { datasets, regions: regions.length > 0 ? regions : null, dataVersion };
}

async function wantedDatasets(store: Store, filter: IncidentFilter): Promise<number[]> {
  const all = await store.datasets.list();
  const ids = all.filter(({ kind }) => kind === 'incidents').map(({ id }) => id);
  const wanted = filter.datasets === undefined ? ids : ids.filter((id) => filter.datasets?.includes(id));
  return wanted.sort((a, b) => a - b);
}

function polygonsOf(geometry: NonNullable<IncidentFilter['geometry']>): Region {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}
