import { defineMessage } from 'react-intl';
import type { ScanResult } from '../results/scan.ts';
import { dataOf } from '../run-result.ts';
import { shapeLayer } from './found-shapes.ts';

export const scanCircles = shapeLayer<ScanResult>({
  id: 'scan-circles',
  title: defineMessage({ id: 'map.layer.scan', defaultMessage: 'Circles of the scan' }),
  dataOf: ({ result }) => dataOf(result, 'scan'),
  shapesOf: (data) =>
    data.clusters.map(({ rank, geometry, centre, significant }) => ({
      id: String(rank),
      geometry,
      strong: significant,
      label: { text: String(rank), at: centre },
    })),
  legendOf: ({ clusters }, { hot }) => [
    {
      kind: 'swatches',
      items: [
        {
          colour: hot[2],
          shape: 'line',
          label: { key: 'scanCluster' },
          count: clusters.filter(({ significant }) => significant).length,
        },
        {
          colour: hot[2],
          shape: 'dash',
          label: { key: 'scanChance' },
          count: clusters.filter(({ significant }) => !significant).length,
        },
      ],
    },
  ],
});
