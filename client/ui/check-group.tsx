import { CheckboxGroup, Label, Text } from 'react-aria-components';
import styles from './check-group.module.css';
import { Checkbox } from './checkbox.tsx';
import fieldStyles from './field.module.css';
import type { Choice } from './select.tsx';

export interface CheckGroupProps<Id extends string> {
  label: string;
  choices: readonly Choice<Id>[];
  value: readonly Id[];
  onChange: (value: Id[]) => void;
  hint?: string;
}

/** Some of a short list of words, all to be seen at once. */
export function CheckGroup<Id extends string>({
  label,
  choices,
  value,
  onChange,
  hint,
}: CheckGroupProps<Id>) {
  return (
    <CheckboxGroup
      className={fieldStyles.field}
      value={[...value]}
      onChange={(ids) => onChange(choices.flatMap(({ id }) => (ids.includes(id) ? [id] : [])))}
    >
      <Label className={fieldStyles.label}>{label}</Label>
      <div className={styles.checks}>
        {choices.map((choice) => (
          <Checkbox key={choice.id} value={choice.id}>
            {choice.label}
          </Checkbox>
        ))}
      </div>
      {hint ? (
        <Text slot="description" className={fieldStyles.hint}>
          {hint}
        </Text>
      ) : null}
    </CheckboxGroup>
  );
}
