import { useState } from 'react';
import { useIntl } from 'react-intl';
import { type Commitment, type CommitmentStep, useTakeStep } from '../../../api/commitments.ts';
import { NEED_WORDS, STEP_WORDS } from '../../../commitment-words.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { TextArea, TextField } from '../../../ui/text-field.tsx';

interface StepDialogProps {
  commitment: Commitment;
  step: CommitmentStep;
  onClose: () => void;
}

/** One step with what it needs. */
export function StepDialog({ commitment, step, onClose }: StepDialogProps) {
  const intl = useIntl();
  const take = useTakeStep();
  const [dueOn, setDueOn] = useState(commitment.dueOn ?? '');
  const [evidenceOfDone, setEvidenceOfDone] = useState(commitment.evidenceOfDone);
  const [note, setNote] = useState('');
  const [unblockedBy, setUnblockedBy] = useState('');
  const [evidence, setEvidence] = useState('');
  const needs = (need: CommitmentStep['needs'][number]) => step.needs.includes(need);
  const word = (need: CommitmentStep['needs'][number]) => intl.formatMessage(NEED_WORDS[need]);
  const confirm = () =>
    take.mutate(
      {
        commitment,
        step: {
          to: step.to,
          note: note.trim(),
          ...(needs('dueOn') && dueOn && { dueOn }),
          ...(needs('evidenceOfDone') && { evidenceOfDone: evidenceOfDone.trim() }),
          ...(needs('unblockedBy') && { unblockedBy: unblockedBy.trim() }),
          ...(needs('evidence') &&
            evidence.trim() && { evidence: [{ kind: 'note', text: evidence.trim() }] }),
        },
      },
      { onSuccess: onClose },
    );
  const action = intl.formatMessage(STEP_WORDS[step.to]).replace('…', '');
  return (
    <ConfirmDialog
      title={action}
      isOpen
      onClose={onClose}
      onConfirm={confirm}
      confirmLabel={action}
      isPending={take.isPending}
    >
      <p>{commitment.text}</p>
      <ErrorNotice error={take.error} />
      {needs('dueOn') ? (
        <TextField label={word('dueOn')} type="date" value={dueOn} onChange={setDueOn} isRequired />
      ) : null}
      {needs('evidenceOfDone') ? (
        <TextArea
          label={word('evidenceOfDone')}
          value={evidenceOfDone}
          onChange={setEvidenceOfDone}
          rows={2}
          maxLength={1000}
          isRequired
        />
      ) : null}
      {needs('evidence') ? (
        <TextArea
          label={word('evidence')}
          hint={intl.formatMessage({
            id: 'need.evidence.hint',
            defaultMessage: 'A count, what can be seen there, where a photo or paper is kept.',
          })}
          value={evidence}
          onChange={setEvidence}
          rows={3}
          maxLength={1000}
          isRequired
        />
      ) : null}
      <TextArea
        label={
          needs('reason')
            ? word('reason')
            : intl.formatMessage({ id: 'step.note', defaultMessage: 'Note (may be left empty)' })
        }
        value={note}
        onChange={setNote}
        rows={2}
        maxLength={2000}
        isRequired={needs('reason')}
      />
      {needs('unblockedBy') ? (
        <TextField
          label={word('unblockedBy')}
          value={unblockedBy}
          onChange={setUnblockedBy}
          maxLength={500}
          isRequired
        />
      ) : null}
    </ConfirmDialog>
  );
}
