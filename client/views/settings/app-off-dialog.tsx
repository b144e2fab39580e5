import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAppOff } from '../../api/account.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { showToast } from '../../ui/toast.tsx';
import { FormDialog } from './form-dialog.tsx';
import { isComplete, NO_PROOF, ProofFields, proofOf } from './proof-fields.tsx';

export function AppOffDialog({ onClose }: { onClose: () => void }) {
  const intl = useIntl();
  const [proof, setProof] = useState(NO_PROOF);
  const off = useAppOff();
  const save = () =>
    off.mutate(proofOf(proof), {
      onSuccess: () => {
        onClose();
        showToast({ text: intl.formatMessage({ id: 'app.off.done', defaultMessage: 'Switched off.' }) });
      },
    });
  return (
    <FormDialog
      title={intl.formatMessage({ id: 'own-sign-in.app.off', defaultMessage: 'Switch the app off' })}
      onClose={onClose}
      onSubmit={save}
      submitLabel={intl.formatMessage({ id: 'app.off.do', defaultMessage: 'Switch off' })}
      submitKind="danger"
      isPending={off.isPending}
      isDisabled={!isComplete(proof)}
    >
      <p>
        <FormattedMessage
          id="app.off.text"
          defaultMessage="From then on your passphrase alone signs you in. To move to another phone, switch the app off and set it up there."
        />
      </p>
      <ErrorNotice error={off.error} />
      <ProofFields proof={proof} onChange={setProof} />
    </FormDialog>
  );
}
