import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ErrorNotice } from '../../error-notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { FormDialog } from './form-dialog.tsx';

/** Whoever means it types the name: nothing brings an account back. */
export function ForgetDialog(props: {
  name: string;
  error: unknown;
  isPending: boolean;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const { name, error, isPending, onConfirm, onClose } = props;
  const intl = useIntl();
  const [typed, setTyped] = useState('');
  return (
    <FormDialog
      title={intl.formatMessage({ id: 'forget.title', defaultMessage: 'Forget {name}?' }, { name })}
      onClose={onClose}
      onSubmit={onConfirm}
      submitLabel={intl.formatMessage({ id: 'forget.do', defaultMessage: 'Forget for good' })}
      submitKind="danger"
      isPending={isPending}
      isDisabled={typed.trim() !== name}
    >
      <ErrorNotice error={error} />
      <p>
        <FormattedMessage
          id="forget.text"
          defaultMessage="Name, sign-in, second factors, sessions and roles are gone at once. What was done stays in the history, under a made-up name. Words somebody wrote in cases and notes stay as they are; backups keep the name until newer ones take their place."
        />
      </p>
      <TextField
        label={intl.formatMessage({ id: 'forget.name', defaultMessage: 'Type the name to confirm' })}
        hint={name}
        value={typed}
        onChange={setTyped}
        isRequired
      />
    </FormDialog>
  );
}
