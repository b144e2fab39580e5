import { setImmediate as nextTurn } from 'node:timers/promises';
import { finestLevels } from '../domain/dwelling-floor.ts';
import { type LocationMask, maskLocations } from '../domain/location-mask.ts';
import type { VersionedColumns } from './column-cache.ts';
import { dwellingsVersion, readDensity } from './dwelling-areas.ts';
import type { Database } from './tables.ts';

export interface VersionedMask {
  /** The same for the same groups. */
  readonly key: string;
  readonly mask: LocationMask;
}

interface Known {
  readonly key: string;
  readonly mask: Promise<LocationMask>;
}

/** The groups of every data set that somebody sees as squares. Each state is gathered once, whoever asks. */
export class MaskCache {
  readonly #db: Database;
  readonly #known = new Map<number, Known>();

  constructor(db: Database) {
    this.#db = db;
  }

  async get(datasetId: number, { version, columns }: VersionedColumns): Promise<VersionedMask> {
    const { timezone } = await this.#db
      .selectFrom('dataset')
      .select('timezone')
      .where('id', '=', datasetId)
      .executeTakeFirstOrThrow();
    const key = `${version} ${timezone} ${await dwellingsVersion(this.#db)}`;
    const kept = this.#known.get(datasetId);
    if (kept?.key === key) return { key, mask: await kept.mask };
    const entry = { key, mask: this.#gather(columns, timezone) };
    this.#known.set(datasetId, entry);
    entry.mask.catch(() => {
      if (this.#known.get(datasetId) === entry) this.#known.delete(datasetId);
    });
    return { key, mask: await entry.mask };
  }

  async #gather(columns: VersionedColumns['columns'], timezone: string): Promise<LocationMask> {
    const density = await readDensity(this.#db);
    return inTurns(maskLocations(columns, { timezone, finestLevel: finestLevels(density) }));
  }
}

/** Carries out work that stops where others may have a turn. */
export async function inTurns<Result>(work: Generator<void, Result>): Promise<Result> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    await nextTurn();
  }
}
