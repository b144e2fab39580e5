import { defineMessages, type MessageDescriptor, useIntl } from 'react-intl';
import { passphraseStrength, SHORTEST_PASSPHRASE, type Strength } from './passphrase-strength.ts';
import { PassphraseField } from './ui/passphrase-field.tsx';

const STRENGTH: Record<Strength, MessageDescriptor> = defineMessages({
  empty: {
    id: 'sign-in.strength.empty',
    defaultMessage:
      'At least {least} characters. Four or five words in a row are strong and easy to keep in mind.',
  },
  short: { id: 'sign-in.strength.short', defaultMessage: 'Too short: at least {least} characters.' },
  weak: { id: 'sign-in.strength.weak', defaultMessage: 'Weak: it repeats itself. Add another word.' },
  fair: { id: 'sign-in.strength.fair', defaultMessage: 'Fair. One more word would make it strong.' },
  strong: { id: 'sign-in.strength.strong', defaultMessage: 'Strong.' },
});

/** A passphrase somebody makes up: says how strong it is while it is typed. */
export function NewPassphraseField(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const intl = useIntl();
  const strength = passphraseStrength(props.value);
  return (
    <PassphraseField
      {...props}
      autoComplete="new-password"
      hint={intl.formatMessage(STRENGTH[strength], { least: SHORTEST_PASSPHRASE })}
    />
  );
}

export function isLongEnough(passphrase: string): boolean {
  const strength = passphraseStrength(passphrase);
  return strength !== 'empty' && strength !== 'short';
}
