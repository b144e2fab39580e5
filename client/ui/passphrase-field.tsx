import { Eye, EyeOff } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useIntl } from 'react-intl';
import { IconButton } from './button.tsx';
import { TextField } from './text-field.tsx';

export interface PassphraseFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  autoComplete: 'new-password' | 'current-password';
  hint?: ReactNode;
  error?: string;
}

/** A passphrase that can be looked at while it is typed: long ones are easily mistyped. */
export function PassphraseField({ autoComplete, ...rest }: PassphraseFieldProps) {
  const intl = useIntl();
  const [shown, setShown] = useState(false);
  return (
    <TextField
      {...rest}
      type={shown ? 'text' : 'password'}
      autoComplete={autoComplete}
      isRequired
      action={
        <IconButton
          label={
            shown
              ? intl.formatMessage({ id: 'sign-in.passphrase.hide', defaultMessage: 'Hide the passphrase' })
              : intl.formatMessage({ id: 'sign-in.passphrase.show', defaultMessage: 'Show the passphrase' })
          }
          icon={shown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
          onPress={() => setShown(!shown)}
        />
      }
    />
  );
}
