import { useState } from 'react';
import { FormattedDate, FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { type Commitment, useCommitmentSteps, useDoses, useRevisions } from '../../../api/commitments.ts';
import { DOSE_WORDS, STATE_WORDS } from '../../../commitment-words.ts';
import styles from '../problems.module.css';
import { RevisionLine } from './revision-line.tsx';

/** What happened to a commitment, opened when somebody asks. */
export function StepsSoFar({ commitment }: { commitment: Commitment }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.quiet}>
        <FormattedMessage id="commitment.so-far" defaultMessage="What happened so far" />
      </summary>
      {isOpen ? <SoFar id={commitment.id} /> : null}
    </details>
  );
}

function SoFar({ id }: { id: string }) {
  const intl = useIntl();
  const { data: steps = [] } = useCommitmentSteps(id);
  const { data: doses = [] } = useDoses(id);
  return (
    <>
      <ol className={styles.lines}>
        {steps.map((step) => (
          <li key={`${step.at} ${step.to}`}>
            <p className={styles.facts}>
              <FormattedDate value={step.at} dateStyle="medium" timeStyle="short" />
              <strong>{intl.formatMessage(STATE_WORDS[step.to])}</strong>
              <span>
                {step.byName ?? <FormattedMessage id="history.nobody" defaultMessage="The workbench" />}
              </span>
              {step.onBehalf ? (
                <FormattedMessage id="commitment.on-behalf" defaultMessage="written down for the owner" />
              ) : null}
            </p>
            {step.note ? <p className={styles.statement}>{step.note}</p> : null}
            {step.evidence.map(({ text }) => (
              <blockquote key={text} className={styles.reason}>
                {text}
              </blockquote>
            ))}
          </li>
        ))}
      </ol>
      <Revisions id={id} />
      {doses.length > 0 ? (
        <ul className={styles.lines}>
          {doses.map((dose) => (
            <li key={dose.id} className={styles.facts}>
              <FormattedDate value={dose.at} dateStyle="medium" timeStyle="short" />
              <span>
                <FormattedNumber value={dose.quantity} /> · {intl.formatMessage(DOSE_WORDS[dose.unit])}
              </span>
              {dose.note ? <span>{dose.note}</span> : null}
              {dose.enteredOffline ? (
                <FormattedMessage id="dose.offline" defaultMessage="entered later, from paper or offline" />
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

/** What was changed of the promise, each with what stood there before. */
function Revisions({ id }: { id: string }) {
  const { data: revisions = [] } = useRevisions(id);
  if (revisions.length === 0) return null;
  return (
    <>
      <h4 className={styles.quiet}>
        <FormattedMessage id="commitment.revisions" defaultMessage="What was changed of it" />
      </h4>
      <ol className={styles.lines}>
        {revisions.map((revision) => (
          <RevisionLine key={revision.at} revision={revision} />
        ))}
      </ol>
    </>
  );
}
