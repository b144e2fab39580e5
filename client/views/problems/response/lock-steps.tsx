import { useState } from 'react';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import {
  type Evaluation,
  useAmendEvaluation,
  useLockEvaluation,
  useProposeEvaluation,
} from '../../../api/evaluations.ts';
import type { Problem } from '../../../api/records.ts';
import { useMay, useSession } from '../../../api/session.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import styles from '../problems.module.css';

interface LockStepsProps {
  readonly problem: Problem;
  readonly evaluation: Evaluation;
}

/** Proposed by one, confirmed by another, amended beside itself from then on. */
export function LockSteps({ problem, evaluation }: LockStepsProps) {
  return (
    <>
      <Who evaluation={evaluation} />
      {evaluation.state === 'draft' ? <Propose problem={problem} evaluation={evaluation} /> : null}
      {evaluation.state === 'proposed' ? <Confirm problem={problem} evaluation={evaluation} /> : null}
      {evaluation.state === 'locked' ? <Amend problem={problem} /> : null}
    </>
  );
}

function Who({ evaluation }: { evaluation: Evaluation }) {
  const { proposedAt, proposedByName, lockedAt, lockedByName } = evaluation;
  if (proposedAt === null) return null;
  return (
    <p className={styles.facts}>
      <span>
        <FormattedMessage
          id="evaluation.proposed-by"
          defaultMessage="Proposed by {name} on {day}"
          values={{ name: proposedByName, day: <FormattedDate value={proposedAt} dateStyle="medium" /> }}
        />
      </span>
      {lockedAt ? (
        <span>
          <FormattedMessage
            id="evaluation.locked-by"
            defaultMessage="Locked by {name} on {day}"
            values={{ name: lockedByName, day: <FormattedDate value={lockedAt} dateStyle="medium" /> }}
          />
        </span>
      ) : null}
    </p>
  );
}

function Propose({ problem, evaluation }: LockStepsProps) {
  const proposing = useProposeEvaluation(problem.id);
  if (!useMay('evaluation.plan')) return null;
  return (
    <>
      <ErrorNotice error={proposing.error} />
      <div className={styles.buttons}>
        <Button
          kind="primary"
          isPending={proposing.isPending}
          onPress={() => proposing.mutate(evaluation.version)}
        >
          <FormattedMessage id="evaluation.propose" defaultMessage="Propose for locking" />
        </Button>
      </div>
    </>
  );
}

function Confirm({ problem, evaluation }: LockStepsProps) {
  const locking = useLockEvaluation(problem.id);
  const me = useSession().data?.id;
  if (!useMay('evaluation.confirm')) return null;
  if (me === evaluation.proposedBy)
    return (
      <p className={styles.quiet}>
        <FormattedMessage
          id="evaluation.wait"
          defaultMessage="Somebody else has to confirm it: two persons lock a plan."
        />
      </p>
    );
  return (
    <>
      <ErrorNotice error={locking.error} />
      <div className={styles.buttons}>
        <Button
          kind="primary"
          isPending={locking.isPending}
          onPress={() => locking.mutate(evaluation.version)}
        >
          <FormattedMessage id="evaluation.lock" defaultMessage="Confirm and lock" />
        </Button>
      </div>
    </>
  );
}

function Amend({ problem }: { problem: Problem }) {
  const intl = useIntl();
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const amending = useAmendEvaluation(problem.id);
  if (!useMay('evaluation.confirm')) return null;
  const close = () => {
    setOpen(false);
    setText('');
    setReason('');
    amending.reset();
  };
  return (
    <div className={styles.buttons}>
      <Button size="small" onPress={() => setOpen(true)}>
        <FormattedMessage id="evaluation.amend" defaultMessage="Add an amendment" />
      </Button>
      {isOpen ? (
        <ConfirmDialog
          title={intl.formatMessage({
            id: 'evaluation.amend.title',
            defaultMessage: 'Amend the locked plan',
          })}
          isOpen
          onClose={close}
          onConfirm={() => amending.mutate({ text, reason }, { onSuccess: close })}
          confirmLabel={intl.formatMessage({ id: 'evaluation.amend.do', defaultMessage: 'Add' })}
          isPending={amending.isPending}
        >
          <p>
            <FormattedMessage
              id="evaluation.amend.hint"
              defaultMessage="The plan stays as it was agreed; the amendment stands beside it and cannot be taken back."
            />
          </p>
          <TextArea
            label={intl.formatMessage({
              id: 'evaluation.amend.text',
              defaultMessage: 'What became different',
            })}
            value={text}
            onChange={setText}
            rows={3}
            maxLength={2000}
            isRequired
          />
          <TextArea
            label={intl.formatMessage({ id: 'evaluation.amend.reason', defaultMessage: 'Why' })}
            value={reason}
            onChange={setReason}
            rows={2}
            maxLength={2000}
            isRequired
          />
          <ErrorNotice error={amending.error} />
        </ConfirmDialog>
      ) : null}
    </div>
  );
}
