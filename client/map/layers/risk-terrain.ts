import { defineMessage } from 'react-intl';
import type { TerrainClass } from '../results/risk-terrain.ts';
import { dataOf } from '../run-result.ts';
import { classLayer } from './class-cells.ts';

/** Steps of one ramp, even in lightness: more is darker (lighter on a dark map), in print too. */
export const riskTerrain = classLayer<TerrainClass>({
  id: 'risk-terrain',
  title: defineMessage({ id: 'map.layer.terrain', defaultMessage: 'Risk terrain' }),
  cellsOf: ({ result }) => dataOf(result, 'risk-terrain')?.cells ?? null,
  none: 'terrainLowest',
  onlyFound: true,
  classes: [
    { name: 'terrain1', label: 'terrain1', colour: ({ sequential }) => sequential[1] },
    { name: 'terrain2', label: 'terrain2', colour: ({ sequential }) => sequential[2] },
    { name: 'terrain3', label: 'terrain3', colour: ({ sequential }) => sequential[4] },
    { name: 'terrain4', label: 'terrain4', colour: ({ sequential }) => sequential[6] },
  ],
});
