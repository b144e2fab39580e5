import { Check, ChevronDown } from 'lucide-react';
import {
  Select as AriaSelect,
  Button,
  FieldError,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
} from 'react-aria-components';
import { classNames } from './class-names.ts';
import fieldStyles from './field.module.css';
import styles from './select.module.css';

export interface Choice<Id extends string | number = string> {
  id: Id;
  label: string;
  /** A second, quieter line. */
  hint?: string;
}

export interface SelectProps<Id extends string | number> {
  label: string;
  /** Says the label to screen readers only. */
  hideLabel?: boolean;
  choices: readonly Choice<Id>[];
  value: Id | null;
  onChange: (id: Id) => void;
  placeholder?: string;
  hint?: string;
  error?: string;
  isDisabled?: boolean;
}

export function Select<Id extends string | number>(props: SelectProps<Id>) {
  const { label, hideLabel, choices, value, onChange, placeholder, hint, error, isDisabled } = props;
  const pick = (key: string | number | null) => {
    const choice = choices.find((c) => c.id === key);
    if (choice) onChange(choice.id);
  };
  return (
    <AriaSelect
      className={fieldStyles.field}
      aria-label={hideLabel ? label : undefined}
      value={value}
      onChange={pick}
      placeholder={placeholder}
      isDisabled={isDisabled}
      isInvalid={Boolean(error)}
    >
      {hideLabel ? null : <Label className={fieldStyles.label}>{label}</Label>}
      <Button className={classNames(fieldStyles.input, styles.trigger)}>
        <SelectValue className={styles.value} />
        <ChevronDown aria-hidden size={16} className={styles.chevron} />
      </Button>
      {hint ? (
        <Text slot="description" className={fieldStyles.hint}>
          {hint}
        </Text>
      ) : null}
      <FieldError className={fieldStyles.error}>{error}</FieldError>
      <Popover className={styles.popover} offset={4}>
        <ListBox className={styles.list} items={choices}>
          {(choice) => (
            <ListBoxItem id={choice.id} textValue={choice.label} className={styles.item}>
              {({ isSelected }) => (
                <>
                  <span className={styles.mark}>{isSelected ? <Check aria-hidden size={16} /> : null}</span>
                  <span className={styles.text}>
                    <Text slot="label">{choice.label}</Text>
                    {choice.hint ? (
                      <Text slot="description" className={fieldStyles.hint}>
                        {choice.hint}
                      </Text>
                    ) : null}
                  </span>
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
