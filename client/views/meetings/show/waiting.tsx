import { FormattedDate, FormattedMessage, FormattedTime, useIntl } from 'react-intl';
import { AGENDA_ITEM_WORDS } from '../../../agenda-item-words.ts';
import type { ShownMeeting } from '../../../api/meeting-show.ts';
import { useWorkspace } from '../../../api/workspace.ts';
import { titlesOf } from './item-words.ts';
import styles from './stage.module.css';

const MOST_LINES = 8;

/** Before the meeting begins, between items, and when it is over. */
export function Waiting({ meeting }: { meeting: ShownMeeting }) {
  const intl = useIntl();
  const { state, items, nextMeetingAt } = meeting;
  const done = items.filter((item) => item.state === 'done').length;
  return (
    <div className={styles.centre}>
      <p className={styles.kind}>
        <bdi>{meeting.committeeName}</bdi>
      </p>
      <h1 className={styles.title}>
        <FormattedMessage
          id="show.waiting"
          defaultMessage="{state, select, planned {We begin soon} running {The meeting} closed {The meeting has ended} other {The meeting is cancelled}}"
          values={{ state }}
        />
      </h1>
      {state === 'planned' ? (
        <p>
          <Moment at={meeting.startsAt} />
          {meeting.place === '' ? null : <bdi> · {meeting.place}</bdi>}
        </p>
      ) : null}
      {state === 'cancelled' ? <p dir="auto">{meeting.reason}</p> : null}
      {state === 'closed' ? (
        <p>
          <FormattedMessage
            id="show.ended"
            defaultMessage="{done, plural, one {# item was} other {# items were}} dealt with, {left, plural, =0 {none} one {# was} other {# were}} put off to the next meeting. Thank you for coming."
            values={{ done, left: items.filter((item) => item.state === 'deferred').length }}
          />
        </p>
      ) : (
        <ol className={styles.lines}>
          {items.slice(0, MOST_LINES).map((item) => {
            const [first] = titlesOf(
              item,
              meeting.languages,
              intl.formatMessage(AGENDA_ITEM_WORDS[item.kind]),
            );
            return (
              <li key={item.id} lang={first?.language} dir="auto">
                {first?.text}
              </li>
            );
          })}
        </ol>
      )}
      {nextMeetingAt ? (
        <p>
          <FormattedMessage
            id="show.nextMeeting"
            defaultMessage="The next meeting: {at}"
            values={{ at: <Moment at={nextMeetingAt} /> }}
          />
        </p>
      ) : null}
    </div>
  );
}

function Moment({ at }: { at: string }) {
  const zone = useWorkspace().data?.timezone ?? 'UTC';
  return (
    <>
      <FormattedDate value={at} timeZone={zone} weekday="long" day="numeric" month="long" />{' '}
      <FormattedTime value={at} timeZone={zone} />
    </>
  );
}
