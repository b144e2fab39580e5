import { crc32 } from 'node:zlib';
import type { IncidentColumns } from '../../analysis/incident-columns.ts';
import type { IncidentFilter } from '../domain/incident-filter.ts';
import { NotFound, Unusable } from '../errors.ts';
import type { Annotation, Area, Store, Viewer } from '../store/ports.ts';
import type { Against, RunRequest } from './contract.ts';
import { methodOf } from './methods.ts';
import { WITHIN } from './run-reach.ts';
import {
  type DrawnShape,
  type FilterPeriod,
  NO_PLACES,
  type PlaceArea,
  type PlaceKind,
  type Places,
  type Region,
} from './task.ts';

/** What a request reads, as of now. */
export interface RunData {
  readonly datasets: readonly IncidentColumns[];
  readonly regions: readonly Region[] | null;
  readonly places: Places;
  readonly shapes: readonly DrawnShape[];
  /**
   * Data set id -> version; `area:` or `annotation:` and the id -> version; `within:` and the id of an area to which the
   * sight was limited -> version; `areas`, `assets`, `streets`, `harm` -> check sum of all.
   */
  readonly dataVersion: Record<string, number>;
}

export async function readRunData(
  store: Store,
  viewer: Viewer,
  request: Pick<RunRequest, 'filter' | 'method' | 'parameters'>,
): Promise<RunData> {
  const { filter } = request;
  const dataVersion: Record<string, number> = {};
  const datasets: IncidentColumns[] = [];
  // Somebody who sees some areas only computes on those: another question than the same words of a colleague.
  for (const [id, version] of await store.incidents.exactAreas(viewer))
    dataVersion[`${WITHIN}${id}`] = version;
  for (const id of await wantedDatasets(store, filter)) {
    const { version, columns } = await store.incidents.exactColumns(viewer, id);
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
  const { places, version } = await readPlaces(store, request);
  const drawn = await readShapes(store, request);
  return {
    datasets,
    regions: regions.length > 0 ? regions : null,
    places: { ...NO_PLACES, ...places },
    shapes: drawn.shapes,
    dataVersion: { ...dataVersion, ...version, ...drawn.version },
  };
}

/** The period of a filter in minutes, as the selection of incidents has it. */
export function periodOf({ from, to }: IncidentFilter): FilterPeriod {
  const minute = (instant: string | undefined) =>
    instant === undefined ? null : Math.ceil(Date.parse(instant) / 60_000);
  return { from: minute(from), to: minute(to) };
}

/** The same question about the incidents that those of the filter are compared with. */
export function comparedWith({ categories: _, ...rest }: IncidentFilter, against: Against): IncidentFilter {
  return against === 'all' ? rest : { ...rest, categories: against };
}

/** The drawn shapes that the parameters name. */
async function readShapes(store: Store, request: Pick<RunRequest, 'method' | 'parameters'>) {
  const shapes: DrawnShape[] = [];
  const version: Record<string, number> = {};
  for (const id of methodOf(request).shapes?.(request.parameters) ?? []) {
    const annotation = await store.annotations.get(id);
    if (annotation === null || annotation.deletedAt !== null) throw new NotFound('annotation');
    shapes.push(drawnShape(annotation));
    version[`annotation:${id}`] = annotation.version;
  }
  return { shapes, version };
}

function drawnShape({ id, text, geometry, updatedAt }: Annotation): DrawnShape {
  if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon')
    throw new Unusable('no_polygon', 'A chosen annotation has no area. Choose annotations with a polygon.');
  return { id, text, changedAt: Date.parse(updatedAt) / 60_000, polygons: polygonsOf(geometry) };
}

/** The areas, streets or assets a method looks at, and what their versions come to. */
async function readPlaces(
  store: Store,
  request: Pick<RunRequest, 'method' | 'parameters'>,
): Promise<ReadPlaces> {
  const kinds = methodOf(request).places?.(request.parameters) ?? [];
  const read = await Promise.all(kinds.map((kind) => READERS[kind](store)));
  return {
    places: Object.assign({}, ...read.map(({ places }) => places)),
    version: Object.assign({}, ...read.map(({ version }) => version)),
  };
}

interface ReadPlaces {
  readonly places: Partial<Places>;
  readonly version: Record<string, number>;
}

const READERS: { readonly [Kind in PlaceKind]: (store: Store) => Promise<ReadPlaces> } = {
  areas: readAreas,
  streets: readStreets,
  assets: readAssets,
  harm: readHarm,
};

async function readAssets(store: Store) {
  const assets = (await store.assets.list()).sort((a, b) => a.id - b.id);
  const version = { assets: checkSum(assets.map(({ id, version }) => [id, version])) };
  const placed = assets.map(({ id, name, kind, position: [lon, lat] }) => ({ id, name, kind, lon, lat }));
  return { places: { assets: placed }, version };
}

async function readAreas(store: Store) {
  const areas = (await store.areas.list()).sort((a, b) => a.id - b.id);
  const version = { areas: checkSum(areas.map(({ id, version }) => [id, version])) };
  return { places: { areas: areas.map(placeArea) }, version };
}

function placeArea({ id, name, kind, population, geometry }: Area): PlaceArea {
  return { id, name, kind, population, polygons: polygonsOf(geometry) };
}

/** The weights of all categories, once the table has a name: somebody has to answer for them. */
async function readHarm(store: Store) {
  const [name, categories] = await Promise.all([
    store.settings.get('workspace.harmTable'),
    store.categories.list(),
  ]);
  const given = categories.flatMap(({ id, harmWeight }) =>
    harmWeight === null ? [] : [[id, harmWeight] as const],
  );
  const version = { harm: crc32(JSON.stringify([name, given])) };
  if (!name || given.length === 0) return { places: { harm: null }, version };
  const weights = new Float64Array(Math.max(...given.map(([id]) => id)) + 1).fill(NaN);
  for (const [id, weight] of given) weights[id] = weight;
  return { places: { harm: { version: name, weights } }, version };
}

/** Streets change with their data set alone. */
async function readStreets(store: Store) {
  const [streets, datasets] = await Promise.all([store.streets.list(), store.datasets.list()]);
  const read = datasets.filter(({ kind }) => kind === 'streets').sort((a, b) => a.id - b.id);
  const version = { streets: checkSum(read.map(({ id, version }) => [id, version])) };
  const lines = streets.map(({ id, name, geometry }) => ({
    id,
    name,
    lines: geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates,
  }));
  return { places: { streets: lines }, version };
}

function checkSum(versions: readonly (readonly [number, number])[]): number {
  return crc32(JSON.stringify(versions));
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
