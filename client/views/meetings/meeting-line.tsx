import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Meeting } from '../../api/meetings.ts';
import { useWorkspace } from '../../api/workspace.ts';
import { Badge } from '../../ui/badge.tsx';
import { KIND_WORDS, STATE_TONES, STATE_WORDS } from './meeting-words.ts';
import styles from './meetings.module.css';

/** When a meeting is, by the clocks of the workspace. */
export function useWhenText() {
  const intl = useIntl();
  const timeZone = useWorkspace().data?.timezone ?? 'UTC';
  return ({ startsAt, endsAt }: Pick<Meeting, 'startsAt' | 'endsAt'>): string => {
    const options = { timeZone, dateStyle: 'full', timeStyle: 'short' } as const;
    return endsAt === null
      ? intl.formatDate(startsAt, options)
      : intl.formatDateTimeRange(new Date(startsAt), new Date(endsAt), options);
  };
}

interface MeetingLineProps {
  readonly meeting: Meeting;
  readonly isPast?: boolean;
  /** On the page of its committee the name would only be said again. */
  readonly ofThisPage?: boolean;
}

/** One meeting in a list. */
export function MeetingLine({ meeting, isPast = false, ofThisPage = false }: MeetingLineProps) {
  const intl = useIntl();
  const whenText = useWhenText();
  const kind = intl.formatMessage(KIND_WORDS[meeting.kind]);
  return (
    <li className={styles.line}>
      <div className={styles.lineMain}>
        <div className={styles.lineHead}>
          <Link to="/meetings/$id" params={{ id: meeting.id }}>
            <bdi>{meeting.title || kind}</bdi>
          </Link>
          {meeting.state !== 'planned' || !isPast ? (
            <Badge tone={STATE_TONES[meeting.state]}>{intl.formatMessage(STATE_WORDS[meeting.state])}</Badge>
          ) : (
            <Badge tone="amber">
              <FormattedMessage id="meeting.unrecorded" defaultMessage="To be recorded" />
            </Badge>
          )}
        </div>
        <div className={styles.facts}>
          <span>{whenText(meeting)}</span>
          {meeting.title ? <span>{kind}</span> : null}
          {ofThisPage ? null : <bdi>{meeting.committeeName}</bdi>}
          {meeting.place ? <bdi>{meeting.place}</bdi> : null}
          <FormattedMessage
            id="meeting.items"
            defaultMessage="{count, plural, =0 {no agenda yet} one {# item} other {# items}}"
            values={{ count: meeting.items }}
          />
        </div>
      </div>
    </li>
  );
}
