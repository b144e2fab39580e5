import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useMoveProblem } from '../../api/problems.ts';
import type { Problem, Stage } from '../../api/records.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { STAGE_HINTS, STAGE_WORDS } from './stages.ts';

export interface MoveDialogProps {
  problem: Problem;
  stage: Stage;
  onClose: () => void;
}

/** Asks why: the reason stands in the history for as long as the case does. */
export function MoveDialog({ problem, stage, onClose }: MoveDialogProps) {
  const intl = useIntl();
  const [reason, setReason] = useState('');
  const move = useMoveProblem();
  const name = intl.formatMessage(STAGE_WORDS[stage]);
  const confirm = () =>
    move.mutate(
      { problem, stage, reason: reason.trim() },
      {
        onSuccess: () => {
          onClose();
          showToast({
            text: intl.formatMessage(
              { id: 'problem.moved', defaultMessage: '{ref} is now in {stage}.' },
              { ref: problem.ref, stage: name },
            ),
          });
        },
      },
    );
  return (
    <ConfirmDialog
      title={intl.formatMessage(
        { id: 'problem.move.title', defaultMessage: 'Move {ref} to {stage}' },
        { ref: problem.ref, stage: name },
      )}
      isOpen
      onClose={onClose}
      onConfirm={confirm}
      confirmLabel={intl.formatMessage(
        { id: 'problem.move.do', defaultMessage: 'Move to {stage}' },
        { stage: name },
      )}
      isPending={move.isPending}
      isConfirmDisabled={reason.trim() === ''}
    >
      <ErrorNotice error={move.error} />
      <p>
        <strong>{problem.title}</strong>
        <br />
        <FormattedMessage
          id="problem.move.asks"
          defaultMessage="The question of this stage: {question}"
          values={{ question: intl.formatMessage(STAGE_HINTS[stage]) }}
        />
      </p>
      <TextArea
        label={intl.formatMessage({ id: 'problem.move.reason', defaultMessage: 'Why now?' })}
        hint={intl.formatMessage({
          id: 'problem.move.reason.hint',
          defaultMessage: 'It stands in the history of the case.',
        })}
        value={reason}
        onChange={setReason}
        maxLength={2000}
        rows={3}
        autoFocus
        isRequired
      />
    </ConfirmDialog>
  );
}
