import { defineMessage } from 'react-intl';
import type { PlacesResult } from '../results/concentration.ts';
import { dataOf } from '../run-result.ts';
import { discRadius } from './disc-radius.ts';
import { shapeLayer } from './found-shapes.ts';

/** The places with most incidents: streets and areas as they are, single positions as discs by their count. */
export const places = shapeLayer<PlacesResult>({
  id: 'places',
  title: defineMessage({ id: 'map.layer.places', defaultMessage: 'Places with most incidents' }),
  dataOf: ({ result }) => dataOf(result, 'concentration'),
  shapesOf: ({ top }) => {
    const most = Math.max(...top.map(({ incidents }) => incidents), 1);
    return top.map(({ rank, geometry, centre, incidents }) => ({
      id: String(rank),
      geometry: geometry ?? { type: 'Point', coordinates: centre },
      strong: true,
      radius: discRadius(incidents, most),
    }));
  },
  legendOf: ({ top }, { hot }) => [
    {
      kind: 'swatches',
      items: [
        {
          colour: hot[2],
          shape: top.some(({ geometry }) => geometry !== null) ? 'line' : 'circle',
          label: { key: 'topPlace' },
          count: top.length,
        },
      ],
    },
  ],
});
