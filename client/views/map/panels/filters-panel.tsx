import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '../../../ui/button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useMapContext } from '../map-context.ts';
import { useAreaCounts } from '../use-area-counts.ts';
import { ChoiceList } from './choice-list.tsx';
import type { MapPanelProps } from './map-panel-props.ts';
import { PeriodFields } from './period-fields.tsx';

/** Every part of the filter, each choice with how many incidents it would bring. */
export function FiltersPanel({ onClose }: MapPanelProps) {
  const intl = useIntl();
  const { search, change, records, incidents } = useMapContext();
  const { counts, totals } = incidents;
  const areas = records.areas ?? [];
  const areaCounts = useAreaCounts(areas);
  const filtered = Boolean(
    search.categories?.length || search.areas?.length || search.datasets?.length || search.from || search.to,
  );
  const clear = () =>
    change({ categories: undefined, areas: undefined, datasets: undefined, from: undefined, to: undefined });
  const orNone = (ids: number[]) => (ids.length > 0 ? ids : undefined);
  return (
    <Panel
      title={intl.formatMessage({ id: 'map.panel.filters', defaultMessage: 'Filters' })}
      onClose={onClose}
      footer={
        <Button onPress={clear} isDisabled={!filtered}>
          <FormattedMessage id="map.filters.clear" defaultMessage="Clear all filters" />
        </Button>
      }
    >
      <PeriodFields />
      <ChoiceList
        title={intl.formatMessage({ id: 'map.filters.categories', defaultMessage: 'Categories' })}
        choices={records.categories
          .filter(({ id }) => totals?.byCategory.has(id))
          .map(({ id, name }) => ({ id, name, count: counts?.byCategory.get(id) ?? 0 }))}
        chosen={search.categories ?? []}
        onChange={(ids) => change({ categories: orNone(ids) })}
      />
      <ChoiceList
        title={intl.formatMessage({ id: 'map.filters.areas', defaultMessage: 'Areas' })}
        choices={areas.map(({ id, name }) => ({ id, name, count: areaCounts?.get(id) ?? null }))}
        chosen={search.areas ?? []}
        onChange={(ids) => change({ areas: orNone(ids) })}
      />
      <ChoiceList
        title={intl.formatMessage({ id: 'map.filters.datasets', defaultMessage: 'Data sets' })}
        choices={(records.datasets ?? [])
          .filter(({ kind }) => kind === 'incidents')
          .map(({ id, name }) => ({ id, name, count: counts?.byDataset.get(id) ?? 0 }))}
        chosen={search.datasets ?? []}
        onChange={(ids) => change({ datasets: orNone(ids) })}
      />
    </Panel>
  );
}
