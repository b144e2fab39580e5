import { useState } from 'react';
import { FormattedMessage, type IntlShape, useIntl } from 'react-intl';
import { type Minutes, useApproveMinutes, useCloseMinutes } from '../../api/minutes.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { showFailure } from '../../ui/toast.tsx';
import { AmendDialog } from './amend-dialog.tsx';
import { stateText } from './minutes-file.ts';
import { WriteDialog } from './write-dialog.tsx';

interface DeskProps {
  minutes: Minutes;
  /** Of the page below. */
  language: string;
  paper: IntlShape;
  zone: string;
}

/** How the minutes stand, and what whoever keeps them can do with them now. */
export function MinutesDesk({ minutes, language, paper, zone }: DeskProps) {
  const intl = useIntl();
  const [open, setOpen] = useState<'write' | 'close' | 'amend' | null>(null);
  const close = useCloseMinutes(minutes);
  const shut = () => setOpen(null);
  const isDraft = minutes.state === 'draft';
  return (
    <>
      <p>{stateText({ intl, zone }, minutes)}</p>
      {minutes.mayChange && isDraft ? (
        <>
          <Button onPress={() => setOpen('write')}>
            <FormattedMessage id="minutes.write" defaultMessage="Write in place of a section…" />
          </Button>
          <Button onPress={() => setOpen('close')}>
            <FormattedMessage id="minutes.close" defaultMessage="Close the minutes…" />
          </Button>
        </>
      ) : null}
      {minutes.mayChange && !isDraft ? (
        <Button onPress={() => setOpen('amend')}>
          <FormattedMessage id="minutes.amend" defaultMessage="Put something right…" />
        </Button>
      ) : null}
      {minutes.mayApprove && minutes.state === 'closed' ? <Approve minutes={minutes} zone={zone} /> : null}
      {open === 'write' ? (
        <WriteDialog minutes={minutes} language={language} paper={paper} zone={zone} onClose={shut} />
      ) : null}
      {open === 'amend' ? <AmendDialog meetingId={minutes.meetingId} onClose={shut} /> : null}
      <ConfirmDialog
        title={intl.formatMessage({ id: 'minutes.closeTitle', defaultMessage: 'Close the minutes' })}
        isOpen={open === 'close'}
        onClose={shut}
        onConfirm={() => {
          shut();
          close.mutate(undefined, { onError: showFailure });
        }}
        confirmLabel={intl.formatMessage({ id: 'minutes.closeConfirm', defaultMessage: 'Close them' })}
      >
        <FormattedMessage
          id="minutes.closeText"
          defaultMessage="What stands in them stays as it is from now on. A later meeting approves them; what has to be put right goes into a note."
        />
      </ConfirmDialog>
    </>
  );
}

/** The later meeting of the committee at which they are approved. */
function Approve({ minutes, zone }: { minutes: Minutes; zone: string }) {
  const intl = useIntl();
  const approve = useApproveMinutes(minutes);
  const [chosen, setChosen] = useState<string | null>(null);
  const [first] = minutes.approvableAt;
  if (!first)
    return (
      <p>
        <FormattedMessage
          id="minutes.noLater"
          defaultMessage="They can be approved once a later meeting of the committee has begun."
        />
      </p>
    );
  const at = chosen ?? first.meetingId;
  return (
    <>
      <Select
        label={intl.formatMessage({ id: 'minutes.approvedAt', defaultMessage: 'Approved at the meeting of' })}
        choices={minutes.approvableAt.map(({ meetingId, startsAt }) => ({
          id: meetingId,
          label: intl.formatDate(startsAt, { dateStyle: 'long', timeZone: zone }),
        }))}
        value={at}
        onChange={setChosen}
      />
      <Button
        kind="primary"
        isPending={approve.isPending}
        onPress={() => approve.mutate(at, { onError: showFailure })}
      >
        <FormattedMessage id="minutes.approve" defaultMessage="Record the approval" />
      </Button>
    </>
  );
}
