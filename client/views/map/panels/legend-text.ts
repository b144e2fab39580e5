import { defineMessages, useIntl } from 'react-intl';
import type { LegendKey, Swatch } from '../../../map/legend.ts';

const TEXTS = defineMessages({
  hot3: { id: 'map.legend.hot3', defaultMessage: 'Hot, z 5 or more' },
  hot2: { id: 'map.legend.hot2', defaultMessage: 'Hot, z 3 to 5' },
  hot1: { id: 'map.legend.hot1', defaultMessage: 'Hot, z below 3' },
  notSignificant: { id: 'map.legend.notSignificant', defaultMessage: 'Could be chance: not filled' },
  cold1: { id: 'map.legend.cold1', defaultMessage: 'Cold, z above −3' },
  cold2: { id: 'map.legend.cold2', defaultMessage: 'Cold, z −3 to −5' },
  cold3: { id: 'map.legend.cold3', defaultMessage: 'Cold, z −5 or less' },
  otherCategories: { id: 'map.legend.otherCategories', defaultMessage: 'All other categories' },
  area: { id: 'map.legend.area', defaultMessage: 'Official area' },
  customArea: { id: 'map.legend.customArea', defaultMessage: 'Drawn area' },
  street: { id: 'map.legend.street', defaultMessage: 'Street' },
  river: { id: 'map.legend.river', defaultMessage: 'River' },
  problem: { id: 'map.legend.problem', defaultMessage: 'Problem case; its badge shows the stage' },
  annotation: { id: 'map.legend.annotation', defaultMessage: 'Note' },
} satisfies Record<LegendKey, { id: string; defaultMessage: string }>);

export function useLegendText(): (label: Swatch['label']) => string {
  const intl = useIntl();
  return (label) => ('text' in label ? label.text : intl.formatMessage(TEXTS[label.key]));
}
