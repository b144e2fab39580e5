import { FormattedMessage, useIntl } from 'react-intl';
import type { PartBodies } from '../../../api/problem-parts.ts';
import type { Problem } from '../../../api/records.ts';
import { CheckGroup } from '../../../ui/check-group.tsx';
import { LinesField } from '../../../ui/lines-field.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { Select } from '../../../ui/select.tsx';
import { useChoices } from '../body-words.ts';
import { PartSection } from '../part-section.tsx';
import { AmountField, DayField, LineField } from '../plain-fields.tsx';
import styles from '../problems.module.css';
import { DIRECTION_WORDS, OBJECTIVE_WORDS, SCALE_WORDS, SMART_WORDS } from './objective-words.ts';

type Objective = PartBodies['objective'];

const EMPTY: Objective = {
  measure: '',
  direction: null,
  scale: null,
  baselineFrom: null,
  baselineTo: null,
  baselineValue: null,
  targetValue: null,
  byDate: null,
  area: '',
  counterMeasures: [],
  smart: [],
};

/** What is to be reached by when, and what must not get worse on the way. */
export function ObjectiveSection({ problem }: { problem: Problem }) {
  return (
    <PartSection
      problem={problem}
      name="objective"
      empty={EMPTY}
      hint={
        <FormattedMessage
          id="objective.hint"
          defaultMessage="One thing that can be counted, how it stood before, how it should stand by which day."
        />
      }
      form={(body, set) => <ObjectiveFields body={body} set={set} />}
    />
  );
}

function ObjectiveFields({ body, set }: { body: Objective; set: (change: Partial<Objective>) => void }) {
  const intl = useIntl();
  const choices = useChoices();
  const label = (field: keyof Objective) => intl.formatMessage(OBJECTIVE_WORDS.fields[field]);
  return (
    <>
      <Select
        label={label('scale')}
        choices={choices(SCALE_WORDS)}
        value={body.scale}
        onChange={(scale) => set({ scale })}
      />
      <LineField
        label={label('measure')}
        hint={intl.formatMessage({
          id: 'objective.measure.hint',
          defaultMessage: 'As in “recorded thefts from persons within 50 m of the stops”.',
        })}
        value={body.measure}
        onChange={(measure) => set({ measure })}
      />
      <RadioGroup
        label={label('direction')}
        layout="segments"
        choices={choices(DIRECTION_WORDS)}
        value={body.direction}
        onChange={(direction) => set({ direction })}
      />
      <div className={styles.dates}>
        <DayField
          label={label('baselineFrom')}
          value={body.baselineFrom}
          onChange={(baselineFrom) => set({ baselineFrom })}
        />
        <DayField
          label={label('baselineTo')}
          value={body.baselineTo}
          onChange={(baselineTo) => set({ baselineTo })}
        />
        <AmountField
          label={label('baselineValue')}
          value={body.baselineValue}
          onChange={(baselineValue) => set({ baselineValue })}
        />
        <AmountField
          label={label('targetValue')}
          value={body.targetValue}
          onChange={(targetValue) => set({ targetValue })}
        />
        <DayField label={label('byDate')} value={body.byDate} onChange={(byDate) => set({ byDate })} />
        <LineField label={label('area')} value={body.area} onChange={(area) => set({ area })} />
      </div>
      <LinesField
        label={label('counterMeasures')}
        hint={intl.formatMessage({
          id: 'objective.counter.hint',
          defaultMessage:
            'One a line, as in “thefts at the stops of Station Road” or “waiting time for the bus”.',
        })}
        value={body.counterMeasures}
        onChange={(counterMeasures) => set({ counterMeasures })}
      />
      <CheckGroup
        label={label('smart')}
        choices={choices(SMART_WORDS)}
        value={body.smart}
        onChange={(smart) => set({ smart })}
      />
    </>
  );
}
