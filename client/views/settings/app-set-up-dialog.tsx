import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { renderSVG } from 'uqr';
import { useBeginApp, useConfirmApp } from '../../api/account.ts';
import { CodeField } from '../../code-field.tsx';
import { ErrorNotice } from '../../error-notice.tsx';
import { PassphraseField } from '../../ui/passphrase-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { FormDialog } from './form-dialog.tsx';
import { ShownCodes } from './recovery-codes-dialog.tsx';
import styles from './settings.module.css';

/** Three steps: the passphrase, the key with its first code, and the recovery codes, shown once. */
export function AppSetUpDialog({ onClose }: { onClose: () => void }) {
  const intl = useIntl();
  const [passphrase, setPassphrase] = useState('');
  const [code, setCode] = useState('');
  const begin = useBeginApp();
  const confirm = useConfirmApp();
  const title = intl.formatMessage({ id: 'own-sign-in.app.set-up', defaultMessage: 'Set up an app' });
  if (confirm.data?.recoveryCodes) return <ShownCodes codes={confirm.data.recoveryCodes} onClose={onClose} />;
  if (!begin.data)
    return (
      <FormDialog
        title={title}
        onClose={onClose}
        onSubmit={() => begin.mutate({ passphrase })}
        submitLabel={intl.formatMessage({ id: 'app.next', defaultMessage: 'Next' })}
        isPending={begin.isPending}
        isDisabled={passphrase === ''}
      >
        <p>
          <FormattedMessage
            id="app.text"
            defaultMessage="An app on your phone shows a code that changes every half minute; from then on it is asked for at sign-in. Any app for one-time codes will do, and it needs no network."
          />
        </p>
        <ErrorNotice error={begin.error} />
        <PassphraseField
          label={intl.formatMessage({
            id: 'own-sign-in.passphrase.yours',
            defaultMessage: 'Your passphrase',
          })}
          value={passphrase}
          onChange={setPassphrase}
          autoComplete="current-password"
        />
      </FormDialog>
    );
  return (
    <FormDialog
      title={title}
      onClose={onClose}
      onSubmit={() =>
        confirm.mutate(
          { code },
          { onSuccess: ({ recoveryCodes }) => (recoveryCodes ? undefined : onClose()) },
        )
      }
      submitLabel={intl.formatMessage({ id: 'app.confirm', defaultMessage: 'Confirm' })}
      isPending={confirm.isPending}
      isDisabled={code.trim().length < 6}
    >
      <p>
        <FormattedMessage
          id="app.scan"
          defaultMessage="Photograph this with the app, or type the key into it. Then type the code it shows."
        />
      </p>
      <img
        className={styles.code}
        width={200}
        height={200}
        alt={intl.formatMessage({ id: 'app.picture', defaultMessage: 'The key, for the camera of the app' })}
        src={`data:image/svg+xml;utf8,${encodeURIComponent(renderSVG(begin.data.address, { border: 4 }))}`}
      />
      <TextField
        label={intl.formatMessage({ id: 'app.key', defaultMessage: 'Key to type' })}
        value={(begin.data.key.match(/.{1,4}/g) ?? []).join(' ')}
        inputDirection="ltr"
        isReadOnly
      />
      <ErrorNotice error={confirm.error} />
      <CodeField value={code} onChange={setCode} />
    </FormDialog>
  );
}
