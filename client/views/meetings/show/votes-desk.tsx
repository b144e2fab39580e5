import { FormattedMessage } from 'react-intl';
import { useBallots } from '../../../api/phones.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { LinkButton } from '../../../ui/button.tsx';
import { BallotCard } from '../phones/ballot-card.tsx';
import styles from './present.module.css';

interface VotesDeskProps {
  readonly meetingId: string;
  /** Null: none is on. */
  readonly itemId: string | null;
}

/** The votes of the item that is on, and any that is open: how many voices are in, never for what, and closing. */
export function VotesDesk({ meetingId, itemId }: VotesDeskProps) {
  const { data: ballots, error } = useBallots(meetingId);
  const here = ballots?.items.filter(
    ({ state, agendaItemId }) => state === 'open' || (itemId !== null && agendaItemId === itemId),
  );
  return (
    <section className={styles.votes} aria-labelledby="present-votes">
      <h2 id="present-votes">
        <FormattedMessage id="ballots.title" defaultMessage="Votes" />
      </h2>
      <ErrorNotice error={error} />
      {here?.map((ballot) => (
        <BallotCard key={ballot.id} ballot={ballot} mayRun isRunning />
      ))}
      <LinkButton href={`/meetings/${meetingId}/phones`} kind="quiet">
        <FormattedMessage id="present.votes" defaultMessage="Telephones and votes" />
      </LinkButton>
    </section>
  );
}
