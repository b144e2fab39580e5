import { useParams } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { FormattedDate, FormattedMessage } from 'react-intl';
import { useMeetingOf } from '../../../api/phones.ts';
import { useWorkspace } from '../../../api/workspace.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { LinkButton } from '../../../ui/button.tsx';
import styles from './phones.module.css';
import { PhonesPanel } from './phones-panel.tsx';

/** Telephones, votes and decisions of a meeting on a page of their own: for the screen of whoever runs it. */
export function PhonesView() {
  const { meetingId } = useParams({ from: '/meetings/$meetingId/phones' });
  const { data: meeting, error } = useMeetingOf(meetingId);
  const timeZone = useWorkspace().data?.timezone ?? 'UTC';
  return (
    <div className={styles.page}>
      <header className={styles.block}>
        {meeting && (
          <div className={styles.buttons}>
            <LinkButton href={`/meetings/${meeting.id}`} kind="quiet" size="small">
              <ArrowLeft aria-hidden className={styles.mirrored} />
              <FormattedMessage id="sheets.back" defaultMessage="The meeting" />
            </LinkButton>
          </div>
        )}
        <h1>
          <bdi>{meeting?.title || meeting?.committeeName}</bdi>
        </h1>
        {meeting && (
          <p className={styles.quiet}>
            <FormattedDate value={meeting.startsAt} timeZone={timeZone} dateStyle="full" timeStyle="short" />
            {meeting.state !== 'running' && (
              <>
                {' · '}
                <FormattedMessage
                  id="phones.notRunning"
                  defaultMessage="Telephones join and votes are opened while the meeting runs."
                />
              </>
            )}
          </p>
        )}
      </header>
      <ErrorNotice error={error} />
      {meeting && (
        <PhonesPanel
          meetingId={meeting.id}
          languages={meeting.languages}
          isRunning={meeting.state === 'running'}
        />
      )}
    </div>
  );
}
