import type { Bounds } from '../domain/geometry.ts';
import type { Backend } from './backend.ts';
import { boundsOf } from './geometry-bounds.ts';
import { isoOrNull } from './instants.ts';
import { parsed } from './json.ts';
import type { DatasetKind, Street } from './ports.ts';
import { readInChunks } from './read-in-chunks.ts';
import type { Database } from './tables.ts';

/** What a data set holds. */
export interface Contents {
  count: number;
  bounds: Bounds | null;
  from: string | null;
  to: string | null;
}

interface DatasetVersion {
  id: number;
  kind: DatasetKind;
  version: number;
}

const CHUNK = 2000;
/** A data set may change under the reader's feet; it does not change this often. */
const TRIES = 5;
const NOTHING: Contents = { count: 0, bounds: null, from: null, to: null };

/** Reads contents; those of a version are found once. */
export function contentsReader(backend: Backend): (dataset: DatasetVersion) => Promise<Contents> {
  const known = new Map<number, { version: number; contents: Promise<Contents> }>();
  return (dataset) => {
    const kept = known.get(dataset.id);
    if (kept?.version === dataset.version) return kept.contents;
    const contents = read(backend, dataset);
    known.set(dataset.id, { version: dataset.version, contents });
    contents.catch(() => known.delete(dataset.id));
    return contents;
  };
}

function read(backend: Backend, { id, kind, version }: DatasetVersion): Promise<Contents> {
  switch (kind) {
    case 'incidents':
      return incidentContents(backend, id, version);
    case 'areas':
      return areaContents(backend.db, id);
    case 'assets':
      return assetContents(backend.db, id);
    case 'streets':
      return streetContents(backend.db, id);
  }
}

/** From the summary that is written with the columns; never by counting incidents. */
async function incidentContents(backend: Backend, id: number, wanted: number): Promise<Contents> {
  let version = wanted;
  for (let tries = 0; tries < TRIES; tries++) {
    const summary = await backend.db
      .selectFrom('dataset_summary')
      .selectAll()
      .where('dataset_id', '=', id)
      .executeTakeFirst();
    if (summary && summary.version >= version)
      return {
        count: summary.count,
        bounds: boundsFrom(summary),
        from: isoOrNull(summary.time_from),
        to: isoOrNull(summary.time_to),
      };
    if (!(await backend.rebuildSnapshot(id, version))) version = await versionOf(backend.db, id);
  }
  throw new Error('The summary of a data set cannot be read because the data set keeps changing.');
}

async function versionOf(db: Database, id: number): Promise<number> {
  const row = await db.selectFrom('dataset').select('version').where('id', '=', id).executeTakeFirstOrThrow();
  return row.version;
}

async function areaContents(db: Database, id: number): Promise<Contents> {
  const row = await db
    .selectFrom('area')
    .select(({ fn }) => [
      fn.countAll<number>().as('count'),
      fn.min('min_lon').as('min_lon'),
      fn.min('min_lat').as('min_lat'),
      fn.max('max_lon').as('max_lon'),
      fn.max('max_lat').as('max_lat'),
    ])
    .where('dataset_id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow();
  return { ...NOTHING, count: Number(row.count), bounds: boundsFrom(row) };
}

async function assetContents(db: Database, id: number): Promise<Contents> {
  const row = await db
    .selectFrom('asset')
    .select(({ fn }) => [
      fn.countAll<number>().as('count'),
      fn.min('lon').as('min_lon'),
      fn.min('lat').as('min_lat'),
      fn.max('lon').as('max_lon'),
      fn.max('lat').as('max_lat'),
    ])
    .where('dataset_id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow();
  return { ...NOTHING, count: Number(row.count), bounds: boundsFrom(row) };
}

async function streetContents(db: Database, id: number): Promise<Contents> {
  const positions: number[][] = [];
  let count = 0;
  const chunks = readInChunks(CHUNK, 0, (after) =>
    db
      .selectFrom('street')
      .select(['id', 'geometry'])
      .where('dataset_id', '=', id)
      .where('id', '>', after)
      .orderBy('id')
      .limit(CHUNK)
      .execute(),
  );
  for await (const { geometry } of chunks) {
    count++;
    const box = boundsOf(parsed<Street['geometry']>(geometry).coordinates);
    if (box) positions.push([box[0], box[1]], [box[2], box[3]]);
  }
  return { ...NOTHING, count, bounds: boundsOf(positions) };
}

function boundsFrom(row: {
  min_lon: number | null;
  min_lat: number | null;
  max_lon: number | null;
  max_lat: number | null;
}): Bounds | null {
  const { min_lon, min_lat, max_lon, max_lat } = row;
  if (min_lon === null || min_lat === null || max_lon === null || max_lat === null) return null;
  return [min_lon, min_lat, max_lon, max_lat];
}
