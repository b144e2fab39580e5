import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { type Commitment, useChangeCommitment } from '../../../api/commitments.ts';
import type { Problem } from '../../../api/records.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import styles from '../problems.module.css';
import { changedTerms, commitmentChange, draftOfCommitment } from './commitment-change.ts';
import {
  BesideFields,
  type CommitmentDraft,
  MadeAtField,
  TermFields,
  WhatField,
} from './commitment-fields.tsx';

interface ChangeDialogProps {
  commitment: Commitment;
  problem?: Problem;
  onClose: () => void;
}

/** Changes what is promised: a proposal freely, what was agreed with its owner and with a reason. */
export function ChangeDialog({ commitment, problem, onClose }: ChangeDialogProps) {
  const intl = useIntl();
  const save = useChangeCommitment();
  const [draft, setDraft] = useState<CommitmentDraft>(() => draftOfCommitment(commitment));
  const [reason, setReason] = useState('');
  const set = (part: Partial<CommitmentDraft>) => setDraft((before) => ({ ...before, ...part }));
  const change = commitmentChange(commitment, draft);
  const isAgreed = commitment.state !== 'proposed';
  const needsReason = isAgreed && changedTerms(change).length > 0;
  const isAll = commitment.mayChange === 'all';
  return (
    <ConfirmDialog
      title={intl.formatMessage({ id: 'commitment.change.title', defaultMessage: 'Change a commitment' })}
      isOpen
      onClose={onClose}
      onConfirm={() =>
        save.mutate(
          { commitment, change: { ...change, ...(needsReason && { reason: reason.trim() }) } },
          { onSuccess: onClose },
        )
      }
      confirmLabel={intl.formatMessage({ id: 'data.save', defaultMessage: 'Save' })}
      isPending={save.isPending}
      isConfirmDisabled={
        Object.keys(change).length === 0 || draft.text.trim() === '' || (needsReason && reason.trim() === '')
      }
    >
      <ErrorNotice error={save.error} />
      {isAgreed ? (
        <p className={styles.quiet}>
          {isAll ? (
            <FormattedMessage
              id="commitment.change.agreed"
              defaultMessage="{owner} agreed to this. What was agreed changes only with its agreement; what was promised before is kept beside it, and the rate goes by the first day."
              values={{ owner: commitment.organisation.name }}
            />
          ) : (
            <FormattedMessage
              id="commitment.change.beside"
              defaultMessage="{owner} agreed to “{text}”. Somebody who speaks for it changes that, or a secretary writes down that it agreed."
              values={{ owner: commitment.organisation.name, text: commitment.text }}
            />
          )}
        </p>
      ) : null}
      {isAll ? <WhatField draft={draft} set={set} /> : null}
      <BesideFields draft={draft} set={set} />
      <MadeAtField draft={draft} set={set} problemId={commitment.problemId} />
      {isAll ? <TermFields draft={draft} set={set} problem={problem} /> : null}
      {needsReason ? (
        <TextArea
          label={intl.formatMessage({ id: 'commitment.change.why', defaultMessage: 'Why it changes' })}
          value={reason}
          onChange={setReason}
          rows={2}
          maxLength={2000}
          isRequired
        />
      ) : null}
    </ConfirmDialog>
  );
}
