import { useIntl } from 'react-intl';
import { useRemoveProblem, useRestoreProblem } from '../../api/problems.ts';
import type { Problem } from '../../api/records.ts';
import { showFailure, showToast } from '../../ui/toast.tsx';

/** Deletes at once and offers the way back. */
export function useRemoveProblemWithUndo(onRemoved?: () => void) {
  const intl = useIntl();
  const remove = useRemoveProblem();
  const restore = useRestoreProblem();
  return (problem: Problem) =>
    // Callbacks of a mutation are dropped when its component goes, as it does here; the promise is not.
    remove.mutateAsync(problem).then(() => {
      onRemoved?.();
      showToast({
        text: intl.formatMessage(
          { id: 'problem.removed', defaultMessage: '{ref} was deleted.' },
          { ref: problem.ref },
        ),
        action: {
          label: intl.formatMessage({ id: 'data.undo', defaultMessage: 'Undo' }),
          onPress: () => restore.mutateAsync(problem.id).catch(showFailure),
        },
      });
    }, showFailure);
}
