import { type FormEvent, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useCreateAccount } from '../../api/session.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { isLongEnough, NewPassphraseField } from '../../new-passphrase-field.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ProviderButton } from './provider-button.tsx';
import styles from './sign-in.module.css';

/** The account a one-time link stands for. */
export function NewAccountForm({ token, onDone }: { token: string; onDone: () => void }) {
  const intl = useIntl();
  const [name, setName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const create = useCreateAccount();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ token, name: name.trim(), passphrase }, { onSuccess: onDone });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <h2>
        <FormattedMessage id="sign-in.new.title" defaultMessage="Make your account" />
      </h2>
      <p className={styles.hint}>
        <FormattedMessage
          id="sign-in.new.text"
          defaultMessage="It lives on this server only. Your name stands beside what you change."
        />
      </p>
      <ErrorNotice error={create.error} />
      <TextField
        label={intl.formatMessage({ id: 'sign-in.new.name', defaultMessage: 'Your name' })}
        value={name}
        onChange={setName}
        autoComplete="username"
        autoFocus
        isRequired
      />
      <NewPassphraseField
        label={intl.formatMessage({ id: 'sign-in.new.passphrase', defaultMessage: 'A passphrase' })}
        value={passphrase}
        onChange={setPassphrase}
      />
      <Button
        kind="primary"
        type="submit"
        isPending={create.isPending}
        isDisabled={name.trim() === '' || !isLongEnough(passphrase)}
      >
        <FormattedMessage id="sign-in.new.do" defaultMessage="Make the account and sign in" />
      </Button>
      <ProviderButton join={{ token, name: name.trim() }} />
    </form>
  );
}
