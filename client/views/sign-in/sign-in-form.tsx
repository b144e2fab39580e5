import { type FormEvent, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { type SecondStep, useSignIn } from '../../api/session.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { Button } from '../../ui/button.tsx';
import { PassphraseField } from '../../ui/passphrase-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ProviderButton } from './provider-button.tsx';
import styles from './sign-in.module.css';

export function SignInForm(props: {
  onDone: () => void;
  onTry: () => void;
  onSecondStep: (takes: SecondStep) => void;
}) {
  const { onDone, onTry, onSecondStep } = props;
  const intl = useIntl();
  const [name, setName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const signIn = useSignIn();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onTry();
    signIn.mutate(
      { name: name.trim(), passphrase },
      { onSuccess: ({ secondStep }) => (secondStep ? onSecondStep(secondStep) : onDone()) },
    );
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <h2>
        <FormattedMessage id="sign-in.title" defaultMessage="Sign in" />
      </h2>
      <ErrorNotice error={signIn.error} />
      <TextField
        label={intl.formatMessage({ id: 'sign-in.name', defaultMessage: 'Name' })}
        value={name}
        onChange={setName}
        autoComplete="username"
        isRequired
      />
      <PassphraseField
        label={intl.formatMessage({ id: 'sign-in.passphrase', defaultMessage: 'Passphrase' })}
        value={passphrase}
        onChange={setPassphrase}
        autoComplete="current-password"
      />
      <Button
        kind="primary"
        type="submit"
        isPending={signIn.isPending}
        isDisabled={name.trim() === '' || passphrase === ''}
      >
        <FormattedMessage id="sign-in.do" defaultMessage="Sign in" />
      </Button>
      <ProviderButton />
      <p className={styles.hint}>
        <FormattedMessage
          id="sign-in.no-account"
          defaultMessage="No account yet, or the passphrase is lost? The person who runs the server can make a one-time link: <code>npm run -s cg -- link</code>"
          values={{ code: (text) => <code className={styles.code}>{text}</code> }}
        />
      </p>
    </form>
  );
}
