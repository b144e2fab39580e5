import { COLUMN_NAMES, type IncidentColumns } from '../../analysis/incident-columns.ts';
import { NotFound } from '../errors.ts';
import type { Backend } from './backend.ts';
import { emptyColumns } from './empty-columns.ts';
import type { Database } from './tables.ts';

export interface VersionedColumns {
  version: number;
  columns: IncidentColumns;
}

/** A data set may change under the reader's feet; it does not change this often. */
const TRIES = 5;

/**
 * The columns of every data set in use, over shared memory. Each version is loaded once, whoever asks and however many ask;
 * when a newer one is asked for, the older is let go.
 */
export class ColumnCache {
  readonly #backend: Backend;
  readonly #known = new Map<number, { version: number; columns: Promise<IncidentColumns | null> }>();

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  async get(datasetId: number): Promise<VersionedColumns> {
    for (let tries = 0; tries < TRIES; tries++) {
      const version = await this.#currentVersion(datasetId);
      const columns = await this.#load(datasetId, version);
      if (columns) return { version, columns };
    }
    throw new Error('The columns of a data set cannot be read because the data set keeps changing.');
  }

  async #currentVersion(datasetId: number): Promise<number> {
    const row = await this.#backend.db
      .selectFrom('dataset')
      .select('version')
      .where('id', '=', datasetId)
      .where('kind', '=', 'incidents')
      .where('deleted_at', 'is', null)
      .executeTakeFirst();
    if (row) return row.version;
    this.#known.delete(datasetId);
    throw new NotFound('data set of incidents');
  }

  /** Null when the data set has another version by now. */
  #load(datasetId: number, version: number): Promise<IncidentColumns | null> {
    const kept = this.#known.get(datasetId);
    if (kept && kept.version === version) return kept.columns;
    const columns = loadOrRebuild(this.#backend, datasetId, version);
    const entry = { version, columns };
    this.#known.set(datasetId, entry);
    const forget = () => {
      if (this.#known.get(datasetId) === entry) this.#known.delete(datasetId);
    };
    columns.then((found) => found ?? forget(), forget);
    return columns;
  }
}

async function loadOrRebuild(
  backend: Backend,
  datasetId: number,
  version: number,
): Promise<IncidentColumns | null> {
  const stored = await readColumns(backend.db, datasetId, version);
  if (stored || !(await backend.rebuildSnapshot(datasetId, version))) return stored;
  return readColumns(backend.db, datasetId, version);
}

/** One column a query, so that other work passes between two of them. */
async function readColumns(
  db: Database,
  datasetId: number,
  version: number,
): Promise<IncidentColumns | null> {
  let columns: ReturnType<typeof emptyColumns> | null = null;
  for (const name of COLUMN_NAMES) {
    const row = await db
      .selectFrom('column_snapshot')
      .select('bytes')
      .where('dataset_id', '=', datasetId)
      .where('version', '=', version)
      .where('name', '=', name)
      .executeTakeFirst();
    if (!row) return null;
    columns ??= emptyColumns(row.bytes.byteLength / Uint32Array.BYTES_PER_ELEMENT, true);
    const column = columns[name];
    new Uint8Array(column.buffer, column.byteOffset, column.byteLength).set(row.bytes);
    await new Promise(setImmediate);
  }
  return columns;
}
