import { useIntl } from 'react-intl';
import { TextField } from './ui/text-field.tsx';

/** The code of an app. Phones offer it by themselves; digits stay in their order in every direction of writing. */
export function CodeField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const intl = useIntl();
  return (
    <TextField
      label={intl.formatMessage({ id: 'second-step.code', defaultMessage: 'Code of the app' })}
      hint={intl.formatMessage({
        id: 'second-step.code.hint',
        defaultMessage: 'Six digits; the app shows another code every half minute.',
      })}
      value={value}
      onChange={onChange}
      autoComplete="one-time-code"
      inputMode="numeric"
      maxLength={20}
      inputDirection="ltr"
      autoFocus
      isRequired
    />
  );
}

/** One of the codes that were shown once. */
export function RecoveryCodeField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const intl = useIntl();
  return (
    <TextField
      label={intl.formatMessage({ id: 'second-step.recovery', defaultMessage: 'Recovery code' })}
      hint={intl.formatMessage({
        id: 'second-step.recovery.hint',
        defaultMessage: 'Four groups of four signs. Each code opens once.',
      })}
      value={value}
      onChange={onChange}
      autoComplete="off"
      spellCheck="false"
      maxLength={40}
      inputDirection="ltr"
      autoFocus
      isRequired
    />
  );
}
