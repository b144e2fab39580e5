import { type FormEvent, useState } from 'react';
import { defineMessages, FormattedMessage, type MessageDescriptor, useIntl } from 'react-intl';
import { useCreateAccount } from '../../api/session.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { PassphraseField } from './passphrase-field.tsx';
import { passphraseStrength, SHORTEST_PASSPHRASE, type Strength } from './passphrase-strength.ts';
import styles from './sign-in.module.css';

const STRENGTH: Record<Strength, MessageDescriptor> = defineMessages({
  empty: {
    id: 'sign-in.strength.empty',
    defaultMessage:
      'At least {least} characters. Four or five words in a row are strong and easy to keep in mind.',
  },
  short: { id: 'sign-in.strength.short', defaultMessage: 'Too short: at least {least} characters.' },
  weak: { id: 'sign-in.strength.weak', defaultMessage: 'Weak: it repeats itself. Add another word.' },
  fair: { id: 'sign-in.strength.fair', defaultMessage: 'Fair. One more word would make it strong.' },
  strong: { id: 'sign-in.strength.strong', defaultMessage: 'Strong.' },
});

/** The account a one-time link stands for. */
export function NewAccountForm({ token, onDone }: { token: string; onDone: () => void }) {
  const intl = useIntl();
  const [name, setName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const create = useCreateAccount();
  const strength = passphraseStrength(passphrase);
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
      <PassphraseField
        label={intl.formatMessage({ id: 'sign-in.new.passphrase', defaultMessage: 'A passphrase' })}
        value={passphrase}
        onChange={setPassphrase}
        autoComplete="new-password"
        hint={intl.formatMessage(STRENGTH[strength], { least: SHORTEST_PASSPHRASE })}
      />
      <Button
        kind="primary"
        type="submit"
        isPending={create.isPending}
        isDisabled={name.trim() === '' || strength === 'empty' || strength === 'short'}
      >
        <FormattedMessage id="sign-in.new.do" defaultMessage="Make the account and sign in" />
      </Button>
    </form>
  );
}
