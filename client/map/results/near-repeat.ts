import type { Table } from 'apache-arrow';
import type { MultiPoint } from 'geojson';
import { numbers, type Position, type ResultReader } from './result-table.ts';

export interface ChainedIncident {
  readonly id: number;
  readonly position: Position;
  /** 1 is the longest chain. */
  readonly chain: number;
  /** No incident it is linked to came before it. */
  readonly first: boolean;
}

export interface ChainResult {
  readonly incidents: readonly ChainedIncident[];
}

export const nearRepeatReader: ResultReader<'near-repeat', ChainResult> = {
  read: (table: Table) => {
    const [id, lon, lat] = ['id', 'lon', 'lat'].map((name) => numbers(table, name));
    const [chain, earlier] = ['chain', 'earlier'].map((name) => numbers(table, name));
    const incidents = Array.from(
      id,
      (one, i): ChainedIncident => ({
        id: one,
        position: [lon[i], lat[i]],
        chain: chain[i],
        first: earlier[i] === 0,
      }),
    );
    return { incidents };
  },
  placeOf: ({ incidents }, id): MultiPoint | null => {
    const own = incidents.filter(({ chain }) => String(chain) === id);
    return own.length > 0 ? { type: 'MultiPoint', coordinates: own.map(({ position }) => position) } : null;
  },
};
