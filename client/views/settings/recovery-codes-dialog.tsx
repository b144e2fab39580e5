import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useRenewRecoveryCodes } from '../../api/account.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { showToast } from '../../ui/toast.tsx';
import { FormDialog } from './form-dialog.tsx';
import { isComplete, NO_PROOF, ProofFields, proofOf } from './proof-fields.tsx';
import styles from './settings.module.css';

/** New codes in place of those of before. */
export function RecoveryCodesDialog({ needsCode, onClose }: { needsCode: boolean; onClose: () => void }) {
  const intl = useIntl();
  const [proof, setProof] = useState(NO_PROOF);
  const renew = useRenewRecoveryCodes();
  if (renew.data) return <ShownCodes codes={renew.data.recoveryCodes} onClose={onClose} />;
  const { passphrase } = proof;
  return (
    <FormDialog
      title={intl.formatMessage({
        id: 'own-sign-in.recovery.renew',
        defaultMessage: 'Make new recovery codes',
      })}
      onClose={onClose}
      onSubmit={() => renew.mutate(needsCode ? proofOf(proof) : { passphrase })}
      submitLabel={intl.formatMessage({ id: 'recovery.do', defaultMessage: 'Make new ones' })}
      isPending={renew.isPending}
      isDisabled={needsCode ? !isComplete(proof) : passphrase === ''}
    >
      <p>
        <FormattedMessage id="recovery.text" defaultMessage="The codes of before open nothing any more." />
      </p>
      <ErrorNotice error={renew.error} />
      <ProofFields proof={proof} onChange={setProof} passphraseAlone={!needsCode} />
    </FormDialog>
  );
}

/** The codes, this once. It closes by its button alone, so that nobody loses them by a slip. */
export function ShownCodes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const intl = useIntl();
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join('\n'));
    showToast({ text: intl.formatMessage({ id: 'recovery.copied', defaultMessage: 'Copied.' }) });
  };
  return (
    <Dialog
      title={intl.formatMessage({ id: 'recovery.title', defaultMessage: 'Your recovery codes' })}
      isOpen
      isDismissable={false}
      onClose={onClose}
      actions={
        <>
          <Button onPress={copy}>
            <FormattedMessage id="recovery.copy" defaultMessage="Copy" />
          </Button>
          <Button kind="primary" onPress={onClose}>
            <FormattedMessage id="recovery.kept" defaultMessage="I have kept them" />
          </Button>
        </>
      }
    >
      <p>
        <FormattedMessage
          id="recovery.keep"
          defaultMessage="Write them down or print them, and keep them apart from your phone. Each signs you in once when the app is lost. They are not shown again."
        />
      </p>
      <ol className={styles.recoveryCodes} dir="ltr">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
