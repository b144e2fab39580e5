import { useIntl } from 'react-intl';
import type { IncidentFilter } from '../../api/incidents.ts';
import { useMapContext } from './map-context.ts';
import { usePeriodOf } from './period-text.ts';

/** A filter in words: categories, areas, data sets, period. */
export function useFilterText(): (filter: IncidentFilter) => string {
  const intl = useIntl();
  const { records } = useMapContext();
  const periodOf = usePeriodOf();
  const names = (ids: readonly number[], items: readonly { id: number; name: string }[] = []) => {
    const known = ids.slice(0, 3).map((id) => items.find((item) => item.id === id)?.name ?? String(id));
    const list = intl.formatList(known, { type: 'disjunction' });
    return ids.length <= 3
      ? list
      : intl.formatMessage(
          { id: 'map.filterText.more', defaultMessage: '{list} and {count, number} more' },
          { list, count: ids.length - 3 },
        );
  };
  return ({ categories, areas, datasets, from, to, geometry }) => {
    const parts = [
      categories?.length ? names(categories, records.categories) : null,
      areas?.length ? names(areas, records.areas) : null,
      geometry
        ? intl.formatMessage({ id: 'map.filterText.shape', defaultMessage: 'inside the drawn area' })
        : null,
      datasets?.length ? names(datasets, records.datasets) : null,
      from || to ? periodOf(from, to) : null,
    ].filter((part) => part !== null);
    return parts.length > 0
      ? parts.join(' · ')
      : intl.formatMessage({ id: 'map.filterText.all', defaultMessage: 'all incidents' });
  };
}
