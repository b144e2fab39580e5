import { FormattedMessage, useIntl } from 'react-intl';
import type { PartBodies } from '../../../api/problem-parts.ts';
import type { Problem } from '../../../api/records.ts';
import { CheckGroup } from '../../../ui/check-group.tsx';
import { LinesField } from '../../../ui/lines-field.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import { useChoices } from '../body-words.ts';
import { PartSection } from '../part-section.tsx';
import styles from '../problems.module.css';
import { WATCHED_WORDS } from '../response/evaluation-words.ts';
import { ASKED_WORDS, ASSESSMENT_WORDS, MET_WORDS } from './assessment-words.ts';
import { FromDoseLog } from './from-dose-log.tsx';

type Assessment = PartBodies['assessment'];

const EMPTY: Assessment = {
  unit: '',
  planned: null,
  delivered: null,
  fidelity: '',
  reach: [],
  lookedAt: [],
  displacement: '',
  perceptionAsked: null,
  perception: '',
  sideEffects: [],
  objectiveMet: null,
};

/** Process, perception and side effects: what the test cannot see. */
export function AssessmentSection({ problem }: { problem: Problem }) {
  return (
    <PartSection
      problem={problem}
      name="assessment"
      empty={EMPTY}
      hint={
        <FormattedMessage
          id="assessment.hint"
          defaultMessage="A result says something about a response only when the response was really there: below 60 % of what was planned there is no verdict."
        />
      }
      form={(body, set) => <Fields problem={problem} body={body} set={set} />}
    />
  );
}

interface FieldsProps {
  problem: Problem;
  body: Assessment;
  set: (change: Partial<Assessment>) => void;
}

function Fields({ problem, body, set }: FieldsProps) {
  const intl = useIntl();
  const choices = useChoices();
  const label = (field: keyof Assessment) => intl.formatMessage(ASSESSMENT_WORDS.fields[field]);
  const long = (field: 'fidelity' | 'displacement' | 'perception') => (
    <TextArea
      label={label(field)}
      value={body[field]}
      onChange={(text) => set({ [field]: text })}
      rows={2}
      maxLength={10_000}
    />
  );
  const number = (field: 'planned' | 'delivered') => (
    <NumberField
      label={label(field)}
      value={body[field] ?? Number.NaN}
      onChange={(value) => set({ [field]: Number.isFinite(value) ? value : null })}
      minValue={0}
      formatOptions={{ maximumFractionDigits: 0 }}
    />
  );
  const oneALine = intl.formatMessage({ id: 'cheers.one-a-line', defaultMessage: 'One a line.' });
  return (
    <>
      <TextField label={label('unit')} value={body.unit} onChange={(unit) => set({ unit })} maxLength={200} />
      <div className={styles.dates}>
        {number('planned')}
        {number('delivered')}
      </div>
      <FromDoseLog problemId={problem.id} planned={body.planned} delivered={body.delivered} onTake={set} />
      {long('fidelity')}
      <LinesField
        label={label('reach')}
        hint={oneALine}
        value={body.reach}
        onChange={(reach) => set({ reach })}
      />
      <CheckGroup
        label={label('lookedAt')}
        choices={choices(WATCHED_WORDS)}
        value={body.lookedAt}
        onChange={(lookedAt) => set({ lookedAt })}
      />
      {long('displacement')}
      <RadioGroup
        label={label('perceptionAsked')}
        choices={choices(ASKED_WORDS)}
        value={body.perceptionAsked}
        onChange={(perceptionAsked) => set({ perceptionAsked })}
      />
      {long('perception')}
      <LinesField
        label={label('sideEffects')}
        hint={oneALine}
        value={body.sideEffects}
        onChange={(sideEffects) => set({ sideEffects })}
      />
      <RadioGroup
        label={label('objectiveMet')}
        choices={choices(MET_WORDS)}
        value={body.objectiveMet}
        onChange={(objectiveMet) => set({ objectiveMet })}
      />
    </>
  );
}
