import { defineMessage } from 'react-intl';
import type { RingsResult } from '../results/asset-rings.ts';
import { dataOf } from '../run-result.ts';
import { discRadius } from './disc-radius.ts';
import { shapeLayer } from './found-shapes.ts';

/** Assets by the incidents within the first ring; those without any are left out. */
export const riskyAssets = shapeLayer<RingsResult>({
  id: 'risky-assets',
  title: defineMessage({ id: 'map.layer.riskyAssets', defaultMessage: 'Incidents near assets' }),
  dataOf: ({ result }) => dataOf(result, 'asset-rings'),
  shapesOf: ({ assets }) => {
    const most = Math.max(...assets.map(({ count }) => count), 1);
    return assets
      .filter(({ count }) => count > 0)
      .map(({ asset, position, count }) => ({
        id: String(asset),
        geometry: { type: 'Point', coordinates: position },
        strong: true,
        radius: discRadius(count, most),
      }));
  },
  legendOf: ({ assets }, { hot }) => [
    {
      kind: 'swatches',
      items: [
        {
          colour: hot[2],
          shape: 'circle',
          label: { key: 'riskyAsset' },
          count: assets.filter(({ count }) => count > 0).length,
        },
      ],
    },
  ],
});
