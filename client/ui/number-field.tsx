import { Minus, Plus } from 'lucide-react';
import { useContext, useEffect, useEffectEvent, useRef, useState } from 'react';
import {
  NumberField as AriaNumberField,
  type NumberFieldProps as AriaProps,
  Button,
  FieldError,
  Group,
  Input,
  Label,
  NumberFieldStateContext,
  Text,
} from 'react-aria-components';
import { classNames } from './class-names.ts';
import fieldStyles from './field.module.css';
import styles from './number-field.module.css';
import { type Typing, typedNumber } from './typed-number.ts';

export interface NumberFieldProps extends Omit<AriaProps, 'className' | 'style' | 'children'> {
  label: string;
  hint?: string;
  error?: string;
}

/** Says its number while it is typed, not only once the field is left: what waits for it can be pressed at once. */
export function NumberField({ label, hint, error, value = Number.NaN, onChange, ...rest }: NumberFieldProps) {
  const [typing, setTyping] = useState<Typing | null>(null);
  const tell = (text: string, parsed: number) => {
    const before = typing ?? { base: value, told: value };
    const now = typedNumber(text, parsed, before, rest);
    setTyping(now);
    if (!Object.is(now.told, before.told)) onChange?.(now.told);
  };
  return (
    <AriaNumberField
      validationBehavior="aria"
      {...rest}
      // Until it is left the text stays as it is typed: "1." is not made "1".
      value={typing ? typing.base : value}
      onChange={(number) => {
        setTyping(null);
        onChange?.(number);
      }}
      isInvalid={rest.isInvalid ?? Boolean(error)}
      className={fieldStyles.field}
    >
      <Label className={fieldStyles.label}>{label}</Label>
      <Group className={styles.group}>
        <Button slot="decrement" className={styles.step}>
          <Minus aria-hidden size={16} />
        </Button>
        <TypedInput isTyping={typing !== null} onTyped={tell} onLeave={() => setTyping(null)} />
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

interface TypedInputProps {
  isTyping: boolean;
  onTyped: (text: string, parsed: number) => void;
  onLeave: () => void;
}

/** What is written by hand, as the field reads it; what it writes itself is no typing. */
function TypedInput({ isTyping, onTyped, onLeave }: TypedInputProps) {
  const state = useContext(NumberFieldStateContext);
  const byHand = useRef(false);
  const text = state?.inputValue ?? '';
  const parsed = state?.numberValue ?? Number.NaN;
  const say = useEffectEvent(() => {
    if (byHand.current || isTyping) onTyped(text, parsed);
    byHand.current = false;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: it says each text once.
  useEffect(() => say(), [text]);
  return (
    <Input
      className={classNames(fieldStyles.input, styles.input)}
      onInput={() => {
        byHand.current = true;
      }}
      onBlur={onLeave}
    />
  );
}
