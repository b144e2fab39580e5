import { type FormEvent, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Category } from '../../api/records.ts';
import { useUpdateWorkspace, useWorkspace } from '../../api/workspace.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import styles from './data.module.css';

/** Which table the weights are of: somebody has adopted it and answers for it. */
export function HarmTable({ categories }: { categories: readonly Category[] }) {
  const { data: workspace } = useWorkspace();
  const weighed = categories.filter(({ harmWeight }) => harmWeight !== null).length;
  return (
    <details className={styles.harm}>
      <summary>
        <FormattedMessage
          id="category.harmTable.now"
          defaultMessage="Table of harm: {named, select, true {{name}} other {none adopted}}, {weighed, plural, =0 {no category has a weight} one {# category has a weight} other {# categories have a weight}}"
          values={{
            named: String(Boolean(workspace?.harmTable)),
            name: workspace?.harmTable ?? '',
            weighed,
          }}
        />
      </summary>
      <p className={styles.quiet}>
        <FormattedMessage
          id="category.harmTable.text"
          defaultMessage="Incidents can count by the harm they do instead of one each. How much that is follows from the law and the values of a place, so nothing is built in: a committee adopts a table, its weights are entered with the categories, and every map of harm names it."
        />
      </p>
      {workspace ? (
        <NameForm key={workspace.version} start={workspace.harmTable} version={workspace.version} />
      ) : null}
    </details>
  );
}

function NameForm({ start, version }: { start: string; version: number }) {
  const intl = useIntl();
  const [name, setName] = useState(start);
  const update = useUpdateWorkspace();
  const save = (event: FormEvent) => {
    event.preventDefault();
    update.mutate(
      { version, change: { harmTable: name.trim() } },
      {
        onSuccess: () =>
          showToast({ text: intl.formatMessage({ id: 'settings.saved', defaultMessage: 'Saved.' }) }),
      },
    );
  };
  return (
    <form className={styles.harmForm} onSubmit={save}>
      <ErrorNotice error={update.error} />
      <TextField
        label={intl.formatMessage({
          id: 'category.harmTable.name',
          defaultMessage: 'Name and version of the adopted table',
        })}
        hint={intl.formatMessage({
          id: 'category.harmTable.hint',
          defaultMessage:
            'As in “Adopted by committee 2026-03”. Give it a new name when weights change. Empty: harm is not offered.',
        })}
        value={name}
        onChange={setName}
        maxLength={200}
      />
      <div>
        <Button type="submit" isDisabled={name.trim() === start} isPending={update.isPending}>
          <FormattedMessage id="data.save" defaultMessage="Save" />
        </Button>
      </div>
    </form>
  );
}
