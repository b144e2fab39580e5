import { RadioGroup as AriaRadioGroup, FieldError, Label, Radio, Text } from 'react-aria-components';
import fieldStyles from './field.module.css';
import styles from './radio-group.module.css';
import type { Choice } from './select.tsx';

export interface RadioGroupProps<Id extends string> {
  label: string;
  choices: readonly Choice<Id>[];
  value: Id | null;
  onChange: (id: Id) => void;
  /** One row of joined buttons instead of a list. */
  layout?: 'list' | 'segments';
  hint?: string;
  error?: string;
  isDisabled?: boolean;
}

export function RadioGroup<Id extends string>(props: RadioGroupProps<Id>) {
  const { label, choices, value, onChange, layout = 'list', hint, error, isDisabled } = props;
  const pick = (key: string) => {
    const choice = choices.find((c) => c.id === key);
    if (choice) onChange(choice.id);
  };
  return (
    <AriaRadioGroup
      className={fieldStyles.field}
      value={value}
      onChange={pick}
      isInvalid={Boolean(error)}
      isDisabled={isDisabled}
    >
      <Label className={fieldStyles.label}>{label}</Label>
      <div className={layout === 'segments' ? styles.segments : styles.list}>
        {choices.map((choice) => (
          <Radio
            key={choice.id}
            value={choice.id}
            className={layout === 'segments' ? styles.segment : styles.radio}
          >
            {layout === 'list' ? <span className={styles.dot} /> : null}
            <span className={styles.text}>
              {choice.label}
              {choice.hint ? <span className={fieldStyles.hint}>{choice.hint}</span> : null}
            </span>
          </Radio>
        ))}
      </div>
      {hint ? (
        <Text slot="description" className={fieldStyles.hint}>
          {hint}
        </Text>
      ) : null}
      <FieldError className={fieldStyles.error}>{error}</FieldError>
    </AriaRadioGroup>
  );
}
