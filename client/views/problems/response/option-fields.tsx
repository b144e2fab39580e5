import { FormattedMessage, useIntl } from 'react-intl';
import { useOrganisations } from '../../../api/organisations.ts';
import type { Problem } from '../../../api/records.ts';
import { DOSE_WORDS } from '../../../commitment-words.ts';
import { LinesField } from '../../../ui/lines-field.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useBodyFields } from '../body-fields.tsx';
import work from '../case-work.module.css';
import { PlaceField } from '../place-field.tsx';
import styles from '../problems.module.css';
import { SIDE_WORDS } from '../side-words.ts';
import {
  COURSE_WORDS,
  DECISION_WORDS,
  FAMILY_WORDS,
  OPTION_WORDS,
  type Option,
  QUALITY_WORDS,
  RIGHT_WORDS,
  RIGHTS,
} from './option-words.ts';

interface OptionFieldsProps {
  problem: Problem;
  option: Option;
  set: (change: Partial<Option>) => void;
}

/** The form of an option: what it is, how it works, who would do it, whom it could harm, what was decided. */
export function OptionFields({ problem, option, set }: OptionFieldsProps) {
  const { label, lineOf, textOf, choiceOf } = useBodyFields(OPTION_WORDS.fields, option, set);
  const oneALine = useIntl().formatMessage({ id: 'cheers.one-a-line', defaultMessage: 'One a line.' });
  return (
    <>
      {lineOf('title')}
      {textOf('description')}
      <div className={styles.dates}>
        {choiceOf('family', FAMILY_WORDS)}
        {choiceOf('side', SIDE_WORDS)}
      </div>
      {lineOf('mechanism')}
      {choiceOf('evidenceQuality', QUALITY_WORDS)}
      {textOf('evidence')}
      <Doing option={option} set={set} />
      <PlaceField
        problem={problem}
        label={label('geometry')}
        value={option.geometry}
        onChange={(geometry) => set({ geometry })}
      />
      <LinesField
        label={label('risks')}
        hint={oneALine}
        value={option.risks}
        onChange={(risks) => set({ risks })}
      />
      {textOf('displacement')}
      <fieldset className={styles.fieldset}>
        <legend>
          <FormattedMessage id="rights.title" defaultMessage="Rights check" />
        </legend>
        <div className={work.threes}>
          {RIGHTS.map((right) => (
            <div key={right}>{choiceOf(right, RIGHT_WORDS)}</div>
          ))}
        </div>
        <LinesField
          label={label('riskToWhom')}
          hint={oneALine}
          value={option.riskToWhom}
          onChange={(riskToWhom) => set({ riskToWhom })}
          rows={2}
        />
        {textOf('mitigations')}
        {lineOf('reviewedBy')}
      </fieldset>
      <fieldset className={styles.fieldset}>
        <legend>{label('decision')}</legend>
        <Scores option={option} set={set} />
        {choiceOf('decision', DECISION_WORDS)}
        {textOf('reason')}
      </fieldset>
    </>
  );
}

type Part = Pick<OptionFieldsProps, 'option' | 'set'>;

function Doing({ option, set }: Part) {
  const intl = useIntl();
  const { label, lineOf, choiceOf } = useBodyFields(OPTION_WORDS.fields, option, set);
  const { data: organisations } = useOrganisations();
  const nobody = intl.formatMessage({ id: 'option.owner.none', defaultMessage: 'Not said yet' });
  return (
    <div className={styles.dates}>
      <Select
        label={label('ownerId')}
        choices={[
          { id: 0, label: nobody },
          ...(organisations?.items ?? []).map(({ id, name }) => ({ id, label: name })),
        ]}
        value={option.ownerId ?? 0}
        onChange={(id) => set({ ownerId: id === 0 ? null : id })}
      />
      {lineOf('cost')}
      {choiceOf('course', COURSE_WORDS)}
      <TextField
        label={label('start')}
        type="date"
        value={option.start ?? ''}
        onChange={(start) => set({ start: start || null })}
      />
      {choiceOf('doseUnit', DOSE_WORDS)}
      <NumberField
        label={label('dosePerWeek')}
        value={option.dosePerWeek ?? Number.NaN}
        onChange={(dose) => set({ dosePerWeek: dose > 0 ? dose : null })}
        minValue={0}
      />
    </div>
  );
}

function Scores({ option, set }: Part) {
  const intl = useIntl();
  const { label } = useBodyFields(OPTION_WORDS.fields, option, set);
  const hint = intl.formatMessage({ id: 'option.score.hint', defaultMessage: 'From 1, little, to 5, much' });
  return (
    <div className={work.threes}>
      {(['effectScore', 'feasibilityScore', 'acceptanceScore'] as const).map((field) => (
        <NumberField
          key={field}
          label={label(field)}
          hint={hint}
          value={option[field] ?? Number.NaN}
          onChange={(score) => set({ [field]: Number.isFinite(score) ? score : null })}
          minValue={1}
          maxValue={5}
          formatOptions={{ maximumFractionDigits: 0 }}
        />
      ))}
    </div>
  );
}
