import { useNavigate, useSearch } from '@tanstack/react-router';
import { FileUp } from 'lucide-react';
import { FileTrigger } from 'react-aria-components';
import { FormattedMessage, useIntl } from 'react-intl';
import { useMay } from '../../api/session.ts';
import { IMPORT_FILE_TYPES, useOpenImport } from '../../importing.tsx';
import { Button } from '../../ui/button.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useToday } from '../../use-today.ts';
import { CategoryList } from './category-list.tsx';
import styles from './data.module.css';
import { DatasetList } from './dataset-list.tsx';
import { ImportList } from './import-list.tsx';
import { ProtectedPlaces } from './protected-places.tsx';
import { RecordingChanges } from './recording-changes.tsx';
import { Totals } from './totals.tsx';

const TABS = ['sets', 'imports', 'categories', 'recording', 'places', 'totals'] as const;

export function DatasetsView() {
  const intl = useIntl();
  const { tab = 'sets' } = useSearch({ from: '/data' });
  const navigate = useNavigate();
  const mayImport = useMay('import.change');
  const mayReadImports = useMay('import.read');
  const mayReadSets = useMay('dataset.read');
  const mayAddPlaces = useMay('protected-asset.add');
  const mayReadTotals = useMay('aggregate.read');
  const today = useToday();
  const shown: Record<(typeof TABS)[number], boolean> = {
    sets: mayReadSets,
    imports: mayReadImports,
    categories: true,
    recording: mayReadSets,
    places: mayAddPlaces,
    totals: mayReadTotals,
  };
  return (
    <div className={styles.page}>
      <header className={styles.pageHead}>
        <div>
          <h1>
            <FormattedMessage id="data.title" defaultMessage="Data" />
          </h1>
          {mayImport ? (
            <p className={styles.quiet}>
              <FormattedMessage
                id="data.text"
                defaultMessage="Drag a file onto this window at any time, or choose one. You see what was understood before anything is stored."
              />
            </p>
          ) : null}
        </div>
        {mayImport ? <ChooseFile /> : null}
      </header>
      <Tabs
        label={intl.formatMessage({ id: 'data.title', defaultMessage: 'Data' })}
        selectedKey={shown[tab] ? tab : TABS.find((id) => shown[id])}
        onSelectionChange={(key) =>
          navigate({ to: '/data', search: { tab: TABS.find((id) => id === key) }, replace: true })
        }
        items={[
          {
            id: 'sets' as const,
            label: intl.formatMessage({ id: 'data.tab.sets', defaultMessage: 'Data sets' }),
            content: <DatasetList empty={mayImport ? <ChooseFile /> : null} />,
          },
          {
            id: 'imports' as const,
            label: intl.formatMessage({ id: 'data.tab.imports', defaultMessage: 'Imports' }),
            content: <ImportList />,
          },
          {
            id: 'categories' as const,
            label: intl.formatMessage({ id: 'data.tab.categories', defaultMessage: 'Categories' }),
            content: <CategoryList />,
          },
          {
            id: 'recording' as const,
            label: intl.formatMessage({ id: 'data.tab.recording', defaultMessage: 'Recording' }),
            content: <RecordingChanges today={today} />,
          },
          {
            id: 'places' as const,
            label: intl.formatMessage({ id: 'data.tab.places', defaultMessage: 'Protected places' }),
            content: <ProtectedPlaces />,
          },
          {
            id: 'totals' as const,
            label: intl.formatMessage({ id: 'data.tab.totals', defaultMessage: 'Totals' }),
            content: <Totals today={today} />,
          },
        ].filter(({ id }) => shown[id])}
      />
    </div>
  );
}

function ChooseFile() {
  const open = useOpenImport();
  return (
    <FileTrigger
      acceptedFileTypes={IMPORT_FILE_TYPES}
      onSelect={(files) => {
        const file = files?.[0];
        if (file) open(file);
      }}
    >
      <Button kind="primary">
        <FileUp aria-hidden />
        <FormattedMessage id="data.choose" defaultMessage="Choose a file" />
      </Button>
    </FileTrigger>
  );
}
