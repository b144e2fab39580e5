import type { ReactNode } from 'react';
import {
  type TextFieldProps as AriaProps,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  FieldError,
  Input,
  Label,
  Text,
} from 'react-aria-components';
import styles from './field.module.css';
import { useTooLong } from './too-long.ts';

interface FieldTexts {
  label: string;
  /** One line under the field. */
  hint?: ReactNode;
  /** Shown instead of the browser's own words when the field is invalid. */
  error?: string;
}

export interface TextFieldProps extends Omit<AriaProps, 'className' | 'style' | 'children'>, FieldTexts {
  placeholder?: string;
  /** A control on the same line, such as show or hide. */
  action?: ReactNode;
  /** For what reads the same way in every language, such as codes and addresses. */
  inputDirection?: 'ltr';
}

export function TextField({
  label,
  hint,
  error,
  placeholder,
  action,
  inputDirection,
  ...rest
}: TextFieldProps) {
  return (
    <AriaTextField
      validationBehavior="aria"
      {...rest}
      isInvalid={rest.isInvalid ?? Boolean(error)}
      className={styles.field}
    >
      <Label className={styles.label}>{label}</Label>
      <div className={styles.row}>
        <Input className={styles.input} placeholder={placeholder} dir={inputDirection} />
        {action}
      </div>
      <FieldFoot hint={hint} error={error} />
    </AriaTextField>
  );
}

export interface TextAreaProps extends Omit<AriaProps, 'className' | 'style' | 'children'>, FieldTexts {
  rows?: number;
  /** What to do with a text that does not fit, besides shortening it. */
  whenTooLong?: string;
  placeholder?: string;
}

export function TextArea(props: TextAreaProps) {
  const { label, hint, rows = 4, placeholder, maxLength, whenTooLong, ...rest } = props;
  const tooLong = useTooLong({ value: rest.value, most: maxLength, instead: whenTooLong });
  const error = rest.error ?? tooLong.error;
  return (
    <AriaTextField
      validationBehavior="aria"
      {...rest}
      isInvalid={rest.isInvalid ?? Boolean(error)}
      className={styles.field}
    >
      <Label className={styles.label}>{label}</Label>
      <AriaTextArea ref={tooLong.area} className={styles.input} rows={rows} placeholder={placeholder} />
      <FieldFoot hint={hint} error={error} />
    </AriaTextField>
  );
}

function FieldFoot({ hint, error }: { hint?: ReactNode; error?: string }) {
  return (
    <>
      {hint ? (
        <Text slot="description" className={styles.hint}>
          {hint}
        </Text>
      ) : null}
      <FieldError className={styles.error}>{error}</FieldError>
    </>
  );
}
