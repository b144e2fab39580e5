import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { type Ballot, useDropBallot, useOpenBallot, useStrikeBatch } from '../../../api/phones.ts';
import { useMay } from '../../../api/session.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { BatchForm } from './batch-form.tsx';
import { CloseForm } from './close-form.tsx';
import { MemberVote } from './member-vote.tsx';
import { GROUP_WORDS, KIND_WORDS } from './phone-words.ts';
import styles from './phones.module.css';
import { ResultTable } from './result-table.tsx';

interface BallotCardProps {
  readonly ballot: Ballot;
  readonly mayRun: boolean;
  /** Nothing is opened before the meeting is, or after it. */
  readonly isRunning: boolean;
}

/** One vote: opened, counted by hand beside the telephones, closed; then its result. */
export function BallotCard({ ballot, mayRun, isRunning }: BallotCardProps) {
  const mayVote = useMay('meeting.vote') && ballot.kind !== 'hands';
  const [asks, setAsks] = useState<'batch' | 'close' | 'vote' | null>(null);
  const open = useOpenBallot();
  const drop = useDropBallot();
  const strike = useStrikeBatch();
  return (
    <article className={styles.ballot}>
      <header className={styles.row}>
        <h3 dir="auto">{ballot.question}</h3>
        <Badge>
          <FormattedMessage {...KIND_WORDS[ballot.kind]} />
        </Badge>
      </header>
      <ErrorNotice error={open.error ?? drop.error ?? strike.error} />
      {ballot.state === 'open' && (
        <>
          <p role="status">
            <FormattedMessage
              id="ballot.cast"
              defaultMessage="Open: {count, plural, =0 {nobody has} one {# has} other {# have}} voted by telephone or account"
              values={{ count: ballot.votesCast }}
            />
          </p>
          <ul className={styles.batches}>
            {ballot.batches.map((batch) => (
              <li key={batch.id} className={styles.row}>
                <Batch batch={batch} />
                <Button
                  kind="quiet"
                  size="small"
                  isDisabled={!mayRun}
                  onPress={() => strike.mutate({ ballotId: ballot.id, batchId: batch.id })}
                >
                  <FormattedMessage id="ballot.strike" defaultMessage="Strike" />
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {ballot.result && <ResultTable ballot={ballot} result={ballot.result} />}
      <div className={styles.buttons}>
        {mayVote && ballot.state === 'open' && (
          <Button kind={ballot.ownMarks === null ? 'primary' : 'plain'} onPress={() => setAsks('vote')}>
            {ballot.ownMarks === null ? (
              <FormattedMessage id="ballot.vote" defaultMessage="Vote with this device" />
            ) : (
              <FormattedMessage id="ballot.vote.change" defaultMessage="Change my vote" />
            )}
          </Button>
        )}
        {mayRun && ballot.state === 'draft' && (
          <>
            <Button
              kind="primary"
              isDisabled={!isRunning}
              isPending={open.isPending}
              onPress={() => open.mutate(ballot)}
            >
              <FormattedMessage id="ballot.open" defaultMessage="Open the vote" />
            </Button>
            <Button kind="quiet" isPending={drop.isPending} onPress={() => drop.mutate(ballot)}>
              <FormattedMessage id="ballot.drop" defaultMessage="Drop it" />
            </Button>
          </>
        )}
        {mayRun && ballot.state === 'open' && (
          <>
            {ballot.kind !== 'ranking' && (
              <Button onPress={() => setAsks('batch')}>
                <FormattedMessage id="ballot.type" defaultMessage="Type hands or papers" />
              </Button>
            )}
            <Button kind="primary" onPress={() => setAsks('close')}>
              <FormattedMessage id="ballot.close" defaultMessage="Close and count" />
            </Button>
          </>
        )}
      </div>
      {asks === 'vote' && <MemberVote ballot={ballot} onClose={() => setAsks(null)} />}
      {asks === 'batch' && <BatchForm ballot={ballot} onClose={() => setAsks(null)} />}
      {asks === 'close' && <CloseForm ballot={ballot} onClose={() => setAsks(null)} />}
    </article>
  );
}

function Batch({ batch }: { readonly batch: Ballot['batches'][number] }) {
  const intl = useIntl();
  const { kind, papers, group } = batch;
  return (
    <span>
      {kind === 'paper' ? (
        <FormattedMessage
          id="ballot.papers"
          defaultMessage="{papers, plural, one {# paper} other {# papers}} typed"
          values={{ papers }}
        />
      ) : (
        <FormattedMessage
          id="ballot.hands"
          defaultMessage="{papers, plural, one {# hand} other {# hands}} typed"
          values={{ papers }}
        />
      )}
      {group !== null && ` · ${intl.formatMessage(GROUP_WORDS[group])}`}
    </span>
  );
}
