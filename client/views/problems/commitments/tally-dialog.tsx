import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { type Commitment, useVerify } from '../../../api/commitments.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { MeetingField, useHeldMeetings } from '../../../meeting-field.tsx';
import { NO_TALLY, saidBy, sumOf, type TallyByGroup } from '../../../tally-by-group.ts';
import { GroupTallies, TallyFields } from '../../../tally-fields.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import { useToday } from '../../../use-today.ts';
import { outcomeOf } from '../../../verdict-words.ts';
import styles from '../problems.module.css';

/** What residents say of a delivery: hands counted at a meeting, or the reports that came in. */
export function TallyDialog({ commitment, onClose }: { commitment: Commitment; onClose: () => void }) {
  const intl = useIntl();
  const verify = useVerify();
  const today = useToday();
  const [basis, setBasis] = useState<'meeting' | 'reports'>('meeting');
  const [heldOn, setHeldOn] = useState(today);
  const [chosen, setChosen] = useState<string | null | undefined>(undefined);
  // What is counted is mostly counted today.
  const ofToday = useHeldMeetings(commitment.problemId).find(({ day }) => day === today);
  const meetingId = chosen === undefined ? (ofToday?.id ?? null) : chosen;
  const at = meetingId === null ? { heldOn } : { meetingId };
  const [counted, setCounted] = useState(NO_TALLY);
  const [isByGroup, setByGroup] = useState(false);
  const [byGroup, setGroups] = useState<TallyByGroup>({});
  const tally = isByGroup ? sumOf(byGroup) : counted;
  const [comment, setComment] = useState('');
  const [newDueOn, setNewDueOn] = useState('');
  const outcome = outcomeOf(tally);
  const confirm = () => {
    const settled = { comment: comment.trim(), newDueOn: newDueOn || null };
    const said =
      basis === 'meeting'
        ? { basis, ...at, ...tally, ...(isByGroup && { byGroup: saidBy(byGroup) }), ...settled }
        : { basis, ...settled };
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
      isConfirmDisabled={basis === 'meeting' && (outcome === null || (meetingId === null && heldOn === ''))}
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
          <MeetingField
            label={intl.formatMessage({ id: 'tally.at', defaultMessage: 'At which meeting' })}
            problemId={commitment.problemId}
            meetingId={meetingId}
            onChange={(one) => setChosen(one?.id ?? null)}
          >
            <TextField
              label={intl.formatMessage({ id: 'tally.held', defaultMessage: 'Day of the meeting' })}
              type="date"
              value={heldOn}
              onChange={setHeldOn}
              isRequired
            />
          </MeetingField>
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
