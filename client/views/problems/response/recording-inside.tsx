import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { EvaluationPlan } from '../../../api/evaluations.ts';
import type { RecordingChange } from '../../../api/recording-changes.ts';
import { useWorkspace } from '../../../api/workspace.ts';
import { startOfDay } from '../../../day.ts';
import { IfMay } from '../../../if-may.tsx';
import { RecordingDialog } from '../../../recording-dialog.tsx';
import { recordingTitle } from '../../../recording-words.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useToday } from '../../../use-today.ts';
import styles from '../problems.module.css';
import { oneSide } from './one-side.ts';

interface Props {
  readonly plan: EvaluationPlan;
  readonly changes: readonly RecordingChange[];
  readonly set: (change: Partial<EvaluationPlan>) => void;
}

/** Changes of recording inside a plan: each can be cut off with its side of a period, or it is said why it does not matter. */
export function RecordingInside({ plan, changes, set }: Props) {
  const intl = useIntl();
  const today = useToday();
  const [isAdding, setAdding] = useState(false);
  return (
    <fieldset className={styles.fieldset}>
      <legend>
        <FormattedMessage id="evaluation.recording" defaultMessage="Changes of recording" />
      </legend>
      {changes.length === 0 ? (
        <p className={styles.quiet}>
          <FormattedMessage
            id="evaluation.recording.none"
            defaultMessage="None is known that touches the counts of this plan."
          />
        </p>
      ) : (
        <ul className={styles.lines}>
          {changes.map((change) => (
            <Inside key={change.id} change={change} plan={plan} set={set} />
          ))}
        </ul>
      )}
      {changes.length > 0 || plan.recordingNote !== '' ? (
        <TextField
          label={intl.formatMessage({
            id: 'evaluation.recording-note',
            defaultMessage: 'Why a change of recording does not touch these counts',
          })}
          value={plan.recordingNote}
          onChange={(recordingNote) => set({ recordingNote })}
          maxLength={2000}
        />
      ) : null}
      <IfMay action="dataset.change">
        <div className={styles.buttons}>
          <Button size="small" onPress={() => setAdding(true)}>
            <FormattedMessage id="recording.add" defaultMessage="Add a change of recording" />
          </Button>
        </div>
      </IfMay>
      {isAdding ? <RecordingDialog change={null} today={today} onClose={() => setAdding(false)} /> : null}
    </fieldset>
  );
}

function Inside({ change, plan, set }: Omit<Props, 'changes'> & { change: RecordingChange }) {
  const intl = useIntl();
  const zone = useWorkspace().data?.timezone ?? 'UTC';
  const at = startOfDay(change.fromDay, zone, 0);
  const over = change.untilDay === null ? null : startOfDay(change.untilDay, zone, 1);
  const split = at ? oneSide(plan, at, over ?? at) : null;
  return (
    <li>
      <p>{recordingTitle(intl, change, 'medium')}</p>
      {change.note ? <p className={styles.quiet}>{change.note}</p> : null}
      {split ? (
        <div className={styles.buttons}>
          <Button size="small" onPress={() => set(split)}>
            {split.before ? (
              <FormattedMessage
                id="evaluation.recording.begin"
                defaultMessage="Let the period before begin there"
              />
            ) : (
              <FormattedMessage
                id="evaluation.recording.end"
                defaultMessage="Let the period after end there"
              />
            )}
          </Button>
        </div>
      ) : (
        <p className={styles.quiet}>
          <FormattedMessage
            id="evaluation.recording.between"
            defaultMessage="It lies between the two periods or in both, so no shorter period helps: choose both on one side of it, or say why it does not matter."
          />
        </p>
      )}
    </li>
  );
}
