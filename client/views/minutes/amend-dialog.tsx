import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAmendMinutes } from '../../api/minutes.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/text-field.tsx';

const LONGEST = 4000;

/** A note to closed minutes: what was written stays, and what has to be put right stands beside it. */
export function AmendDialog({ meetingId, onClose }: { meetingId: string; onClose: () => void }) {
  const intl = useIntl();
  const [text, setText] = useState('');
  const amend = useAmendMinutes(meetingId);
  return (
    <Dialog
      title={intl.formatMessage({ id: 'minutes.amendTitle', defaultMessage: 'Put something right' })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>
            {intl.formatMessage({ id: 'ui.cancel', defaultMessage: 'Cancel' })}
          </Button>
          <Button
            kind="primary"
            isPending={amend.isPending}
            isDisabled={text.trim() === ''}
            onPress={() => amend.mutate(text, { onSuccess: onClose })}
          >
            <FormattedMessage id="minutes.addNote" defaultMessage="Add the note" />
          </Button>
        </>
      }
    >
      <TextArea
        label={intl.formatMessage({ id: 'minutes.noteText', defaultMessage: 'What has to be put right' })}
        hint={intl.formatMessage({
          id: 'minutes.noteHint',
          defaultMessage:
            'It stands at the end of the minutes, for everybody who reads them, and stays there. No names.',
        })}
        rows={5}
        maxLength={LONGEST}
        value={text}
        onChange={setText}
      />
      <ErrorNotice error={amend.error} />
    </Dialog>
  );
}
