import { NumberField } from '../../ui/number-field.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface FieldProps<Value> {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  hint?: string;
}

/** A whole number, or nothing yet. */
export function CountField({
  min = 0,
  max,
  ...field
}: FieldProps<number | null> & { min?: number; max?: number }) {
  return <AmountField {...field} min={min} max={max} digits={0} />;
}

/** A number, or nothing yet. */
export function AmountField(
  props: FieldProps<number | null> & { min?: number; max?: number; digits?: number },
) {
  const { label, value, onChange, hint, min, max, digits = 2 } = props;
  return (
    <NumberField
      label={label}
      hint={hint}
      value={value ?? Number.NaN}
      onChange={(number) => onChange(Number.isFinite(number) ? number : null)}
      minValue={min}
      maxValue={max}
      formatOptions={{ maximumFractionDigits: digits }}
    />
  );
}

/** A calendar day, or none yet. */
export function DayField({ label, value, onChange, hint }: FieldProps<string | null>) {
  return (
    <TextField
      label={label}
      hint={hint}
      type="date"
      value={value ?? ''}
      onChange={(day) => onChange(day || null)}
    />
  );
}

/** One line. */
export function LineField({ label, value, onChange, hint }: FieldProps<string>) {
  return <TextField label={label} hint={hint} value={value} onChange={onChange} maxLength={200} />;
}
