import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useChangePassphrase } from '../../api/account.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { isLongEnough, NewPassphraseField } from '../../new-passphrase-field.tsx';
import { PassphraseField } from '../../ui/passphrase-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { FormDialog } from './form-dialog.tsx';

export function ChangePassphraseDialog({ onClose }: { onClose: () => void }) {
  const intl = useIntl();
  const [current, setCurrent] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const change = useChangePassphrase();
  const save = () =>
    change.mutate(
      { current, passphrase },
      {
        onSuccess: () => {
          onClose();
          showToast({
            text: intl.formatMessage({
              id: 'own-sign-in.passphrase.done',
              defaultMessage: 'Changed. You are signed out everywhere else.',
            }),
          });
        },
      },
    );
  return (
    <FormDialog
      title={intl.formatMessage({
        id: 'own-sign-in.passphrase.change',
        defaultMessage: 'Change the passphrase',
      })}
      onClose={onClose}
      onSubmit={save}
      submitLabel={intl.formatMessage({ id: 'own-sign-in.passphrase.do', defaultMessage: 'Change it' })}
      isPending={change.isPending}
      isDisabled={current === '' || !isLongEnough(passphrase)}
    >
      <p>
        <FormattedMessage
          id="own-sign-in.passphrase.text"
          defaultMessage="It ends every other session of yours."
        />
      </p>
      <ErrorNotice error={change.error} />
      <PassphraseField
        label={intl.formatMessage({
          id: 'own-sign-in.passphrase.current',
          defaultMessage: 'Passphrase of now',
        })}
        value={current}
        onChange={setCurrent}
        autoComplete="current-password"
      />
      <NewPassphraseField
        label={intl.formatMessage({ id: 'reset.passphrase', defaultMessage: 'New passphrase' })}
        value={passphrase}
        onChange={setPassphrase}
      />
    </FormDialog>
  );
}
