import { useState } from 'react';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import type { GuestBallot, GuestMeeting } from './ask.ts';
import { Dots } from './dots.tsx';
import styles from './join.module.css';
import { said } from './language.ts';
import { OneOf } from './one-of.tsx';
import { type Marks, optionsOf } from './option-text.ts';
import { Ranking } from './ranking.tsx';
import { Spoken } from './spoken.tsx';
import votes from './votes.module.css';

interface BallotCardProps {
  readonly ballot: GuestBallot;
  readonly meeting: GuestMeeting;
  /** Chosen, and still on this telephone. */
  readonly waiting: Marks | null;
  readonly onVote: (marks: Record<string, number>) => void;
}

/** A question that is open: one voice a telephone, changed as often as one likes until it is closed. */
export function BallotCard({ ballot, meeting, waiting, onVote }: BallotCardProps) {
  const intl = useIntl();
  const known = waiting ?? ballot.marks;
  const [chosen, setChosen] = useState<Marks | null>(null);
  const marks = chosen ?? known ?? {};
  const options = optionsOf(ballot, meeting, intl);
  const question = said(
    ballot.question,
    ballot.questions,
    meeting.guest.language,
    meeting.languages[0] ?? 'en',
  );
  const isChanged = chosen !== null && JSON.stringify(sorted(chosen)) !== JSON.stringify(sorted(known ?? {}));
  if (ballot.kind === 'hands')
    return (
      <section className={styles.card}>
        <Spoken said={question} as="h2" />
        <p>
          <FormattedMessage id="join.hands" defaultMessage="Hands are counted in the room now." />
        </p>
      </section>
    );
  return (
    <section className={styles.card} aria-label={question.text}>
      <Spoken said={question} as="h2" />
      {ballot.promise && <Promised promise={ballot.promise} />}
      {ballot.kind === 'dots' && (
        <Dots options={options} marks={marks} dotsEach={ballot.dotsEach} onChange={setChosen} />
      )}
      {ballot.kind === 'ranking' && <Ranking options={options} marks={marks} onChange={setChosen} />}
      {(ballot.kind === 'yes_no' || ballot.kind === 'verify') && (
        <OneOf name={ballot.id} options={options} marks={marks} onChange={setChosen} />
      )}
      <button
        type="button"
        className={styles.primary}
        disabled={Object.keys(marks).length === 0 || (!isChanged && known !== null)}
        onClick={() => {
          onVote({ ...marks });
          setChosen(null);
        }}
      >
        {known === null ? (
          <FormattedMessage id="join.vote" defaultMessage="Vote" />
        ) : (
          <FormattedMessage id="join.vote.change" defaultMessage="Change my vote" />
        )}
      </button>
      <p role="status" className={styles.quiet}>
        {waiting !== null && (
          <FormattedMessage id="join.vote.waiting" defaultMessage="Your vote waits to be sent." />
        )}
        {waiting === null && ballot.hasVoted && (
          <FormattedMessage
            id="join.vote.in"
            defaultMessage="Your vote is in. It counts once, and you can change it until the vote is closed. Nobody sees counts before."
          />
        )}
      </p>
    </section>
  );
}

function Promised({ promise }: { readonly promise: NonNullable<GuestBallot['promise']> }) {
  return (
    <div className={votes.promise}>
      <p>
        <strong>{promise.organisation}</strong> <span dir="auto">{promise.text}</span>
      </p>
      {promise.dueOn !== null && (
        <p className={styles.quiet}>
          <FormattedMessage
            id="join.promise.due"
            defaultMessage="Promised for {day}"
            values={{ day: <FormattedDate value={promise.dueOn} dateStyle="long" timeZone="UTC" /> }}
          />
        </p>
      )}
      {promise.evidenceOfDone !== '' && (
        <p className={styles.quiet}>
          <FormattedMessage
            id="join.promise.evidence"
            defaultMessage="It is done when: {evidence}"
            values={{ evidence: promise.evidenceOfDone }}
          />
        </p>
      )}
    </div>
  );
}

const sorted = (marks: Marks) => Object.entries(marks).sort(([a], [b]) => a.localeCompare(b));
