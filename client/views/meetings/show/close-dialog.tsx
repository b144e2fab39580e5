import { FormattedMessage, useIntl } from 'react-intl';
import { AGENDA_ITEM_WORDS } from '../../../agenda-item-words.ts';
import { type MeetingToRun, type ShownMeeting, useCloseMeeting } from '../../../api/meeting-show.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { titlesOf } from './item-words.ts';
import styles from './present.module.css';

interface CloseDialogProps {
  meeting: ShownMeeting;
  run: MeetingToRun;
  onClose: () => void;
}

/** Closes the meeting: what is still open is named, and goes to the next one. */
export function CloseDialog({ meeting, run, onClose }: CloseDialogProps) {
  const intl = useIntl();
  const close = useCloseMeeting();
  const open = meeting.items.filter(({ state }) => state === 'open');
  return (
    <ConfirmDialog
      title={intl.formatMessage({ id: 'present.closing', defaultMessage: 'Close the meeting' })}
      isOpen
      onClose={onClose}
      onConfirm={() => close.mutate(run, { onSuccess: onClose })}
      confirmLabel={
        open.length > 0
          ? intl.formatMessage({ id: 'present.closeDefer', defaultMessage: 'Put these off and close' })
          : intl.formatMessage({ id: 'present.closeNow', defaultMessage: 'Close it' })
      }
      isPending={close.isPending}
    >
      <ErrorNotice error={close.error} />
      <p>
        <FormattedMessage
          id="present.stays"
          defaultMessage="What was recorded stays as it is from then on."
        />
      </p>
      {open.length > 0 ? (
        <>
          <p>
            <FormattedMessage
              id="present.stillOpen"
              defaultMessage="{n, plural, one {This item is} other {These # items are}} still open and {n, plural, one {goes} other {go}} to the next meeting:"
              values={{ n: open.length }}
            />
          </p>
          <ul className={styles.open}>
            {open.map((item) => (
              <li key={item.id} dir="auto">
                {titlesOf(item, meeting.languages, intl.formatMessage(AGENDA_ITEM_WORDS[item.kind]))[0]?.text}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </ConfirmDialog>
  );
}
