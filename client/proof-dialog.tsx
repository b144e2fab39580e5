import { KeyRound } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { usePasskeys, useProve, useProveByPasskey } from './api/account.ts';
import { passkeyObstacle } from './api/passkeys.ts';
import { ErrorNotice } from './error-notice.tsx';
import { answerProof, useProofWanted } from './proof-wanted.ts';
import { Button } from './ui/button.tsx';
import { Dialog } from './ui/dialog.tsx';
import { PassphraseField } from './ui/passphrase-field.tsx';

/** Before rights, retention and the like are changed: who is at the keys? */
export function ProofDialog() {
  return useProofWanted() ? <Asking /> : null;
}

function Asking() {
  const intl = useIntl();
  const form = useId();
  const [passphrase, setPassphrase] = useState('');
  const prove = useProve();
  const byPasskey = useProveByPasskey();
  const { data: passkeys } = usePasskeys();
  const onSuccess = () => answerProof(true);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    prove.mutate({ passphrase }, { onSuccess });
  };
  return (
    <Dialog
      title={intl.formatMessage({ id: 'proof.title', defaultMessage: 'Is it you?' })}
      isOpen
      onClose={() => answerProof(false)}
      actions={
        <>
          <Button onPress={() => answerProof(false)}>
            {intl.formatMessage({ id: 'ui.cancel', defaultMessage: 'Cancel' })}
          </Button>
          <Button
            kind="primary"
            type="submit"
            form={form}
            isPending={prove.isPending}
            isDisabled={passphrase === ''}
          >
            <FormattedMessage id="proof.do" defaultMessage="Go on" />
          </Button>
        </>
      }
    >
      <p>
        <FormattedMessage
          id="proof.text"
          defaultMessage="This changes who can do what here, or what is kept. Prove once more who you are; it holds for ten minutes."
        />
      </p>
      <ErrorNotice error={prove.error ?? byPasskey.error} />
      <form id={form} onSubmit={submit}>
        <PassphraseField
          label={intl.formatMessage({
            id: 'own-sign-in.passphrase.yours',
            defaultMessage: 'Your passphrase',
          })}
          value={passphrase}
          onChange={setPassphrase}
          autoComplete="current-password"
        />
      </form>
      {passkeys && passkeys.length > 0 && passkeyObstacle() === null ? (
        <Button isPending={byPasskey.isPending} onPress={() => byPasskey.mutate(undefined, { onSuccess })}>
          <KeyRound aria-hidden size={18} />
          <FormattedMessage id="second-step.passkey" defaultMessage="Use a passkey" />
        </Button>
      ) : null}
    </Dialog>
  );
}
