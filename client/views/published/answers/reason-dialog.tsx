import { type ReactNode, useState } from 'react';
import { useIntl } from 'react-intl';
import { ErrorNotice } from '../../../error-notice.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { TextArea } from '../../../ui/text-field.tsx';

interface ReasonDialogProps {
  title: string;
  /** What happens then. */
  children: ReactNode;
  label: string;
  confirmLabel: string;
  isDanger?: boolean;
  isPending: boolean;
  error: unknown;
  onClose: () => void;
  onConfirm: (reason: string) => void;
}

/** Asks why before a step that everybody will read the reason of. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, children, label, confirmLabel, isDanger, isPending, error, onClose, onConfirm } = props;
  const intl = useIntl();
  const [reason, setReason] = useState('');
  return (
    <ConfirmDialog
      title={title}
      isOpen
      onClose={onClose}
      onConfirm={() => onConfirm(reason.trim())}
      confirmLabel={confirmLabel}
      {...(isDanger && { confirmKind: 'danger' as const })}
      isPending={isPending}
      isConfirmDisabled={reason.trim() === ''}
    >
      <ErrorNotice error={error} />
      {children}
      <TextArea
        label={label}
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
