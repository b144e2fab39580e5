import { defineMessages, type MessageDescriptor } from 'react-intl';
import type { MethodId } from './api/runs.ts';

/** What each method is called, wherever its answers are shown. */
export const METHOD_NAMES: Readonly<Record<MethodId, MessageDescriptor>> = defineMessages({
  counts: { id: 'map.method.counts', defaultMessage: 'Counts and rates' },
  'kernel-density': { id: 'map.method.density', defaultMessage: 'Kernel density' },
  'local-gi-star': { id: 'map.method.hotspots', defaultMessage: 'Getis–Ord Gi*' },
  'local-moran': { id: 'map.method.moran', defaultMessage: 'Local Moran' },
  dbscan: { id: 'map.method.dbscan', defaultMessage: 'Clusters of incidents (DBSCAN)' },
  scan: { id: 'map.method.scan', defaultMessage: 'Scan statistic (Kulldorff)' },
  'dual-density': { id: 'map.method.dual', defaultMessage: 'Density against density (risk surface)' },
  change: { id: 'map.method.change', defaultMessage: 'Change between two periods' },
  'emerging-hotspots': { id: 'map.method.emerging', defaultMessage: 'Emerging hotspots' },
  'point-pattern-test': { id: 'map.method.pattern', defaultMessage: 'Point pattern test (Andresen)' },
  'near-repeat': { id: 'map.method.nearRepeat', defaultMessage: 'Near repeat (Knox)' },
  'data-clock': { id: 'map.method.clock', defaultMessage: 'Data clock' },
  trend: { id: 'map.method.trend', defaultMessage: 'Trend' },
  bursts: { id: 'map.method.bursts', defaultMessage: 'Early warning' },
  concentration: { id: 'map.method.concentration', defaultMessage: 'Concentration on places' },
  'asset-rings': { id: 'map.method.rings', defaultMessage: 'Rings round assets' },
  'location-quotient': { id: 'map.method.quotient', defaultMessage: 'Location quotient' },
  'risk-terrain': { id: 'map.method.terrain', defaultMessage: 'Risk terrain' },
  'nearest-neighbour': { id: 'map.method.nearest', defaultMessage: 'Nearest-neighbour index' },
  'hit-rate': { id: 'map.method.hitRate', defaultMessage: 'Hit rates of maps' },
});
