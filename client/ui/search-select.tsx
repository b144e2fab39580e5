import { ChevronDown } from 'lucide-react';
import {
  Button,
  ComboBox,
  FieldError,
  Group,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components';
import fieldStyles from './field.module.css';
import styles from './search-select.module.css';
import selectStyles from './select.module.css';
import type { Choice } from './select.tsx';

export interface SearchSelectProps<Id extends string | number> {
  label: string;
  choices: readonly Choice<Id>[];
  value: Id | null;
  onChange: (id: Id | null) => void;
  placeholder?: string;
  /** Said when nothing fits what was typed. */
  none: string;
  /** What the button that opens the list does. */
  openLabel: string;
  hint?: string;
  error?: string;
}

/** One of many, found by typing a part of its name. */
export function SearchSelect<Id extends string | number>(props: SearchSelectProps<Id>) {
  const { label, choices, value, onChange, placeholder, none, openLabel, hint, error } = props;
  return (
    <ComboBox
      className={fieldStyles.field}
      defaultItems={choices}
      value={value}
      onChange={(key) => onChange(choices.find(({ id }) => id === key)?.id ?? null)}
      menuTrigger="focus"
      allowsEmptyCollection
      isInvalid={Boolean(error)}
    >
      <Label className={fieldStyles.label}>{label}</Label>
      <Group className={styles.box}>
        <Input className={styles.input} placeholder={placeholder} />
        <Button className={styles.open} aria-label={openLabel}>
          <ChevronDown aria-hidden size={16} />
        </Button>
      </Group>
      {hint ? (
        <Text slot="description" className={fieldStyles.hint}>
          {hint}
        </Text>
      ) : null}
      <FieldError className={fieldStyles.error}>{error}</FieldError>
      <Popover className={selectStyles.popover} offset={4}>
        <ListBox<Choice<Id>>
          className={selectStyles.list}
          renderEmptyState={() => <p className={styles.none}>{none}</p>}
        >
          {(choice) => (
            <ListBoxItem id={choice.id} textValue={choice.label} className={selectStyles.item}>
              <span className={selectStyles.text}>
                <Text slot="label">{choice.label}</Text>
                {choice.hint ? (
                  <Text slot="description" className={fieldStyles.hint}>
                    {choice.hint}
                  </Text>
                ) : null}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
