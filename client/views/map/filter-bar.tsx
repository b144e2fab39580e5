import { Layers, ListFilter, MessageCircleQuestion, PencilRuler, Table2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components';
import { FormattedMessage, useIntl } from 'react-intl';
import { useMay } from '../../api/session.ts';
import type { MapSearch } from '../../search.ts';
import { Chip } from '../../ui/chip.tsx';
import styles from './filter-bar.module.css';
import { useMapContext } from './map-context.ts';
import { usePeriodText } from './period-text.ts';

/** Over the map: which panel is open, which parts of the filter are on, how many incidents are left. */
export function FilterBar() {
  return (
    <div className={styles.bar}>
      <PanelButtons />
      <FilterChips />
      <Count />
    </div>
  );
}

function PanelButtons() {
  const intl = useIntl();
  const { search, change } = useMapContext();
  const mayAsk = useMay('run.start');
  const mayFilter = useMay('incident.overview');
  const mayDraw = useMay('annotation.change');
  const button = (panel: NonNullable<MapSearch['panel']>, label: string, icon: ReactNode) => (
    <ToggleButton
      className={styles.panelButton}
      isSelected={search.panel === panel}
      onChange={(on) => change({ panel: on ? panel : undefined }, 'replace')}
      aria-label={label}
    >
      {icon}
      <span className={styles.panelLabel}>{label}</span>
    </ToggleButton>
  );
  return (
    <div
      role="toolbar"
      aria-label={intl.formatMessage({ id: 'map.panels', defaultMessage: 'Panels of the map' })}
      className={styles.panels}
    >
      {mayAsk &&
        button(
          'questions',
          intl.formatMessage({ id: 'map.panel.questions', defaultMessage: 'Questions' }),
          <MessageCircleQuestion aria-hidden size={18} />,
        )}
      {button(
        'layers',
        intl.formatMessage({ id: 'map.panel.layers', defaultMessage: 'Layers' }),
        <Layers aria-hidden size={18} />,
      )}
      {mayFilter &&
        button(
          'filters',
          intl.formatMessage({ id: 'map.panel.filters', defaultMessage: 'Filters' }),
          <ListFilter aria-hidden size={18} />,
        )}
      {button(
        'table',
        intl.formatMessage({ id: 'map.panel.table', defaultMessage: 'Table' }),
        <Table2 aria-hidden size={18} />,
      )}
      {mayDraw &&
        button(
          'draw',
          intl.formatMessage({ id: 'map.panel.draw', defaultMessage: 'Draw' }),
          <PencilRuler aria-hidden size={18} />,
        )}
    </div>
  );
}

function FilterChips() {
  const intl = useIntl();
  const { search, change, records } = useMapContext();
  const period = usePeriodText();
  const open = () => change({ panel: 'filters' }, 'replace');
  const named = (ids: readonly number[] | undefined, items: readonly { id: number; name: string }[] = []) =>
    ids?.length === 1 ? (items.find(({ id }) => id === ids[0])?.name ?? null) : null;
  const chip = (key: string, text: string, patch: Partial<MapSearch>) => (
    <Chip
      key={key}
      onPress={open}
      onRemove={() => change(patch)}
      removeLabel={intl.formatMessage(
        { id: 'map.chip.remove', defaultMessage: 'Remove filter {text}' },
        { text },
      )}
    >
      {text}
    </Chip>
  );
  const { categories = [], areas = [], datasets = [] } = search;
  return (
    <div className={styles.chips}>
      {categories.length > 0 &&
        chip(
          'categories',
          named(categories, records.categories) ??
            intl.formatMessage(
              {
                id: 'map.chip.categories',
                defaultMessage: '{count, plural, one {# category} other {# categories}}',
              },
              { count: categories.length },
            ),
          { categories: undefined },
        )}
      {areas.length > 0 &&
        chip(
          'areas',
          named(areas, records.areas) ??
            intl.formatMessage(
              { id: 'map.chip.areas', defaultMessage: '{count, plural, one {# area} other {# areas}}' },
              { count: areas.length },
            ),
          { areas: undefined },
        )}
      {(search.from || search.to) && chip('period', period, { from: undefined, to: undefined })}
      {datasets.length > 0 &&
        chip(
          'datasets',
          named(datasets, records.datasets) ??
            intl.formatMessage(
              {
                id: 'map.chip.datasets',
                defaultMessage: '{count, plural, one {# data set} other {# data sets}}',
              },
              { count: datasets.length },
            ),
          { datasets: undefined },
        )}
    </div>
  );
}

function Count() {
  const { incidents } = useMapContext();
  const mayRead = useMay('incident.overview');
  const { counts } = incidents;
  if (!mayRead)
    return (
      <p className={styles.count} data-testid="incident-count">
        <FormattedMessage
          id="map.count.none"
          defaultMessage="Your role shows cases, areas and assets, not incidents."
        />
      </p>
    );
  return (
    <p className={styles.count} role="status" data-testid="incident-count">
      {counts ? (
        <>
          <FormattedMessage
            id="map.count"
            defaultMessage="<b>{total, number}</b> of {all, plural, one {# incident} other {# incidents}}"
            values={{
              total: counts.total,
              all: counts.all,
              b: (text) => <strong key="total">{text}</strong>,
            }}
          />
          {incidents.squares ? (
            <span className={styles.unlocated}>
              {' · '}
              <FormattedMessage
                id="map.count.squares"
                defaultMessage="shown as squares and months{hidden, plural, =0 {} other {, # more not shown}}"
                values={{ hidden: incidents.squares.hidden ?? 0 }}
              />
            </span>
          ) : null}
          {counts.total > counts.located ? (
            <span className={styles.unlocated}>
              {' · '}
              <FormattedMessage
                id="map.count.unlocated"
                defaultMessage="{unlocated, number} not located"
                values={{ unlocated: counts.total - counts.located }}
              />
            </span>
          ) : null}
        </>
      ) : incidents.failure ? null : (
        <FormattedMessage id="map.count.loading" defaultMessage="Loading incidents…" />
      )}
    </p>
  );
}
