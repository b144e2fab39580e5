import type { Backend } from './backend.ts';
import { parsed } from './json.ts';
import type { Street, StreetStore } from './ports.ts';
import { readInChunks } from './read-in-chunks.ts';

const CHUNK = 2000;

export function streetStore({ db }: Backend): StreetStore {
  return {
    async list() {
      const streets: Street[] = [];
      const chunks = readInChunks(CHUNK, 0, (after) =>
        db
          .selectFrom('street')
          .innerJoin('dataset', 'dataset.id', 'street.dataset_id')
          .selectAll('street')
          .where('dataset.deleted_at', 'is', null)
          .where('street.id', '>', after)
          .orderBy('street.id')
          .limit(CHUNK)
          .execute(),
      );
      for await (const row of chunks)
        streets.push({
          id: row.id,
          datasetId: row.dataset_id,
          name: row.name,
          class: row.class,
          geometry: parsed<Street['geometry']>(row.geometry),
        });
      return streets;
    },
  };
}
