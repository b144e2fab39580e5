import { FormattedDate, FormattedMessage } from 'react-intl';
import { useEvaluation } from '../../../api/evaluations.ts';
import type { Problem } from '../../../api/records.ts';
import { PlanFacts } from '../response/plan-facts.tsx';
import { PlanGround } from '../response/plan-picture.tsx';
import { PlanWords } from '../response/plan-read.tsx';
import styles from './case-file.module.css';

/** The plan by which the response was to be judged, with its ground and who locked it. */
export function ResponsePages({ problem }: { problem: Problem }) {
  const { data: evaluation } = useEvaluation(problem.id);
  const plan = evaluation?.plan;
  if (!evaluation || !plan)
    return (
      <p className={styles.meta}>
        <FormattedMessage id="case-file.no-plan" defaultMessage="No evaluation plan was written." />
      </p>
    );
  return (
    <section className={styles.part}>
      <h3>
        <FormattedMessage id="evaluation.title" defaultMessage="Evaluation plan" />
      </h3>
      <PlanGround plan={plan} />
      {evaluation.facts ? <PlanFacts facts={evaluation.facts} plan={plan} /> : null}
      <PlanWords plan={plan} />
      {evaluation.lockedAt && evaluation.proposedAt ? (
        <p className={styles.meta}>
          <FormattedMessage
            id="case-file.locked"
            defaultMessage="Proposed by {proposer} on {proposed}, locked by {locker} on {locked}"
            values={{
              proposer: evaluation.proposedByName,
              proposed: <FormattedDate value={evaluation.proposedAt} dateStyle="medium" />,
              locker: evaluation.lockedByName,
              locked: <FormattedDate value={evaluation.lockedAt} dateStyle="medium" />,
            }}
          />
        </p>
      ) : null}
      {evaluation.amendments.map((one) => (
        <p key={one.id} className={styles.entry}>
          <FormattedMessage
            id="case-file.amendment"
            defaultMessage="Amendment of {day}: {text} Why: {reason}"
            values={{
              day: <FormattedDate value={one.createdAt} dateStyle="medium" />,
              text: one.text,
              reason: one.reason,
            }}
          />
        </p>
      ))}
    </section>
  );
}
