import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { type Meeting, useStartMeeting } from '../../api/meetings.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { type MeetingDialogName, MeetingMenu } from './meeting-menu.tsx';
import { KIND_WORDS, STATE_TONES, STATE_WORDS } from './meeting-words.ts';
import styles from './meetings.module.css';
import { useSayBegun } from './say-begun.ts';

interface MeetingHeadProps {
  meeting: Meeting;
  onAsk: (dialog: MeetingDialogName) => void;
}

/** What the meeting is, the one thing that is to be done with it now, and a menu of everything else. */
export function MeetingHead({ meeting, onAsk }: MeetingHeadProps) {
  const intl = useIntl();
  const start = useStartMeeting();
  const sayBegun = useSayBegun();
  return (
    <>
      <header className={styles.head}>
        <div className={styles.section}>
          <h1>
            <bdi>{meeting.title || intl.formatMessage(KIND_WORDS[meeting.kind])}</bdi>
          </h1>
          <div className={styles.lineHead}>
            <Badge tone={STATE_TONES[meeting.state]}>{intl.formatMessage(STATE_WORDS[meeting.state])}</Badge>
            <Link to="/committees/$id" params={{ id: meeting.committeeId }}>
              <bdi>{meeting.committeeName}</bdi>
            </Link>
          </div>
        </div>
        <div className={styles.buttons}>
          <NowButtons
            meeting={meeting}
            isStarting={start.isPending}
            onStart={() => start.mutate(meeting, { onSuccess: sayBegun })}
          />
          <MeetingMenu meeting={meeting} onAsk={onAsk} />
          <LinkButton href="/meetings" kind="quiet">
            <FormattedMessage id="meetings.back" defaultMessage="All meetings" />
          </LinkButton>
        </div>
      </header>
      <ErrorNotice error={start.error} />
    </>
  );
}

interface NowButtonsProps {
  meeting: Meeting;
  isStarting: boolean;
  onStart: () => void;
}

/** Before it: start it. While it runs: the wall of the room and the desk of whoever presents. Afterwards: its minutes. */
function NowButtons({ meeting, isStarting, onStart }: NowButtonsProps) {
  if (meeting.state === 'planned' && meeting.mayRun)
    return (
      <Button kind="primary" onPress={onStart} isPending={isStarting}>
        <FormattedMessage id="meeting.start" defaultMessage="Start the meeting" />
      </Button>
    );
  if (meeting.state === 'running')
    return (
      <>
        <LinkButton kind="primary" href={`/meetings/${meeting.id}/show`} target="_blank">
          <FormattedMessage id="meeting.wall" defaultMessage="Open the wall" />
        </LinkButton>
        {meeting.mayRun ? (
          <LinkButton href={`/meetings/${meeting.id}/present`}>
            <FormattedMessage id="meeting.toTheRoom" defaultMessage="Run it in the room" />
          </LinkButton>
        ) : null}
      </>
    );
  if (meeting.state === 'closed')
    return (
      <LinkButton kind="primary" href={`/meetings/${meeting.id}/minutes`}>
        <FormattedMessage id="meeting.minutes" defaultMessage="Minutes" />
      </LinkButton>
    );
  return null;
}
