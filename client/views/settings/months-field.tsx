import { FormattedMessage, useIntl } from 'react-intl';
import { Checkbox } from '../../ui/checkbox.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import styles from './settings.module.css';

export interface MonthsFieldProps {
  label: string;
  /** Null: for ever. */
  value: number | null;
  onChange: (months: number | null) => void;
  isReadOnly: boolean;
}

const USUAL = 24;
const MOST = 600;

/** So many months, or for ever. */
export function MonthsField({ label, value, onChange, isReadOnly }: MonthsFieldProps) {
  const intl = useIntl();
  if (isReadOnly)
    return (
      <p className={styles.personRow}>
        <span>{label}</span>
        <span>
          <FormattedMessage
            id="retention.months"
            defaultMessage="{months, plural, =0 {for ever} one {# month} other {# months}}"
            values={{ months: value ?? 0 }}
          />
        </span>
      </p>
    );
  return (
    <fieldset className={styles.months}>
      <legend>{label}</legend>
      <Checkbox isSelected={value === null} onChange={(forEver) => onChange(forEver ? null : USUAL)}>
        <FormattedMessage id="retention.for-ever" defaultMessage="For ever" />
      </Checkbox>
      {value === null ? null : (
        <NumberField
          label={intl.formatMessage({ id: 'retention.in-months', defaultMessage: 'Months' })}
          value={value}
          onChange={(months) => onChange(Number.isNaN(months) ? USUAL : months)}
          minValue={1}
          maxValue={MOST}
        />
      )}
    </fieldset>
  );
}
