import { type FormEvent, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { type SecondStep, useSecondStep } from '../../api/session.ts';
import { CodeField, RecoveryCodeField } from '../../code-field.tsx';
import { ErrorNotice } from '../../error-notice.tsx';
import { Button } from '../../ui/button.tsx';
import { PasskeyStep } from './passkey-step.tsx';
import styles from './sign-in.module.css';

/** What is asked for beside the passphrase. */
export function SecondStepForm(props: { takes: SecondStep; onDone: () => void; onBack: () => void }) {
  const { takes, onDone, onBack } = props;
  const [byCode, setByCode] = useState(takes.code);
  const [text, setText] = useState('');
  const prove = useSecondStep();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    prove.mutate(byCode ? { code: text } : { recoveryCode: text }, {
      onSuccess: onDone,
      onError: () => setText(''),
    });
  };
  const turn = () => {
    prove.reset();
    setText('');
    setByCode(!byCode);
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <h2>
        <FormattedMessage id="second-step.title" defaultMessage="One more step" />
      </h2>
      {takes.passkey ? <PasskeyStep onDone={onDone} /> : null}
      {takes.code || takes.recoveryCode ? (
        <>
          <ErrorNotice error={prove.error} />
          {byCode ? (
            <CodeField value={text} onChange={setText} />
          ) : (
            <RecoveryCodeField value={text} onChange={setText} />
          )}
          <Button
            kind={takes.passkey ? 'plain' : 'primary'}
            type="submit"
            isPending={prove.isPending}
            isDisabled={text.trim().length < (byCode ? 6 : 16)}
          >
            <FormattedMessage id="second-step.do" defaultMessage="Sign in" />
          </Button>
        </>
      ) : null}
      <div className={styles.others}>
        {takes.code && takes.recoveryCode ? (
          <Button kind="quiet" onPress={turn}>
            {byCode ? (
              <FormattedMessage id="second-step.use-recovery" defaultMessage="Use a recovery code" />
            ) : (
              <FormattedMessage id="second-step.use-code" defaultMessage="Use the app" />
            )}
          </Button>
        ) : null}
        <Button kind="quiet" onPress={onBack}>
          <FormattedMessage id="second-step.back" defaultMessage="Begin again" />
        </Button>
      </div>
      <p className={styles.hint}>
        <FormattedMessage
          id="second-step.lost"
          defaultMessage="App and recovery codes lost? The person who runs the server can make a link for a new passphrase: <code>npm run -s cg -- user reset</code>"
          values={{ code: (words) => <code className={styles.code}>{words}</code> }}
        />
      </p>
    </form>
  );
}
