import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { type Ballot, useCloseBallot } from '../../../api/phones.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';

/** Closing counts, for good. */
export function CloseForm({ ballot, onClose }: { readonly ballot: Ballot; readonly onClose: () => void }) {
  const intl = useIntl();
  const close = useCloseBallot();
  const [present, setPresent] = useState<number | null>(null);
  const [newDueOn, setNewDueOn] = useState('');
  const isPromise = ballot.kind === 'verify';
  const send = () =>
    close.mutate(
      { ballot, closing: { membersPresent: present, newDueOn: newDueOn === '' ? null : newDueOn } },
      { onSuccess: onClose },
    );
  return (
    <ConfirmDialog
      title={intl.formatMessage({ id: 'ballot.close', defaultMessage: 'Close and count' })}
      isOpen
      onClose={onClose}
      onConfirm={send}
      confirmLabel={intl.formatMessage({ id: 'ballot.count', defaultMessage: 'Count now' })}
      isPending={close.isPending}
      isConfirmDisabled={isPromise && newDueOn === ''}
    >
      <ErrorNotice error={close.error} />
      <p>
        <FormattedMessage
          id="ballot.close.text"
          defaultMessage="Votes that are still on their way are not counted, and their telephones say so. The result stays as it is counted now; who chose what is forgotten."
        />
      </p>
      <NumberField
        label={intl.formatMessage({
          id: 'ballot.present',
          defaultMessage: 'Members with a vote who are here, if a quorum is asked for',
        })}
        value={present ?? Number.NaN}
        minValue={0}
        onChange={(count) => setPresent(Number.isFinite(count) ? Math.round(count) : null)}
      />
      {isPromise && (
        <TextField
          type="date"
          label={intl.formatMessage({
            id: 'ballot.newDueOn',
            defaultMessage: 'If residents do not find it done: by which day then?',
          })}
          hint={intl.formatMessage({
            id: 'ballot.newDueOn.hint',
            defaultMessage: 'Asked in any case, so that the question does not tell the result.',
          })}
          value={newDueOn}
          onChange={setNewDueOn}
        />
      )}
    </ConfirmDialog>
  );
}
