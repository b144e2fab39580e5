import { FormattedMessage, useIntl } from 'react-intl';
import type { Proof } from '../../api/account.ts';
import { CodeField, RecoveryCodeField } from '../../code-field.tsx';
import { Button } from '../../ui/button.tsx';
import { PassphraseField } from '../../ui/passphrase-field.tsx';

/** Passphrase and code, as they are typed. */
export interface TypedProof {
  passphrase: string;
  code: string;
  isRecovery: boolean;
}

export const NO_PROOF: TypedProof = { passphrase: '', code: '', isRecovery: false };

export function isComplete({ passphrase, code, isRecovery }: TypedProof): boolean {
  return passphrase !== '' && code.trim().length >= (isRecovery ? 16 : 6);
}

export function proofOf({ passphrase, code, isRecovery }: TypedProof): Proof & { passphrase: string } {
  return isRecovery ? { passphrase, recoveryCode: code } : { passphrase, code };
}

/** Who one is, proved again before what opens doors is changed. */
export function ProofFields(props: {
  proof: TypedProof;
  onChange: (proof: TypedProof) => void;
  passphraseAlone?: boolean;
}) {
  const { proof, onChange } = props;
  const intl = useIntl();
  const Field = proof.isRecovery ? RecoveryCodeField : CodeField;
  return (
    <>
      <PassphraseField
        label={intl.formatMessage({ id: 'own-sign-in.passphrase.yours', defaultMessage: 'Your passphrase' })}
        value={proof.passphrase}
        onChange={(passphrase) => onChange({ ...proof, passphrase })}
        autoComplete="current-password"
      />
      {props.passphraseAlone ? null : (
        <>
          <Field value={proof.code} onChange={(code) => onChange({ ...proof, code })} />
          <div>
            <Button
              kind="quiet"
              size="small"
              onPress={() => onChange({ ...proof, code: '', isRecovery: !proof.isRecovery })}
            >
              {proof.isRecovery ? (
                <FormattedMessage id="second-step.use-code" defaultMessage="Use the app" />
              ) : (
                <FormattedMessage id="second-step.use-recovery" defaultMessage="Use a recovery code" />
              )}
            </Button>
          </div>
        </>
      )}
    </>
  );
}
