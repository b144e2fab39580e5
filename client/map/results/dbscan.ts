import type { Table } from 'apache-arrow';
import type { SummaryOf } from '../../api/runs.ts';
import { numbers, type Position, placeOfRank, type ResultReader } from './result-table.ts';

export interface ClusteredIncident {
  readonly id: number;
  readonly position: Position;
  readonly cluster: number;
  readonly core: boolean;
}

export interface ClusterResult {
  readonly clusters: SummaryOf<'dbscan'>['clusters'];
  readonly incidents: readonly ClusteredIncident[];
}

export const dbscanReader: ResultReader<'dbscan', ClusterResult> = {
  read: (table: Table, { clusters }) => {
    const [id, lon, lat] = ['id', 'lon', 'lat'].map((name) => numbers(table, name));
    const [cluster, role] = ['cluster', 'role'].map((name) => numbers(table, name));
    const incidents = Array.from(
      id,
      (one, i): ClusteredIncident => ({
        id: one,
        position: [lon[i], lat[i]],
        cluster: cluster[i],
        core: role[i] === 2,
      }),
    );
    return { clusters, incidents };
  },
  placeOf: ({ clusters }, id) => placeOfRank(clusters, id),
};
