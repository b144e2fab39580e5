import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { type Commitment, useVerify } from '../../../api/commitments.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import { useToday } from '../../../use-today.ts';
import styles from '../problems.module.css';
import { outcomeOf, VERDICT_WORDS, VERDICTS } from './verdict-words.ts';

/** What residents say of a delivery: hands counted at a meeting, or the reports that came in. */
export function TallyDialog({ commitment, onClose }: { commitment: Commitment; onClose: () => void }) {
  const intl = useIntl();
  const verify = useVerify();
  const today = useToday();
  const [basis, setBasis] = useState<'meeting' | 'reports'>('meeting');
  const [heldOn, setHeldOn] = useState(today);
  const [tally, setTally] = useState({ done: 0, partly: 0, notDone: 0, cannotSay: 0 });
  const [comment, setComment] = useState('');
  const [newDueOn, setNewDueOn] = useState('');
  const outcome = outcomeOf(tally);
  const confirm = () => {
    const settled = { comment: comment.trim(), newDueOn: newDueOn || null };
    const said = basis === 'meeting' ? { basis, heldOn, ...tally, ...settled } : { basis, ...settled };
    verify.mutate({ commitment, said }, { onSuccess: onClose });
  };
  return (
    <ConfirmDialog
      title={intl.formatMessage({ id: 'tally.title', defaultMessage: 'What residents say' })}
      isOpen
      onClose={onClose}
      onConfirm={confirm}
      confirmLabel={intl.formatMessage({ id: 'tally.do', defaultMessage: 'Record it' })}
      isPending={verify.isPending}
      isConfirmDisabled={basis === 'meeting' && (outcome === null || heldOn === '')}
    >
      <p>{commitment.text}</p>
      <ErrorNotice error={verify.error} />
      {commitment.reports > 0 ? (
        <RadioGroup
          label={intl.formatMessage({ id: 'tally.basis', defaultMessage: 'It stands on' })}
          layout="segments"
          choices={[
            {
              id: 'meeting',
              label: intl.formatMessage({ id: 'tally.meeting', defaultMessage: 'A tally at a meeting' }),
            },
            {
              id: 'reports',
              label: intl.formatMessage(
                {
                  id: 'tally.reports',
                  defaultMessage: '{n, plural, one {# report} other {# reports}} of residents',
                },
                { n: commitment.reports },
              ),
            },
          ]}
          value={basis}
          onChange={setBasis}
        />
      ) : null}
      {basis === 'meeting' ? (
        <>
          <TextField
            label={intl.formatMessage({ id: 'tally.held', defaultMessage: 'Day of the meeting' })}
            type="date"
            value={heldOn}
            onChange={setHeldOn}
            isRequired
          />
          <div className={styles.dates}>
            {VERDICTS.map((verdict) => (
              <NumberField
                key={verdict}
                label={intl.formatMessage(VERDICT_WORDS[verdict])}
                value={tally[verdict]}
                onChange={(count) => setTally({ ...tally, [verdict]: Number.isFinite(count) ? count : 0 })}
                minValue={0}
                formatOptions={{ maximumFractionDigits: 0 }}
              />
            ))}
          </div>
          <p className={styles.quiet} role="status">
            <FormattedMessage
              id="tally.outcome"
              defaultMessage="{outcome, select, verified {More than half of those who can say find it done: it is verified.} not_verified {More than half find it not done: it is open again.} partly_verified {Neither done nor not done has more than half: partly done, so it is open again.} other {Nobody could say yet.}}"
              values={{ outcome: outcome ?? 'none' }}
            />
          </p>
        </>
      ) : null}
      {basis === 'reports' || outcome !== 'verified' ? (
        <TextField
          label={intl.formatMessage({
            id: 'tally.new-due',
            defaultMessage: 'If it is not done: to be done by',
          })}
          type="date"
          value={newDueOn}
          onChange={setNewDueOn}
        />
      ) : null}
      <TextArea
        label={intl.formatMessage({ id: 'tally.comment', defaultMessage: 'What was said' })}
        value={comment}
        onChange={setComment}
        rows={2}
        maxLength={2000}
      />
    </ConfirmDialog>
  );
}
