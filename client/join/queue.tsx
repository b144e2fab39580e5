import { FormattedMessage, useIntl } from 'react-intl';
import type { GuestMeeting } from './ask.ts';
import { errorText } from './error-words.ts';
import styles from './join.module.css';
import { said } from './language.ts';
import type { Entry } from './outbox.ts';
import { Spoken } from './spoken.tsx';

interface QueueProps {
  readonly entries: readonly Entry[];
  /** Null: the telephone is in none. */
  readonly meeting: GuestMeeting | null;
  readonly onDrop: (number: number) => void;
  /** Left out: nothing can be changed here. */
  readonly onEdit?: (entry: Entry) => void;
  /** For words the server had a question about. */
  readonly onSendAsItIs?: (entry: Entry) => void;
}

/** What still lies on this telephone: waiting to be sent, or refused, each with why. */
export function Queue({ entries, meeting, onDrop, onEdit, onSendAsItIs }: QueueProps) {
  if (entries.length === 0) return null;
  return (
    <ul className={styles.queue} aria-live="polite">
      {entries.map((entry) => (
        <li key={entry.number} className={entry.refused === '' ? styles.waiting : styles.refused}>
          <strong>
            <Named entry={entry} meeting={meeting} />
          </strong>
          {entry.refused === '' ? (
            <span>
              <FormattedMessage id="join.queue.waiting" defaultMessage="Waiting to be sent" />
            </span>
          ) : (
            <>
              <span>
                <Refusal {...entry} />
              </span>
              <span className={styles.buttons}>
                {onEdit && entry.sending.kind === 'concern' && (
                  <button type="button" className={styles.plain} onClick={() => onEdit(entry)}>
                    <FormattedMessage id="join.queue.edit" defaultMessage="Change it" />
                  </button>
                )}
                {onSendAsItIs && entry.refusedCode === 'words_to_check' ? (
                  <button type="button" className={styles.plain} onClick={() => onSendAsItIs(entry)}>
                    <FormattedMessage
                      id="join.concern.sendAllTheSame"
                      defaultMessage="It is all right, send it"
                    />
                  </button>
                ) : (
                  <button type="button" className={styles.plain} onClick={() => onDrop(entry.number)}>
                    <FormattedMessage id="join.queue.drop" defaultMessage="I have read this" />
                  </button>
                )}
              </span>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Named({ entry, meeting }: { readonly entry: Entry; readonly meeting: GuestMeeting | null }) {
  const { sending } = entry;
  if (sending.kind === 'concern')
    return sending.photo ? (
      <FormattedMessage id="join.queue.concernPhoto" defaultMessage="Your concern, with a photo" />
    ) : (
      <FormattedMessage id="join.queue.concern" defaultMessage="Your concern" />
    );
  const ballot = meeting?.ballots.find(({ id }) => id === sending.ballotId);
  return (
    <>
      <FormattedMessage id="join.queue.vote" defaultMessage="Your vote:" />{' '}
      {meeting && ballot && (
        <Spoken
          said={said(ballot.question, ballot.questions, meeting.guest.language, meeting.languages[0] ?? 'en')}
        />
      )}
    </>
  );
}

function Refusal({ refusedCode, sending }: Entry) {
  const intl = useIntl();
  if (refusedCode !== 'meeting_over' && refusedCode !== 'not_joined') return errorText(intl, refusedCode);
  return sending.kind === 'vote' ? (
    <FormattedMessage
      id="join.queue.late"
      defaultMessage="The meeting was over before this arrived, so it is not counted."
    />
  ) : (
    <FormattedMessage
      id="join.queue.lateConcern"
      defaultMessage="The meeting was over before this arrived. Tell it to somebody of the committee."
    />
  );
}
