import { useNavigate, useSearch } from '@tanstack/react-router';
import { FileUp } from 'lucide-react';
import { FileTrigger } from 'react-aria-components';
import { FormattedMessage, useIntl } from 'react-intl';
import { useMay } from '../../api/session.ts';
import { IMPORT_FILE_TYPES, useOpenImport } from '../../importing.tsx';
import { Button } from '../../ui/button.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { CategoryList } from './category-list.tsx';
import styles from './data.module.css';
import { DatasetList } from './dataset-list.tsx';
import { ImportList } from './import-list.tsx';

const TABS = ['sets', 'imports', 'categories'] as const;

export function DatasetsView() {
  const intl = useIntl();
  const { tab = 'sets' } = useSearch({ from: '/data' });
  const navigate = useNavigate();
  const mayImport = useMay('import.change');
  const mayReadImports = useMay('import.read');
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
        selectedKey={tab === 'imports' && !mayReadImports ? 'sets' : tab}
        onSelectionChange={(key) =>
          navigate({ to: '/data', search: { tab: TABS.find((id) => id === key) }, replace: true })
        }
        items={[
          {
            id: 'sets',
            label: intl.formatMessage({ id: 'data.tab.sets', defaultMessage: 'Data sets' }),
            content: <DatasetList empty={mayImport ? <ChooseFile /> : null} />,
          },
          ...(mayReadImports
            ? [
                {
                  id: 'imports',
                  label: intl.formatMessage({ id: 'data.tab.imports', defaultMessage: 'Imports' }),
                  content: <ImportList />,
                },
              ]
            : []),
          {
            id: 'categories',
            label: intl.formatMessage({ id: 'data.tab.categories', defaultMessage: 'Categories' }),
            content: <CategoryList />,
          },
        ]}
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
