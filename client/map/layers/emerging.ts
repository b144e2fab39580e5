import { defineMessage } from 'react-intl';
import type { MarkerShape } from '../marker-shapes.ts';
import type { Palette } from '../palette.ts';
import type { FoundPattern } from '../results/emerging-hotspots.ts';
import { dataOf } from '../run-result.ts';
import { classLayer } from './class-cells.ts';

/** Step of the colour, and the shape that tells the pattern: hot and cold share shapes, not colours. */
const LOOKS: Readonly<Record<string, { readonly step: 0 | 1 | 2; readonly mark: MarkerShape }>> = {
  new: { step: 2, mark: 'star' },
  consecutive: { step: 2, mark: 'square' },
  intensifying: { step: 2, mark: 'triangle' },
  persistent: { step: 2, mark: 'circle' },
  emerging: { step: 2, mark: 'star' },
  diminishing: { step: 1, mark: 'pentagon' },
  oscillating: { step: 1, mark: 'diamond' },
  sporadic: { step: 0, mark: 'cross' },
  intermittent: { step: 1, mark: 'diamond' },
  historical: { step: 0, mark: 'bar' },
  former: { step: 0, mark: 'bar' },
};

/** In the order of the legend. */
const PATTERNS: readonly FoundPattern[] = [
  'new_hot',
  'consecutive_hot',
  'intensifying_hot',
  'persistent_hot',
  'emerging_hot',
  'diminishing_hot',
  'oscillating_hot',
  'sporadic_hot',
  'intermittent_hot',
  'historical_hot',
  'former_hot',
  'new_cold',
  'consecutive_cold',
  'intensifying_cold',
  'persistent_cold',
  'emerging_cold',
  'diminishing_cold',
  'oscillating_cold',
  'sporadic_cold',
  'intermittent_cold',
  'historical_cold',
  'former_cold',
  'mixed',
];

function classOf(name: FoundPattern) {
  const [pattern, side] = name.split('_');
  const { step, mark } = LOOKS[pattern] ?? { step: 1, mark: 'pentagon' };
  const colour = ({ hot, cold, otherCategory }: Palette) =>
    side === 'hot' ? hot[step] : side === 'cold' ? cold[2 - step] : otherCategory;
  return { name, label: name, mark, colour };
}

export const emerging = classLayer<FoundPattern>({
  id: 'emerging',
  title: defineMessage({ id: 'map.layer.emerging', defaultMessage: 'Emerging and fading hotspots' }),
  cellsOf: ({ result }) => dataOf(result, 'emerging-hotspots')?.cells ?? null,
  classes: PATTERNS.map(classOf),
  none: 'noPattern',
  onlyFound: true,
});
