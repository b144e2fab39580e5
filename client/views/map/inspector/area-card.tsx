import { useMemo } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useRemoveArea, useRestoreArea } from '../../../api/areas.ts';
import type { Area } from '../../../api/records.ts';
import { useMay } from '../../../api/session.ts';
import { Button } from '../../../ui/button.tsx';
import { showToast } from '../../../ui/toast.tsx';
import { useMapContext } from '../map-context.ts';
import { MeasureText } from '../measure-text.tsx';
import panelStyles from '../panels/panels.module.css';
import { useAreaCounts } from '../use-area-counts.ts';
import { Facts } from './facts.tsx';
import styles from './inspector.module.css';

export function AreaCard({ area }: { area: Area }) {
  const intl = useIntl();
  const mayCount = useMay('incident.overview');
  const mayChange = useMay('area.change');
  const { search, change, records } = useMapContext();
  const only = useMemo(() => [area], [area]);
  const count = useAreaCounts(only)?.get(area.id);
  const parent = records.areas?.find(({ id }) => id === area.parentId);
  const filtered = search.areas?.includes(area.id) ?? false;
  const toggle = () => {
    const rest = (search.areas ?? []).filter((id) => id !== area.id);
    const next = filtered ? rest : [...rest, area.id].sort((a, b) => a - b);
    change({ areas: next.length > 0 ? next : undefined });
  };
  return (
    <>
      <p className={styles.title}>{area.name}</p>
      <Facts
        facts={[
          [
            intl.formatMessage({ id: 'map.areaCard.kind', defaultMessage: 'Kind' }),
            intl.formatMessage(
              {
                id: 'map.areaCard.kindName',
                defaultMessage:
                  '{kind, select, country {Country} region {Region} district {District} neighbourhood {Neighbourhood} beat {Beat} other {Drawn area}}',
              },
              { kind: area.kind },
            ),
          ],
          [
            intl.formatMessage({ id: 'map.areaCard.parent', defaultMessage: 'Part of' }),
            parent?.name ?? null,
          ],
          [
            intl.formatMessage({ id: 'map.areaCard.count', defaultMessage: 'Incidents under the filter' }),
            mayCount ? (count === undefined ? '…' : intl.formatNumber(count)) : null,
          ],
          [
            intl.formatMessage({ id: 'map.areaCard.population', defaultMessage: 'Residents' }),
            area.population === null ? null : intl.formatNumber(area.population),
          ],
          [
            intl.formatMessage({ id: 'map.areaCard.dwellings', defaultMessage: 'Dwellings' }),
            area.dwellings === null ? null : intl.formatNumber(area.dwellings),
          ],
        ]}
      />
      <MeasureText geometry={area.geometry} />
      <div className={panelStyles.row}>
        {mayCount ? (
          <Button onPress={toggle}>
            {filtered ? (
              <FormattedMessage id="map.areaCard.unfilter" defaultMessage="Take out of the filter" />
            ) : (
              <FormattedMessage id="map.areaCard.filter" defaultMessage="Only incidents here" />
            )}
          </Button>
        ) : null}
        {mayChange && area.kind === 'custom' && area.datasetId === null ? <RemoveArea area={area} /> : null}
      </div>
    </>
  );
}

function RemoveArea({ area }: { area: Area }) {
  const intl = useIntl();
  const { search, change } = useMapContext();
  const remove = useRemoveArea();
  const restore = useRestoreArea();
  const take = () =>
    remove.mutate(area, {
      onSuccess: () => {
        const rest = search.areas?.filter((id) => id !== area.id);
        change({ sel: undefined, areas: rest?.length ? rest : undefined });
        showToast({
          text: intl.formatMessage({ id: 'map.areaCard.removed', defaultMessage: 'The area was deleted.' }),
          action: {
            label: intl.formatMessage({ id: 'map.undo', defaultMessage: 'Undo' }),
            onPress: () => restore.mutate(area.id),
          },
        });
      },
      onError: (error) => showToast({ text: error.message, tone: 'attention' }),
    });
  return (
    <Button kind="quiet" onPress={take} isPending={remove.isPending}>
      <FormattedMessage id="map.areaCard.remove" defaultMessage="Delete" />
    </Button>
  );
}
