import { useState } from 'react';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import { useErase, useFindByReceipt } from '../../api/concerns.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { saveFile } from '../../ui/picture/save-picture.ts';
import { TextField } from '../../ui/text-field.tsx';
import styles from './concerns.module.css';

/** All that is kept of what a person raised, by their receipt: given out to them, or erased. */
export function ReceiptDialog({ onClose }: { onClose: () => void }) {
  const intl = useIntl();
  const [receipt, setReceipt] = useState('');
  const find = useFindByReceipt();
  const erase = useErase();
  const found = find.data;
  return (
    <Dialog
      title={intl.formatMessage({ id: 'concerns.receipt', defaultMessage: 'Somebody asks about theirs' })}
      isOpen
      onClose={onClose}
      actions={
        <Button onPress={onClose}>
          <FormattedMessage id="concerns.close" defaultMessage="Close" />
        </Button>
      }
    >
      <form
        className={styles.block}
        onSubmit={(event) => {
          event.preventDefault();
          find.mutate(receipt);
        }}
      >
        <p className={styles.quiet}>
          <FormattedMessage
            id="concerns.receipt.text"
            defaultMessage="Whoever shows the receipt they were given can have a copy of all that is kept, or have it erased. Every look goes into the history."
          />
        </p>
        <TextField
          label={intl.formatMessage({ id: 'concerns.receipt.code', defaultMessage: 'Code on the receipt' })}
          value={receipt}
          onChange={setReceipt}
          maxLength={40}
          autoComplete="off"
          inputDirection="ltr"
        />
        <div>
          <Button
            type="submit"
            kind="primary"
            isDisabled={receipt.trim().length < 4}
            isPending={find.isPending}
          >
            <FormattedMessage id="concerns.receipt.find" defaultMessage="Find it" />
          </Button>
        </div>
      </form>
      <ErrorNotice error={find.error ?? erase.error} />
      {erase.data ? (
        <Notice
          title={
            <FormattedMessage
              id="concerns.receipt.erased"
              defaultMessage="Contact and words were erased. That something was raised, its day, kind and place stay."
            />
          }
        />
      ) : found ? (
        <div className={styles.block}>
          <p className={styles.text}>
            <FormattedDate value={found.concern.receivedOn} timeZone="UTC" dateStyle="long" />
            {': '}
            <bdi>{found.concern.summary}</bdi>
          </p>
          <div className={styles.buttons}>
            <Button onPress={() => saveFile(fileOf(found), 'concern.json')}>
              <FormattedMessage id="concerns.receipt.save" defaultMessage="Save the copy for them" />
            </Button>
            <Button kind="danger" onPress={() => erase.mutate(found.concern)} isPending={erase.isPending}>
              <FormattedMessage
                id="concerns.receipt.erase"
                defaultMessage="Erase contact and words for good"
              />
            </Button>
          </div>
        </div>
      ) : null}
    </Dialog>
  );
}

const fileOf = (found: object) => new Blob([JSON.stringify(found, null, 2)], { type: 'application/json' });
