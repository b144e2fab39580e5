import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { type Commitment, useCommitment, useTakeStep, useVerify } from '../../../api/commitments.ts';
import { STATE_WORDS } from '../../../commitment-words.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { NO_TALLY, saidBy, sumOf, type TallyByGroup } from '../../../tally-by-group.ts';
import { GroupTallies, TallyFields } from '../../../tally-fields.tsx';
import { Button } from '../../../ui/button.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import { outcomeOf } from '../../../verdict-words.ts';
import styles from './present.module.css';

/** A promise in the room: its owner says that it is done, and the room says whether it is. */
export function PromiseDesk({ id, meetingId }: { id: string; meetingId: string }) {
  const intl = useIntl();
  const { data: commitment, error } = useCommitment(id);
  if (!commitment) return <ErrorNotice error={error} />;
  const may = (to: Commitment['state']) => commitment.steps.some((step) => step.to === to);
  return (
    <section className={styles.panel}>
      <p>
        <strong dir="auto">{commitment.organisation.name}</strong>{' '}
        <span className={styles.quiet}>{intl.formatMessage(STATE_WORDS[commitment.state])}</span>
      </p>
      {may('verified') ? <Hands commitment={commitment} meetingId={meetingId} /> : null}
      {may('delivered') || may('in_progress') ? <Delivered commitment={commitment} /> : null}
    </section>
  );
}

/** Hands that were counted. What is not found done is open again, for a day that is asked for at once. */
function Hands({ commitment, meetingId }: { commitment: Commitment; meetingId: string }) {
  const intl = useIntl();
  const verify = useVerify();
  const [counted, setCounted] = useState(NO_TALLY);
  const [isByGroup, setByGroup] = useState(false);
  const [byGroup, setGroups] = useState<TallyByGroup>({});
  const [newDueOn, setNewDueOn] = useState('');
  const [comment, setComment] = useState('');
  const tally = isByGroup ? sumOf(byGroup) : counted;
  const outcome = outcomeOf(tally);
  const isOpenAgain = outcome !== null && outcome !== 'verified';
  const record = () =>
    verify.mutate({
      commitment,
      said: {
        basis: 'meeting',
        meetingId,
        ...tally,
        ...(isByGroup && { byGroup: saidBy(byGroup) }),
        comment: comment.trim(),
        newDueOn: isOpenAgain ? newDueOn || null : null,
      },
    });
  return (
    <div className={styles.form}>
      <h3>
        <FormattedMessage id="present.hands" defaultMessage="Is it done? Hands of the room" />
      </h3>
      <Switch isSelected={isByGroup} onChange={setByGroup}>
        <FormattedMessage id="tally.by-group" defaultMessage="Counted by group" />
      </Switch>
      {isByGroup ? (
        <GroupTallies byGroup={byGroup} onChange={setGroups} />
      ) : (
        <TallyFields tally={counted} onChange={setCounted} />
      )}
      <p className={styles.quiet} role="status">
        <FormattedMessage
          id="tally.outcome"
          defaultMessage="{outcome, select, verified {More than half of those who can say find it done: it is verified.} not_verified {More than half find it not done: it is open again.} partly_verified {Neither done nor not done has more than half: partly done, so it is open again.} other {Nobody could say yet.}}"
          values={{ outcome: outcome ?? 'none' }}
        />
      </p>
      {isOpenAgain ? (
        <TextField
          label={intl.formatMessage({ id: 'present.newDue', defaultMessage: 'Open again, to be done by' })}
          type="date"
          value={newDueOn}
          onChange={setNewDueOn}
          isRequired
        />
      ) : null}
      <TextArea
        label={intl.formatMessage({ id: 'tally.comment', defaultMessage: 'What was said' })}
        value={comment}
        onChange={setComment}
        rows={2}
        maxLength={2000}
      />
      <ErrorNotice error={verify.error} />
      <div className={styles.buttons}>
        <Button
          kind="primary"
          isPending={verify.isPending}
          isDisabled={outcome === null || (isOpenAgain && newDueOn === '')}
          onPress={record}
        >
          <FormattedMessage id="present.recordHands" defaultMessage="Record what the room says" />
        </Button>
      </div>
    </div>
  );
}

/** Its owner, or a secretary in their words, says here that it is done. */
function Delivered({ commitment }: { commitment: Commitment }) {
  const intl = useIntl();
  const take = useTakeStep();
  const [shown, setShown] = useState('');
  const deliver = () => {
    const evidence = [{ kind: 'note' as const, text: shown.trim() }];
    const done = (of: Commitment) => take.mutate({ commitment: of, step: { to: 'delivered', evidence } });
    if (commitment.state === 'in_progress') return done(commitment);
    take.mutate({ commitment, step: { to: 'in_progress' } }, { onSuccess: done });
  };
  return (
    <details className={styles.form}>
      <summary>
        <FormattedMessage id="present.delivered" defaultMessage="Its owner says here that it is done" />
      </summary>
      <TextArea
        label={intl.formatMessage({ id: 'need.evidence', defaultMessage: 'What shows that it is done' })}
        value={shown}
        onChange={setShown}
        rows={2}
        maxLength={1000}
      />
      <ErrorNotice error={take.error} />
      <div className={styles.buttons}>
        <Button isPending={take.isPending} isDisabled={shown.trim() === ''} onPress={deliver}>
          <FormattedMessage id="present.deliver" defaultMessage="Record that it is said to be done" />
        </Button>
      </div>
    </details>
  );
}
