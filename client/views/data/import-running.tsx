import { FormattedMessage, useIntl } from 'react-intl';
import type { ImportProgress } from '../../api/imports.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';

export interface ImportRunningProps {
  progress: ImportProgress | null;
  /** Rows the inspection counted. */
  rows: number | null;
  isCancelling: boolean;
}

export function ImportRunning({ progress, rows, isCancelling }: ImportRunningProps) {
  const intl = useIntl();
  // Sending is quick, storing is not: the bar follows the rows, whose number the inspection counted.
  const share = progress && rows && progress.rows > 0 ? Math.min(1, progress.rows / rows) : null;
  return (
    <>
      <ProgressBar
        label={
          isCancelling
            ? intl.formatMessage({ id: 'import.running.cancelling', defaultMessage: 'Cancelling' })
            : progress?.state === 'waiting'
              ? intl.formatMessage({
                  id: 'import.running.waiting',
                  defaultMessage: 'Waiting for another import to end',
                })
              : intl.formatMessage({ id: 'import.running', defaultMessage: 'Storing the rows' })
        }
        value={share}
        detail={intl.formatMessage(
          { id: 'import.running.rows', defaultMessage: '{done, number} of {rows, number} rows' },
          { done: progress?.rows ?? 0, rows: rows ?? 0 },
        )}
      />
      <p>
        <FormattedMessage
          id="import.running.text"
          defaultMessage="All or nothing: until it is finished nothing of this file is stored, and cancelling leaves no trace."
        />
      </p>
    </>
  );
}
