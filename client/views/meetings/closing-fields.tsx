import { FormattedMessage, useIntl } from 'react-intl';
import type { Closing } from '../../api/meetings.ts';
import { useBallots } from '../../api/phones.ts';
import { instantOf } from '../../local-moment.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './meetings.module.css';

export interface ClosingDraft {
  /** Open items that are left out. */
  readonly dropped: readonly string[];
  /** On the clocks of the workspace, for a field; empty: not known. */
  readonly next: string;
}

interface ClosingFieldsProps {
  meetingId: string;
  /** What is still open. */
  open: readonly { id: string; title: string }[];
  /** Leaving an item out is of those who prepare the meeting. */
  mayDrop: boolean;
  /** A session of a round has no next one of its own. */
  hasNext: boolean;
  draft: ClosingDraft;
  set: (draft: ClosingDraft) => void;
}

/** What is asked before a meeting is closed: its open votes, what becomes of what is open, and when it meets next. */
export function ClosingFields({ meetingId, open, mayDrop, hasNext, draft, set }: ClosingFieldsProps) {
  const intl = useIntl();
  const { dropped } = draft;
  const turn = (id: string, goesOn: boolean) =>
    set({ ...draft, dropped: goesOn ? dropped.filter((one) => one !== id) : [...dropped, id] });
  return (
    <div className={styles.form}>
      <OpenVotes meetingId={meetingId} />
      {open.length > 0 ? (
        <fieldset className={styles.openItems}>
          <legend>
            <FormattedMessage
              id="meeting.close.open"
              defaultMessage="{count, plural, one {# item is still open and goes} other {# items are still open and go}} to the next meeting:"
              values={{ count: open.length }}
            />
          </legend>
          {open.map(({ id, title }) =>
            mayDrop ? (
              <Checkbox key={id} isSelected={!dropped.includes(id)} onChange={(on) => turn(id, on)}>
                <bdi>{title}</bdi>
              </Checkbox>
            ) : (
              <p key={id} dir="auto">
                {title}
              </p>
            ),
          )}
          {mayDrop ? (
            <p className={styles.quiet}>
              <FormattedMessage
                id="meeting.close.drop"
                defaultMessage="What you take the mark off is left out."
              />
            </p>
          ) : null}
        </fieldset>
      ) : null}
      {hasNext ? (
        <TextField
          type="datetime-local"
          label={intl.formatMessage({ id: 'meeting.nextAt', defaultMessage: 'Next meeting' })}
          hint={intl.formatMessage({
            id: 'meeting.close.next',
            defaultMessage:
              'It is planned at once, with the minutes of this one and what is still open on its agenda. One that is planned on that day is used.',
          })}
          value={draft.next}
          onChange={(next) => set({ ...draft, next })}
        />
      ) : null}
      <p>
        <FormattedMessage
          id="meeting.close.text"
          defaultMessage="What was recorded then stays as it is: agenda, outcomes and who was there."
        />
      </p>
    </div>
  );
}

/** A vote that is open would never be counted: it is closed first. */
function OpenVotes({ meetingId }: { meetingId: string }) {
  const votes = useOpenVotes(meetingId);
  if (votes.length === 0) return null;
  return (
    <Notice
      tone="amber"
      title={
        <FormattedMessage
          id="meeting.close.votes"
          defaultMessage="{count, plural, one {A vote is} other {# votes are}} still open: close and count {count, plural, one {it} other {them}} first"
          values={{ count: votes.length }}
        />
      }
    >
      <ul>
        {votes.map(({ id, question }) => (
          <li key={id} dir="auto">
            {question}
          </li>
        ))}
      </ul>
      <LinkButton href={`/meetings/${meetingId}/phones`}>
        <FormattedMessage id="meeting.phones" defaultMessage="Telephones and votes" />
      </LinkButton>
    </Notice>
  );
}

export function useOpenVotes(meetingId: string) {
  return useBallots(meetingId).data?.items.filter(({ state }) => state === 'open') ?? [];
}

/** What is sent: only what may be said by whoever closes it. */
export function closingOf(
  { dropped, next }: ClosingDraft,
  { open, hasNext, zone }: { open: readonly { id: string }[]; hasNext: boolean; zone: string },
): Closing {
  const drop = dropped.filter((id) => open.some((one) => one.id === id));
  return {
    deferOpen: open.length > drop.length,
    drop,
    ...(hasNext && { nextMeetingAt: instantOf(next, zone) ?? null }),
  };
}
