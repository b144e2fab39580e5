import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { type Publication, useStrike } from '../../api/publications.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/text-field.tsx';

/** Asks why: the reason is public and stays above the figures. */
export function StrikeDialog({ publication, onClose }: { publication: Publication; onClose: () => void }) {
  const intl = useIntl();
  const [reason, setReason] = useState('');
  const strike = useStrike(publication);
  return (
    <ConfirmDialog
      title={intl.formatMessage({ id: 'published.strike.title', defaultMessage: 'Strike this release' })}
      isOpen
      onClose={onClose}
      onConfirm={() => strike.mutate(reason.trim(), { onSuccess: onClose })}
      confirmLabel={intl.formatMessage({ id: 'published.strike.do', defaultMessage: 'Strike' })}
      confirmKind="danger"
      isPending={strike.isPending}
      isConfirmDisabled={reason.trim() === ''}
    >
      <ErrorNotice error={strike.error} />
      <p>
        <FormattedMessage
          id="published.strike.what"
          defaultMessage="It stays on the notice board, marked as struck. New releases are still held against it: what was read stays known."
        />
      </p>
      <TextArea
        label={intl.formatMessage({
          id: 'published.strike.reason',
          defaultMessage: 'Why do these figures not hold?',
        })}
        hint={intl.formatMessage({ id: 'published.strike.hint', defaultMessage: 'Everybody can read it.' })}
        value={reason}
        onChange={setReason}
        maxLength={2000}
        rows={3}
        autoFocus
        isRequired
      />
    </ConfirmDialog>
  );
}
