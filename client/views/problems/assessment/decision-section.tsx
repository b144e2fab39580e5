import { FormattedMessage, useIntl } from 'react-intl';
import type { PartBodies } from '../../../api/problem-parts.ts';
import type { Problem } from '../../../api/records.ts';
import { MEETING_CALLED, MeetingField, useMeetingNames } from '../../../meeting-field.tsx';
import { LinesField } from '../../../ui/lines-field.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import { useChoices } from '../body-words.ts';
import { PartSection } from '../part-section.tsx';
import styles from '../problems.module.css';
import { CLOSURE_WORDS, DECISION_CODES, DECISION_WORDS } from './assessment-words.ts';

type Decision = PartBodies['decision'];

const EMPTY: Decision = {
  decision: null,
  closureReason: null,
  decidedAt: '',
  meetingId: null,
  decidedOn: null,
  reason: '',
  maintenanceOwner: '',
  reviewOn: null,
  worked: '',
  didNot: '',
  wouldDoDifferently: '',
  transferableWhen: [],
};

/** What the committee makes of it, and what others may learn. */
export function DecisionSection({ problem }: { problem: Problem }) {
  return (
    <PartSection
      problem={problem}
      name="decision"
      empty={EMPTY}
      hint={
        <FormattedMessage
          id="decision.hint"
          defaultMessage="The committee decides at a meeting. What did not work is as useful to others as what did."
        />
      }
      names={useMeetingNames(problem.id)}
      form={(body, set) => <Fields problemId={problem.id} body={body} set={set} />}
    />
  );
}

interface FieldsProps {
  problemId: string;
  body: Decision;
  set: (change: Partial<Decision>) => void;
}

function Fields({ problemId, body, set }: FieldsProps) {
  const intl = useIntl();
  const choices = useChoices();
  const label = (field: keyof Decision) => intl.formatMessage(DECISION_WORDS.fields[field]);
  const long = (field: 'reason' | 'worked' | 'didNot' | 'wouldDoDifferently') => (
    <TextArea
      label={label(field)}
      value={body[field]}
      onChange={(text) => set({ [field]: text })}
      rows={2}
      maxLength={10_000}
    />
  );
  const day = (field: 'decidedOn' | 'reviewOn') => (
    <TextField
      type="date"
      label={label(field)}
      value={body[field] ?? ''}
      onChange={(text) => set({ [field]: text === '' ? null : text })}
    />
  );
  return (
    <>
      <RadioGroup
        label={label('decision')}
        choices={choices(DECISION_CODES)}
        value={body.decision}
        onChange={(decision) =>
          set({ decision, closureReason: decision === 'close' ? body.closureReason : null })
        }
      />
      {body.decision === 'close' ? (
        <RadioGroup
          label={label('closureReason')}
          choices={choices(CLOSURE_WORDS)}
          value={body.closureReason}
          onChange={(closureReason) => set({ closureReason })}
        />
      ) : null}
      <MeetingField
        label={label('decidedAt')}
        problemId={problemId}
        meetingId={body.meetingId}
        onChange={(chosen) =>
          set(
            chosen === null
              ? { meetingId: null }
              : { meetingId: chosen.id, decidedAt: chosen.name, decidedOn: chosen.day },
          )
        }
      >
        <div className={styles.dates}>
          <TextField
            label={intl.formatMessage(MEETING_CALLED)}
            value={body.decidedAt}
            onChange={(decidedAt) => set({ decidedAt })}
            maxLength={200}
          />
          {day('decidedOn')}
        </div>
      </MeetingField>
      {long('reason')}
      <div className={styles.dates}>
        <TextField
          label={label('maintenanceOwner')}
          value={body.maintenanceOwner}
          onChange={(maintenanceOwner) => set({ maintenanceOwner })}
          maxLength={200}
        />
        {day('reviewOn')}
      </div>
      {long('worked')}
      {long('didNot')}
      {long('wouldDoDifferently')}
      <LinesField
        label={label('transferableWhen')}
        hint={intl.formatMessage({ id: 'cheers.one-a-line', defaultMessage: 'One a line.' })}
        value={body.transferableWhen}
        onChange={(transferableWhen) => set({ transferableWhen })}
      />
    </>
  );
}
