import { Minus, Plus } from 'lucide-react';
import {
  NumberField as AriaNumberField,
  type NumberFieldProps as AriaProps,
  Button,
  FieldError,
  Group,
  Input,
  Label,
  Text,
} from 'react-aria-components';
import { classNames } from './class-names.ts';
import fieldStyles from './field.module.css';
import styles from './number-field.module.css';

export interface NumberFieldProps extends Omit<AriaProps, 'className' | 'style' | 'children'> {
  label: string;
  hint?: string;
  error?: string;
}

export function NumberField({ label, hint, error, ...rest }: NumberFieldProps) {
  return (
    <AriaNumberField
      validationBehavior="aria"
      {...rest}
      isInvalid={rest.isInvalid ?? Boolean(error)}
      className={fieldStyles.field}
    >
      <Label className={fieldStyles.label}>{label}</Label>
      <Group className={styles.group}>
        <Button slot="decrement" className={styles.step}>
          <Minus aria-hidden size={16} />
        </Button>
        <Input className={classNames(fieldStyles.input, styles.input)} />
        <Button slot="increment" className={styles.step}>
          <Plus aria-hidden size={16} />
        </Button>
      </Group>
      {hint ? (
        <Text slot="description" className={fieldStyles.hint}>
          {hint}
        </Text>
      ) : null}
      <FieldError className={fieldStyles.error}>{error}</FieldError>
    </AriaNumberField>
  );
}
