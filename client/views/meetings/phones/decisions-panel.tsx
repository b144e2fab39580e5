import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useDecisions, useTakeBackDecision } from '../../../api/phones.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { DecisionForm } from './decision-form.tsx';
import { DECISION_KIND_WORDS, DECISION_RESULT_WORDS, DECISION_WAY_WORDS } from './phone-words.ts';
import styles from './phones.module.css';

/** What the meeting decided, and how it came to it. */
export function DecisionsPanel({
  meetingId,
  isRunning,
}: {
  readonly meetingId: string;
  readonly isRunning: boolean;
}) {
  const { data: decisions, error } = useDecisions(meetingId);
  const takeBack = useTakeBackDecision(meetingId);
  const [isRecording, setRecording] = useState(false);
  return (
    <section className={styles.block} aria-labelledby="phones-decisions">
      <h2 id="phones-decisions">
        <FormattedMessage id="decisions.title" defaultMessage="Decisions" />
      </h2>
      <ErrorNotice error={error ?? takeBack.error} />
      {decisions?.items.length === 0 && (
        <p className={styles.quiet}>
          <FormattedMessage id="decisions.none" defaultMessage="Nothing was decided yet." />
        </p>
      )}
      {decisions?.items.map((decision) => (
        <article key={decision.id} className={styles.ballot}>
          <header className={styles.row}>
            <h3 dir="auto">{decision.text}</h3>
            <Badge tone={decision.result === 'agreed' ? 'teal' : 'plain'}>
              <FormattedMessage {...DECISION_RESULT_WORDS[decision.result]} />
            </Badge>
          </header>
          <p className={styles.quiet}>
            <FormattedMessage {...DECISION_KIND_WORDS[decision.kind]} />
            {' · '}
            <FormattedMessage {...DECISION_WAY_WORDS[decision.how]} />
            {decision.for !== null && decision.against !== null && (
              <>
                {' · '}
                <FormattedMessage
                  id="decision.votes"
                  defaultMessage="{for} for, {against} against, {abstain} abstained"
                  values={{ for: decision.for, against: decision.against, abstain: decision.abstain ?? 0 }}
                />
              </>
            )}
          </p>
          {isRunning && (
            <div className={styles.buttons}>
              <Button kind="quiet" size="small" onPress={() => takeBack.mutate(decision.id)}>
                <FormattedMessage id="decision.takeBack" defaultMessage="Take back" />
              </Button>
            </div>
          )}
        </article>
      ))}
      {isRunning && (
        <Button onPress={() => setRecording(true)}>
          <FormattedMessage id="decision.record" defaultMessage="Record a decision" />
        </Button>
      )}
      {isRecording && <DecisionForm meetingId={meetingId} onClose={() => setRecording(false)} />}
    </section>
  );
}
