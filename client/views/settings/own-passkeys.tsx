import { useState } from 'react';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import { type Passkey, useAddPasskey, usePasskeys, useRemovePasskey } from '../../api/account.ts';
import { passkeyObstacle } from '../../api/passkeys.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { PasskeyObstacleText } from '../../passkey-obstacle.tsx';
import { Button } from '../../ui/button.tsx';
import { PassphraseField } from '../../ui/passphrase-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { FormDialog } from './form-dialog.tsx';
import { ShownCodes } from './recovery-codes-dialog.tsx';
import styles from './settings.module.css';

/** Keys in the phone, the computer or on a stick, as the second step. */
export function OwnPasskeys() {
  const { data: passkeys, error } = usePasskeys();
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Passkey | null>(null);
  const obstacle = passkeyObstacle();
  return (
    <>
      <div className={styles.headLine}>
        <h3>
          <FormattedMessage id="passkeys.title" defaultMessage="Passkeys" />
        </h3>
        {obstacle ? null : (
          <Button size="small" onPress={() => setAdding(true)}>
            <FormattedMessage id="passkeys.add" defaultMessage="Add a passkey" />
          </Button>
        )}
      </div>
      {obstacle ? <PasskeyObstacleText obstacle={obstacle} /> : null}
      <ErrorNotice error={error} />
      <ul className={styles.people}>
        {passkeys?.map((passkey) => (
          <li key={passkey.id} className={styles.personRow}>
            <span>
              {passkey.name}
              <span className={styles.sessionTimes}>
                <FormattedMessage
                  id="passkeys.line"
                  defaultMessage="for {host}, since {at}"
                  values={{
                    host: passkey.host,
                    at: <FormattedDate value={passkey.createdAt} dateStyle="medium" />,
                  }}
                />
              </span>
            </span>
            <Button size="small" onPress={() => setRemoving(passkey)}>
              <FormattedMessage id="passkeys.remove" defaultMessage="Take off" />
            </Button>
          </li>
        ))}
      </ul>
      {adding ? <AddDialog onClose={() => setAdding(false)} /> : null}
      {removing ? <RemoveDialog passkey={removing} onClose={() => setRemoving(null)} /> : null}
    </>
  );
}

function AddDialog({ onClose }: { onClose: () => void }) {
  const intl = useIntl();
  const [name, setName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const add = useAddPasskey();
  if (add.data?.recoveryCodes) return <ShownCodes codes={add.data.recoveryCodes} onClose={onClose} />;
  return (
    <FormDialog
      title={intl.formatMessage({ id: 'passkeys.add', defaultMessage: 'Add a passkey' })}
      onClose={onClose}
      onSubmit={() =>
        add.mutate(
          { name: name.trim(), passphrase },
          { onSuccess: ({ recoveryCodes }) => (recoveryCodes ? undefined : onClose()) },
        )
      }
      submitLabel={intl.formatMessage({ id: 'app.next', defaultMessage: 'Next' })}
      isPending={add.isPending}
      isDisabled={name.trim() === '' || passphrase === ''}
    >
      <p>
        <FormattedMessage
          id="passkeys.text"
          defaultMessage="Your browser asks for your finger, your face, a PIN or a key on a stick. From then on it is asked for at sign-in, beside the passphrase."
        />
      </p>
      <ErrorNotice error={add.error} />
      <TextField
        label={intl.formatMessage({ id: 'passkeys.name', defaultMessage: 'Name of the passkey' })}
        hint={intl.formatMessage({ id: 'passkeys.name.hint', defaultMessage: 'Such as: my phone' })}
        value={name}
        onChange={setName}
        maxLength={60}
        autoFocus
        isRequired
      />
      <PassphraseField
        label={intl.formatMessage({ id: 'own-sign-in.passphrase.yours', defaultMessage: 'Your passphrase' })}
        value={passphrase}
        onChange={setPassphrase}
        autoComplete="current-password"
      />
    </FormDialog>
  );
}

function RemoveDialog({ passkey: { id, name }, onClose }: { passkey: Passkey; onClose: () => void }) {
  const intl = useIntl();
  const [passphrase, setPassphrase] = useState('');
  const remove = useRemovePasskey();
  return (
    <FormDialog
      title={intl.formatMessage(
        { id: 'passkeys.remove.title', defaultMessage: 'Take {name} off?' },
        { name },
      )}
      onClose={onClose}
      onSubmit={() => remove.mutate({ id, passphrase }, { onSuccess: onClose })}
      submitLabel={intl.formatMessage({ id: 'passkeys.remove', defaultMessage: 'Take off' })}
      submitKind="danger"
      isPending={remove.isPending}
      isDisabled={passphrase === ''}
    >
      <ErrorNotice error={remove.error} />
      <PassphraseField
        label={intl.formatMessage({ id: 'own-sign-in.passphrase.yours', defaultMessage: 'Your passphrase' })}
        value={passphrase}
        onChange={setPassphrase}
        autoComplete="current-password"
      />
    </FormDialog>
  );
}
