import { Plus } from 'lucide-react';
import { useState } from 'react';
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { type Commitment, type NewDose, useLogDose, useStrikeDose } from '../../../api/commitments.ts';
import { DOSE_WORDS } from '../../../commitment-words.ts';
import { Button } from '../../../ui/button.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { showFailure, showToast } from '../../../ui/toast.tsx';
import work from '../case-work.module.css';
import styles from '../problems.module.css';

const LOGGED: readonly Commitment['state'][] = ['agreed', 'in_progress', 'blocked', 'reopened', 'delivered'];
/** Minutes come in rounds, the others one by one. */
const ONE_TAP: Partial<Record<NewDose['unit'], number>> = { patrol_minutes: 15 };

/** How much of the dose was given, and one tap to log more. */
export function DoseLine({ commitment }: { commitment: Commitment }) {
  const intl = useIntl();
  const { dose, delivered, doseShare, steps, state, isOwn } = commitment;
  const maySpeak = isOwn || steps.some(({ who }) => who === 'owner');
  if (!dose && delivered === 0) return null;
  const unit = dose ? intl.formatMessage(DOSE_WORDS[dose.unit]) : '';
  return (
    <div className={work.dose}>
      {dose ? (
        <ProgressBar
          label={unit}
          value={Math.min(1, doseShare ?? 0)}
          detail={intl.formatMessage(
            {
              id: 'dose.line',
              defaultMessage:
                '{delivered, number} of {planned, number} planned ({share, number, ::percent .})',
            },
            { delivered, planned: dose.planned, share: doseShare ?? 0 },
          )}
        />
      ) : (
        <p className={styles.facts}>
          <FormattedMessage
            id="dose.logged"
            defaultMessage="Logged: {delivered}"
            values={{ delivered: <FormattedNumber value={delivered} /> }}
          />
        </p>
      )}
      {dose && maySpeak && LOGGED.includes(state) ? (
        <LogTap commitment={commitment} unit={dose.unit} />
      ) : null}
    </div>
  );
}

function LogTap({ commitment, unit }: { commitment: Commitment; unit: NewDose['unit'] }) {
  const intl = useIntl();
  const log = useLogDose();
  const strike = useStrikeDose();
  const [quantity, setQuantity] = useState(ONE_TAP[unit] ?? 1);
  const word = intl.formatMessage(DOSE_WORDS[unit]);
  // Waits for the promise: the line may be gone by then.
  const tap = () =>
    log.mutateAsync({ id: commitment.id, dose: { unit, quantity } }).then(
      (entry) =>
        showToast({
          text: intl.formatMessage(
            { id: 'dose.done', defaultMessage: 'Logged {quantity, number} · {unit}' },
            { quantity, unit: word },
          ),
          action: {
            label: intl.formatMessage({ id: 'data.undo', defaultMessage: 'Undo' }),
            onPress: () => strike.mutateAsync({ id: commitment.id, doseId: entry.id }).catch(showFailure),
          },
        }),
      showFailure,
    );
  return (
    <div className={work.tap}>
      <NumberField
        label={word}
        value={quantity}
        onChange={(value) => setQuantity(value > 0 ? value : 1)}
        minValue={0.5}
      />
      <Button onPress={tap} isPending={log.isPending}>
        <Plus aria-hidden />
        <FormattedMessage id="dose.log" defaultMessage="Log it now" />
      </Button>
    </div>
  );
}
