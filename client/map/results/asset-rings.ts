import type { Table } from 'apache-arrow';
import { numbers, type Position, type ResultReader } from './result-table.ts';

export interface RingedAsset {
  readonly asset: number;
  readonly position: Position;
  /** Incidents within the first ring. */
  readonly count: number;
}

export interface RingsResult {
  readonly assets: readonly RingedAsset[];
}

export const assetRingsReader: ResultReader<'asset-rings', RingsResult> = {
  read: (table: Table) => {
    const [asset, lon, lat, count] = ['asset', 'lon', 'lat', 'count'].map((name) => numbers(table, name));
    const assets = Array.from(
      asset,
      (id, i): RingedAsset => ({ asset: id, position: [lon[i], lat[i]], count: count[i] }),
    );
    return { assets };
  },
  placeOf: ({ assets }, id) => {
    const found = assets.find(({ asset }) => String(asset) === id);
    return found ? { type: 'Point', coordinates: found.position } : null;
  },
};
