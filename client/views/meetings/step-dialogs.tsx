import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import {
  type Meeting,
  useAgenda,
  useCancelMeeting,
  useCloseMeeting,
  useTakeBackStart,
} from '../../api/meetings.ts';
import { useWorkspace } from '../../api/workspace.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { localOf } from '../../local-moment.ts';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { itemTitle } from './agenda-words.ts';
import { type ClosingDraft, ClosingFields, closingOf, useOpenVotes } from './closing-fields.tsx';
import styles from './meetings.module.css';

interface StepDialogProps {
  meeting: Meeting;
  onClose: () => void;
}

/** Closes a meeting: what is still open goes on or is left out, and the next one is planned. */
export function CloseDialog({ meeting, onClose }: StepDialogProps) {
  const intl = useIntl();
  const close = useCloseMeeting();
  const zone = useWorkspace().data?.timezone ?? 'UTC';
  const { data: items } = useAgenda(meeting.id);
  const votes = useOpenVotes(meeting.id);
  const { nextMeetingAt, parallelOf } = meeting;
  const [draft, setDraft] = useState<ClosingDraft>({
    dropped: [],
    next: nextMeetingAt ? localOf(nextMeetingAt, zone) : '',
  });
  const open = (items ?? [])
    .filter(({ state }) => state === 'open')
    .map((item) => ({ id: item.id, title: itemTitle(intl, item) }));
  const hasNext = parallelOf === null;
  const how = closingOf(draft, { open, hasNext, zone });
  return (
    <ConfirmDialog
      title={intl.formatMessage({ id: 'meeting.close.title', defaultMessage: 'Close this meeting?' })}
      isOpen
      onClose={onClose}
      onConfirm={() => close.mutate({ meeting, how }, { onSuccess: onClose })}
      confirmLabel={
        how.deferOpen
          ? intl.formatMessage({ id: 'meeting.close.defer', defaultMessage: 'Defer them and close' })
          : intl.formatMessage({ id: 'meeting.close', defaultMessage: 'Close the meeting' })
      }
      isPending={close.isPending}
      isConfirmDisabled={items === undefined || votes.length > 0}
    >
      <ErrorNotice error={close.error} />
      <ClosingFields
        meetingId={meeting.id}
        open={open}
        mayDrop={meeting.mayChange}
        hasNext={hasNext}
        draft={draft}
        set={setDraft}
      />
    </ConfirmDialog>
  );
}

/** It was begun by mistake: nothing of it was recorded yet. */
export function TakeBackDialog({ meeting, onClose }: StepDialogProps) {
  const intl = useIntl();
  const takeBack = useTakeBackStart();
  return (
    <ConfirmDialog
      title={intl.formatMessage({
        id: 'meeting.takeBack.title',
        defaultMessage: 'Was this meeting started by mistake?',
      })}
      isOpen
      onClose={onClose}
      onConfirm={() => takeBack.mutate(meeting, { onSuccess: onClose })}
      confirmLabel={intl.formatMessage({ id: 'meeting.takeBack.do', defaultMessage: 'Back to planned' })}
      isPending={takeBack.isPending}
    >
      <ErrorNotice error={takeBack.error} />
      <p>
        <FormattedMessage
          id="meeting.takeBack.text"
          defaultMessage="It is planned again, as long as nothing was recorded of it and no telephone joined. Every screen shows that it begins soon."
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
