import { EllipsisVertical, MapPin, Pencil, Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useDatasets, useRemoveDataset, useRestoreDataset } from '../../api/datasets.ts';
import type { Dataset } from '../../api/records.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { IfMay } from '../../if-may.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Menu } from '../../ui/menu.tsx';
import { showFailure, showToast } from '../../ui/toast.tsx';
import styles from './data.module.css';
import { DatasetDialog } from './dataset-dialog.tsx';
import { KIND_WORDS } from './import-words.ts';
import { Period } from './period.tsx';
import { useShowOnMap } from './use-show-on-map.ts';

export function DatasetList({ empty }: { empty: ReactNode }) {
  const intl = useIntl();
  const { data: datasets, error } = useDatasets();
  const [edited, setEdited] = useState<Dataset | null>(null);
  const remove = useRemoveWithUndo();
  return (
    <>
      <ErrorNotice error={error} />
      {datasets?.length === 0 ? (
        <EmptyState
          title={intl.formatMessage({ id: 'data.empty', defaultMessage: 'No data yet' })}
          action={empty}
        >
          <FormattedMessage
            id="data.empty.text"
            defaultMessage="Load incidents from a CSV file, or areas, community assets and streets from GeoJSON."
          />
        </EmptyState>
      ) : null}
      <ul className={styles.cards}>
        {datasets?.map((dataset) => (
          <DatasetCard
            key={dataset.id}
            dataset={dataset}
            onEdit={() => setEdited(dataset)}
            onRemove={() => remove(dataset)}
          />
        ))}
      </ul>
      {edited ? <DatasetDialog dataset={edited} onClose={() => setEdited(null)} /> : null}
    </>
  );
}

interface DatasetCardProps {
  dataset: Dataset;
  onEdit: () => void;
  onRemove: () => void;
}

function DatasetCard({ dataset, onEdit, onRemove }: DatasetCardProps) {
  const intl = useIntl();
  const show = useShowOnMap();
  return (
    <li className={styles.card}>
      <div className={styles.cardMain}>
        <h2 className={styles.cardTitle}>
          {dataset.name}
          {dataset.origin === 'demo' ? (
            <Badge tone="amber">
              <FormattedMessage id="frame.demo" defaultMessage="Fictional demo" />
            </Badge>
          ) : null}
        </h2>
        <p className={styles.facts}>
          <Badge>{intl.formatMessage(KIND_WORDS[dataset.kind])}</Badge>
          <span>
            <FormattedMessage
              id="data.rows"
              defaultMessage="{count, plural, one {# row} other {# rows}}"
              values={{ count: dataset.count }}
            />
          </span>
          <Period from={dataset.from} to={dataset.to} timezone={dataset.timezone} />
          {dataset.kind === 'incidents' ? <span>{dataset.timezone.replaceAll('_', ' ')}</span> : null}
          <span>
            <FormattedMessage
              id="data.version"
              defaultMessage="version {version}"
              values={{ version: dataset.version }}
            />
          </span>
        </p>
        {dataset.note ? <p className={styles.quiet}>{dataset.note}</p> : null}
      </div>
      <Button size="small" onPress={() => show(dataset)} isDisabled={dataset.bounds === null}>
        <MapPin aria-hidden />
        <FormattedMessage id="data.show" defaultMessage="Show on the map" />
      </Button>
      <IfMay action="dataset.change">
        {' '}
        <Menu
          label={intl.formatMessage(
            { id: 'data.more', defaultMessage: 'More about {name}' },
            { name: dataset.name },
          )}
          trigger={
            <IconButton
              label={intl.formatMessage(
                { id: 'data.more', defaultMessage: 'More about {name}' },
                { name: dataset.name },
              )}
              icon={<EllipsisVertical aria-hidden />}
            />
          }
          actions={[
            {
              id: 'edit',
              label: intl.formatMessage({ id: 'data.edit', defaultMessage: 'Rename or describe' }),
              icon: <Pencil aria-hidden size={16} />,
              onAction: onEdit,
            },
            {
              id: 'remove',
              label: intl.formatMessage({ id: 'data.remove', defaultMessage: 'Remove' }),
              icon: <Trash2 aria-hidden size={16} />,
              onAction: onRemove,
            },
          ]}
        />
      </IfMay>
    </li>
  );
}

function useRemoveWithUndo() {
  const intl = useIntl();
  const remove = useRemoveDataset();
  const restore = useRestoreDataset();
  return (dataset: Dataset) =>
    remove.mutateAsync(dataset).then(
      () =>
        showToast({
          text: intl.formatMessage(
            { id: 'data.removed', defaultMessage: '{name} was removed.' },
            { name: dataset.name },
          ),
          action: {
            label: intl.formatMessage({ id: 'data.undo', defaultMessage: 'Undo' }),
            onPress: () => restore.mutateAsync(dataset.id).catch(showFailure),
          },
        }),
      showFailure,
    );
}
