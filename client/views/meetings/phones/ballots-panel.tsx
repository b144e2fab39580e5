import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useBallots } from '../../../api/phones.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { Button } from '../../../ui/button.tsx';
import { BallotCard } from './ballot-card.tsx';
import { BallotForm } from './ballot-form.tsx';
import styles from './phones.module.css';

interface BallotsPanelProps {
  readonly meetingId: string;
  readonly languages: readonly string[];
  readonly mayRun: boolean;
  readonly isRunning: boolean;
}

/** What the meeting is asked: prepared, open, and counted. */
export function BallotsPanel({ meetingId, languages, mayRun, isRunning }: BallotsPanelProps) {
  const { data: ballots, error } = useBallots(meetingId);
  const [isMaking, setMaking] = useState(false);
  return (
    <section className={styles.block} aria-labelledby="phones-ballots">
      <h2 id="phones-ballots">
        <FormattedMessage id="ballots.title" defaultMessage="Votes" />
      </h2>
      <ErrorNotice error={error} />
      {ballots?.items.length === 0 && (
        <p className={styles.quiet}>
          <FormattedMessage
            id="ballots.none"
            defaultMessage="Nothing was asked yet. Nobody sees a count before a vote is closed, not even here."
          />
        </p>
      )}
      {ballots?.items.map((ballot) => (
        <BallotCard key={ballot.id} ballot={ballot} mayRun={mayRun} isRunning={isRunning} />
      ))}
      {mayRun && (
        <Button onPress={() => setMaking(true)}>
          <FormattedMessage id="ballots.new" defaultMessage="Prepare a vote" />
        </Button>
      )}
      {isMaking && (
        <BallotForm meetingId={meetingId} languages={languages} onClose={() => setMaking(false)} />
      )}
    </section>
  );
}
