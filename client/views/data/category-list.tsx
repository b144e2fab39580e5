import { useState } from 'react';
import { defineMessages, FormattedMessage, type MessageDescriptor, useIntl } from 'react-intl';
import { useCategories, useUpdateCategory } from '../../api/categories.ts';
import type { Category, Protection } from '../../api/records.ts';
import { useMay } from '../../api/session.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Table } from '../../ui/table.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './data.module.css';
import { HarmTable } from './harm-table.tsx';

const PROTECTION_WORDS: Record<Protection, MessageDescriptor> = defineMessages({
  none: { id: 'category.protected.none', defaultMessage: 'Not protected' },
  aggregate_only: { id: 'category.protected.aggregate_only', defaultMessage: 'Only in totals' },
  never_store: { id: 'category.protected.never_store', defaultMessage: 'Never stored' },
});

export function CategoryList() {
  const intl = useIntl();
  const { data: categories, error } = useCategories();
  const [search, setSearch] = useState('');
  const mayChange = useMay('category.change');
  const [edited, setEdited] = useState<Category | null>(null);
  const wanted = search.trim().toLocaleLowerCase();
  const rows = (categories ?? []).filter((category) =>
    [category.name, category.publicName, category.code].some((text) =>
      text.toLocaleLowerCase().includes(wanted),
    ),
  );
  return (
    <div className={styles.block}>
      <ErrorNotice error={error} />
      <p className={styles.quiet}>
        <FormattedMessage
          id="category.text"
          defaultMessage="Categories that are never stored are refused row by row when a file is loaded. Choose a row to change its public name, its protection or its harm weight."
        />
      </p>
      <HarmTable categories={categories ?? []} />
      <div className={styles.search}>
        <TextField
          label={intl.formatMessage({ id: 'category.search', defaultMessage: 'Find a category' })}
          type="search"
          value={search}
          onChange={setSearch}
        />
      </div>
      <Table
        label={intl.formatMessage({ id: 'data.tab.categories', defaultMessage: 'Categories' })}
        rows={rows}
        rowId={(category) => category.id}
        onRowAction={mayChange ? setEdited : undefined}
        height="min(60dvh, 640px)"
        empty={<FormattedMessage id="category.none" defaultMessage="No category has this name." />}
        columns={[
          {
            id: 'name',
            title: intl.formatMessage({ id: 'category.name', defaultMessage: 'Name' }),
            cell: (category) => category.name,
            sortBy: (category) => category.name,
            rowHeader: true,
            minWidth: 180,
          },
          {
            id: 'public',
            title: intl.formatMessage({ id: 'category.public', defaultMessage: 'Public name' }),
            cell: (category) => category.publicName,
            sortBy: (category) => category.publicName,
            minWidth: 180,
          },
          {
            id: 'protected',
            title: intl.formatMessage({ id: 'category.protected', defaultMessage: 'Protection' }),
            cell: (category) => intl.formatMessage(PROTECTION_WORDS[category.protected]),
            sortBy: (category) => category.protected,
            minWidth: 130,
          },
          {
            id: 'harm',
            title: intl.formatMessage({ id: 'category.harm', defaultMessage: 'Harm weight' }),
            cell: ({ harmWeight }) => (harmWeight === null ? '–' : intl.formatNumber(harmWeight)),
            sortBy: ({ harmWeight }) => harmWeight ?? -1,
            numeric: true,
            minWidth: 110,
          },
          {
            id: 'code',
            title: intl.formatMessage({ id: 'category.code', defaultMessage: 'Code' }),
            cell: (category) => category.code,
            sortBy: (category) => category.code,
            minWidth: 120,
          },
        ]}
      />
      {edited ? <CategoryDialog category={edited} onClose={() => setEdited(null)} /> : null}
    </div>
  );
}

function CategoryDialog({ category, onClose }: { category: Category; onClose: () => void }) {
  const intl = useIntl();
  const [publicName, setPublicName] = useState(category.publicName);
  const [protection, setProtection] = useState<Protection>(category.protected);
  const [harmWeight, setHarmWeight] = useState(category.harmWeight);
  const update = useUpdateCategory();
  const change = { publicName: publicName.trim(), protected: protection, harmWeight };
  return (
    <ConfirmDialog
      title={category.name}
      isOpen
      onClose={onClose}
      onConfirm={() => update.mutate({ category, change }, { onSuccess: onClose })}
      confirmLabel={intl.formatMessage({ id: 'data.save', defaultMessage: 'Save' })}
      isPending={update.isPending}
      isConfirmDisabled={publicName.trim() === ''}
    >
      <ErrorNotice error={update.error} />
      <TextField
        label={intl.formatMessage({ id: 'category.public', defaultMessage: 'Public name' })}
        hint={intl.formatMessage({
          id: 'category.public.hint',
          defaultMessage: 'What residents read; without the words of the law.',
        })}
        value={publicName}
        onChange={setPublicName}
        maxLength={200}
        autoFocus
      />
      <RadioGroup
        label={intl.formatMessage({ id: 'category.protected', defaultMessage: 'Protection' })}
        value={protection}
        onChange={setProtection}
        choices={[
          { id: 'none', label: intl.formatMessage(PROTECTION_WORDS.none) },
          {
            id: 'aggregate_only',
            label: intl.formatMessage(PROTECTION_WORDS.aggregate_only),
            hint: intl.formatMessage({
              id: 'category.protected.aggregate_only.hint',
              defaultMessage:
                'Rows are refused as well. A service provider gives monthly totals under a sharing agreement.',
            }),
          },
          {
            id: 'never_store',
            label: intl.formatMessage(PROTECTION_WORDS.never_store),
            hint: intl.formatMessage({
              id: 'category.protected.never_store.hint',
              defaultMessage: 'Rows of this category are refused when a file is loaded.',
            }),
          },
        ]}
      />
      <NumberField
        label={intl.formatMessage({ id: 'category.harm', defaultMessage: 'Harm weight' })}
        hint={intl.formatMessage({
          id: 'category.harm.hint',
          defaultMessage:
            'Days or points of the table you adopted, the same unit for all categories. Empty: the table says nothing, and these incidents carry no harm.',
        })}
        value={harmWeight ?? Number.NaN}
        minValue={0}
        maxValue={1_000_000}
        onChange={(next) => setHarmWeight(Number.isFinite(next) ? next : null)}
      />
    </ConfirmDialog>
  );
}
