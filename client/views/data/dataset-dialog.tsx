import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useUpdateDataset } from '../../api/datasets.ts';
import type { Dataset } from '../../api/records.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';

export function DatasetDialog({ dataset, onClose }: { dataset: Dataset; onClose: () => void }) {
  const intl = useIntl();
  const [name, setName] = useState(dataset.name);
  const [note, setNote] = useState(dataset.note);
  const update = useUpdateDataset();
  return (
    <ConfirmDialog
      title={dataset.name}
      isOpen
      onClose={onClose}
      onConfirm={() =>
        update.mutate({ dataset, change: { name: name.trim(), note } }, { onSuccess: onClose })
      }
      confirmLabel={intl.formatMessage({ id: 'data.save', defaultMessage: 'Save' })}
      isPending={update.isPending}
      isConfirmDisabled={name.trim() === ''}
    >
      <ErrorNotice error={update.error} />
      <TextField
        label={intl.formatMessage({ id: 'data.name', defaultMessage: 'Name' })}
        value={name}
        onChange={setName}
        maxLength={200}
        autoFocus
      />
      <TextArea
        label={intl.formatMessage({ id: 'data.note', defaultMessage: 'Note' })}
        hint={intl.formatMessage({
          id: 'data.note.hint',
          defaultMessage: 'Where it comes from, what is missing in it, who may use it.',
        })}
        value={note}
        onChange={setNote}
        maxLength={5000}
      />
    </ConfirmDialog>
  );
}
