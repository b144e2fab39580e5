import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { type GateRule, useGates } from '../../api/problem-gates.ts';
import { useMoveProblem } from '../../api/problems.ts';
import type { Problem, Stage } from '../../api/records.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { RuleList } from './gate-list.tsx';
import { GATE_WORDS } from './gate-words.ts';
import { STAGE_HINTS, STAGE_WORDS, STAGES } from './stages.ts';

export interface MoveDialogProps {
  problem: Problem;
  stage: Stage;
  onClose: () => void;
}

/** Asks why: the reason stands in the history for as long as the case does. */
export function MoveDialog({ problem, stage, onClose }: MoveDialogProps) {
  const intl = useIntl();
  const [reason, setReason] = useState('');
  const [despite, setDespite] = useState<Partial<Record<GateRule['id'], string>>>({});
  const gates = useGates(problem.id);
  const isOnward = STAGES.indexOf(stage) > STAGES.indexOf(problem.stage);
  const open = (gates.data ?? []).filter(
    ({ leaves, holds }) => isOnward && leaves === problem.stage && !holds,
  );
  const musts = open.filter(({ weight }) => weight === 'must');
  const warnings = open.filter(({ weight }) => weight === 'warning');
  const isAnswered = warnings.every(({ id }) => (despite[id] ?? '').trim() !== '');
  const move = useMoveProblem();
  const name = intl.formatMessage(STAGE_WORDS[stage]);
  const confirm = () =>
    move.mutate(
      { problem, stage, reason: reason.trim(), despite: isOnward ? despite : {} },
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
      isConfirmDisabled={reason.trim() === '' || musts.length > 0 || !isAnswered || gates.isPending}
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
      {musts.length > 0 ? (
        <Notice
          tone="amber"
          title={
            <FormattedMessage
              id="gate.refused"
              defaultMessage="{count, plural, one {One thing is missing} other {# things are missing}} before the case can go on"
              values={{ count: musts.length }}
            />
          }
        >
          <RuleList problem={problem} rules={musts} onFollow={onClose} />
        </Notice>
      ) : null}
      {warnings.map(({ id }) => (
        <TextArea
          key={id}
          label={intl.formatMessage(
            {
              id: 'gate.despite',
              defaultMessage: 'Not so yet: “{rule}” Why go on all the same?',
            },
            { rule: intl.formatMessage(GATE_WORDS[id]) },
          )}
          value={despite[id] ?? ''}
          onChange={(why) => setDespite({ ...despite, [id]: why })}
          maxLength={2000}
          rows={2}
          isRequired
        />
      ))}
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
