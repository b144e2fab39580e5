import { defineMessage } from 'react-intl';
import type { ChainResult } from '../results/near-repeat.ts';
import { dataOf } from '../run-result.ts';
import { shapeLayer } from './found-shapes.ts';

/** Incidents in chains from which full marks would be one carpet. */
const MANY = 2000;

export const chains = shapeLayer<ChainResult>({
  id: 'chains',
  title: defineMessage({ id: 'map.layer.chains', defaultMessage: 'Chains of near repeats' }),
  dataOf: ({ result }) => dataOf(result, 'near-repeat'),
  shapesOf: ({ incidents }) => {
    const scale = incidents.length > MANY ? 0.5 : 1;
    return incidents.map(({ position, chain, first }) => ({
      id: String(chain),
      geometry: { type: 'Point', coordinates: position },
      strong: !first,
      radius: (first ? 6 : 5) * scale,
    }));
  },
  legendOf: ({ incidents }, { hot, halo }) => [
    {
      kind: 'swatches',
      items: [
        {
          colour: halo,
          shape: 'ring',
          ring: hot[2],
          label: { key: 'chainFirst' },
          count: incidents.filter(({ first }) => first).length,
        },
        {
          colour: hot[2],
          shape: 'circle',
          label: { key: 'chainLater' },
          count: incidents.filter(({ first }) => !first).length,
        },
      ],
    },
  ],
});
