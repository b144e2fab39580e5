import { defineMessage } from 'react-intl';
import type { ClusterResult } from '../results/dbscan.ts';
import { dataOf } from '../run-result.ts';
import { type FoundShape, shapeLayer } from './found-shapes.ts';

/** Ranks are written on the largest clusters only: more would hide the map. */
const NAMED = 20;

export const clusters = shapeLayer<ClusterResult>({
  id: 'clusters',
  title: defineMessage({ id: 'map.layer.clusters', defaultMessage: 'Clusters of incidents' }),
  dataOf: ({ result }) => dataOf(result, 'dbscan'),
  shapesOf: (data) =>
    data.clusters.map(
      ({ rank, geometry, centre }): FoundShape => ({
        id: String(rank),
        geometry,
        strong: true,
        ...(rank <= NAMED ? { label: { text: String(rank), at: centre } } : {}),
      }),
    ),
  legendOf: ({ clusters: found }, { hot }) => [
    {
      kind: 'swatches',
      items: [{ colour: hot[2], shape: 'line', label: { key: 'cluster' }, count: found.length }],
    },
  ],
});
