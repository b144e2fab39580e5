import { useState } from 'react';
import { useIntl } from 'react-intl';
import { type Attachment, useDescribeAttachment } from '../../../api/attachments.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { useToday } from '../../../use-today.ts';
import { AttachmentFields, isEnough } from './attachment-fields.tsx';

/** Changes what is said of a photo or document. */
export function DescribeDialog({ attachment, onClose }: { attachment: Attachment; onClose: () => void }) {
  const intl = useIntl();
  const today = useToday();
  const { kind, caption } = attachment;
  const [said, setSaid] = useState({ kind, caption, takenOn: attachment.takenOn ?? '' });
  const describe = useDescribeAttachment();
  return (
    <ConfirmDialog
      title={intl.formatMessage({ id: 'attachments.describe', defaultMessage: 'Change what is said of it' })}
      isOpen
      onClose={onClose}
      onConfirm={() => describe.mutate({ attachment, change: said }, { onSuccess: onClose })}
      confirmLabel={intl.formatMessage({ id: 'data.save', defaultMessage: 'Save' })}
      isPending={describe.isPending}
      isConfirmDisabled={!isEnough(said, today)}
    >
      <ErrorNotice error={describe.error} />
      <AttachmentFields said={said} onChange={(change) => setSaid({ ...said, ...change })} />
    </ConfirmDialog>
  );
}
