import { useState } from 'react';
import { useIntl } from 'react-intl';
import { AGENDA_ITEM_WORDS } from '../../../agenda-item-words.ts';
import type { MeetingToRun, ShownMeeting } from '../../../api/meeting-show.ts';
import { useCloseMeeting } from '../../../api/meetings.ts';
import { useWorkspace } from '../../../api/workspace.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { localOf } from '../../../local-moment.ts';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { type ClosingDraft, ClosingFields, closingOf, useOpenVotes } from '../closing-fields.tsx';
import { titlesOf } from './item-words.ts';

interface CloseDialogProps {
  meeting: ShownMeeting;
  run: MeetingToRun;
  onClose: () => void;
}

/** Closes the meeting: what is still open is named, and goes to the next one or is left out. */
export function CloseDialog({ meeting, run, onClose }: CloseDialogProps) {
  const intl = useIntl();
  const close = useCloseMeeting();
  const zone = useWorkspace().data?.timezone ?? 'UTC';
  const votes = useOpenVotes(meeting.id);
  const { nextMeetingAt } = meeting;
  const [draft, setDraft] = useState<ClosingDraft>({
    dropped: [],
    next: nextMeetingAt ? localOf(nextMeetingAt, zone) : '',
  });
  const open = meeting.items
    .filter(({ state }) => state === 'open')
    .map((item) => {
      const kind = intl.formatMessage(AGENDA_ITEM_WORDS[item.kind]);
      return { id: item.id, title: titlesOf(item, meeting.languages, kind)[0]?.text ?? kind };
    });
  const hasNext = run.parallelOf === null;
  const how = closingOf(draft, { open, hasNext, zone });
  return (
    <ConfirmDialog
      title={intl.formatMessage({ id: 'present.closing', defaultMessage: 'Close the meeting' })}
      isOpen
      onClose={onClose}
      onConfirm={() => close.mutate({ meeting: run, how }, { onSuccess: onClose })}
      confirmLabel={
        how.deferOpen
          ? intl.formatMessage({ id: 'present.closeDefer', defaultMessage: 'Put these off and close' })
          : intl.formatMessage({ id: 'present.closeNow', defaultMessage: 'Close it' })
      }
      isPending={close.isPending}
      isConfirmDisabled={votes.length > 0}
    >
      <ErrorNotice error={close.error} />
      <ClosingFields
        meetingId={meeting.id}
        open={open}
        mayDrop={run.mayChange}
        hasNext={hasNext}
        draft={draft}
        set={setDraft}
      />
    </ConfirmDialog>
  );
}
