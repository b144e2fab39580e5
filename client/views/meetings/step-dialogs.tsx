import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { type Meeting, useAgenda, useCancelMeeting, useCloseMeeting } from '../../api/meetings.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { itemTitle } from './agenda-words.ts';
import styles from './meetings.module.css';

interface StepDialogProps {
  meeting: Meeting;
  onClose: () => void;
}

/** Closes a meeting; what is still open is named first, and goes to the next meeting. */
export function CloseDialog({ meeting, onClose }: StepDialogProps) {
  const intl = useIntl();
  const close = useCloseMeeting();
  const { data: items } = useAgenda(meeting.id);
  const open = items?.filter(({ state }) => state === 'open') ?? [];
  return (
    <ConfirmDialog
      title={intl.formatMessage({ id: 'meeting.close.title', defaultMessage: 'Close this meeting?' })}
      isOpen
      onClose={onClose}
      onConfirm={() => close.mutate({ meeting, deferOpen: open.length > 0 }, { onSuccess: onClose })}
      confirmLabel={
        open.length > 0
          ? intl.formatMessage({ id: 'meeting.close.defer', defaultMessage: 'Defer them and close' })
          : intl.formatMessage({ id: 'meeting.close', defaultMessage: 'Close the meeting' })
      }
      isPending={close.isPending}
      isConfirmDisabled={items === undefined}
    >
      <ErrorNotice error={close.error} />
      {open.length > 0 ? (
        <>
          <p>
            <FormattedMessage
              id="meeting.close.open"
              defaultMessage="{count, plural, one {# item is still open and goes} other {# items are still open and go}} to the next meeting:"
              values={{ count: open.length }}
            />
          </p>
          <ul>
            {open.map((item) => (
              <li key={item.id}>
                <bdi>{itemTitle(intl, item)}</bdi>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <p>
        <FormattedMessage
          id="meeting.close.text"
          defaultMessage="What was recorded then stays as it is: agenda, outcomes and who was there."
        />
      </p>
    </ConfirmDialog>
  );
}

/** Calls a meeting off: it stays in the list, with the reason. */
export function CancelDialog({ meeting, onClose }: StepDialogProps) {
  const intl = useIntl();
  const cancel = useCancelMeeting();
  const [reason, setReason] = useState('');
  return (
    <ConfirmDialog
      title={intl.formatMessage({ id: 'meeting.cancel.title', defaultMessage: 'Call this meeting off?' })}
      isOpen
      onClose={onClose}
      onConfirm={() => cancel.mutate({ meeting, reason: reason.trim() }, { onSuccess: onClose })}
      confirmLabel={intl.formatMessage({ id: 'meeting.cancel', defaultMessage: 'Call it off' })}
      confirmKind="danger"
      isPending={cancel.isPending}
      isConfirmDisabled={reason.trim() === ''}
    >
      <div className={styles.form}>
        <ErrorNotice error={cancel.error} />
        <TextArea
          label={intl.formatMessage({ id: 'meeting.cancel.reason', defaultMessage: 'Why' })}
          value={reason}
          onChange={setReason}
          rows={2}
          maxLength={2000}
          isRequired
        />
      </div>
    </ConfirmDialog>
  );
}
