import { defineMessages, useIntl } from 'react-intl';
import type { MapName } from '../../../../map/results/hit-rate.ts';

export const MAP_NAMES: readonly MapName[] = ['counts', 'density', 'gi-star', 'same-season'];

export const MAP_TEXTS = defineMessages({
  counts: { id: 'map.hit.counts', defaultMessage: 'Counts so far' },
  density: { id: 'map.hit.density', defaultMessage: 'Kernel density' },
  'gi-star': { id: 'map.hit.giStar', defaultMessage: 'Gi*' },
  'same-season': { id: 'map.hit.sameSeason', defaultMessage: 'The same season a year before' },
} satisfies Record<MapName, { id: string; defaultMessage: string }>);

export function useMapName(): (map: MapName) => string {
  const intl = useIntl();
  return (map) => intl.formatMessage(MAP_TEXTS[map]);
}
