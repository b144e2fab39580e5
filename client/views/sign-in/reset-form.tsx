import { type FormEvent, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useReset } from '../../api/session.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { isLongEnough, NewPassphraseField } from '../../new-passphrase-field.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './sign-in.module.css';

/** A new passphrase by a link that was made for it. */
export function ResetForm({ token, name, onDone }: { token: string; name: string; onDone: () => void }) {
  const intl = useIntl();
  const [passphrase, setPassphrase] = useState('');
  const reset = useReset();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    reset.mutate({ token, passphrase }, { onSuccess: onDone });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <h2>
        <FormattedMessage id="reset.title" defaultMessage="Choose a new passphrase" />
      </h2>
      <p className={styles.hint}>
        <FormattedMessage
          id="reset.text"
          defaultMessage="You are signed out everywhere else, and your second factor is taken off: set it up again afterwards."
        />
      </p>
      <ErrorNotice error={reset.error} />
      <TextField
        label={intl.formatMessage({ id: 'sign-in.name', defaultMessage: 'Name' })}
        value={name}
        autoComplete="username"
        isReadOnly
      />
      <NewPassphraseField
        label={intl.formatMessage({ id: 'reset.passphrase', defaultMessage: 'New passphrase' })}
        value={passphrase}
        onChange={setPassphrase}
      />
      <Button kind="primary" type="submit" isPending={reset.isPending} isDisabled={!isLongEnough(passphrase)}>
        <FormattedMessage id="reset.do" defaultMessage="Set it and sign in" />
      </Button>
    </form>
  );
}
