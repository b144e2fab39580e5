import { useIntl } from 'react-intl';
import { type Meeting, useTakeBackStart } from '../../api/meetings.ts';
import { showFailure, showToast } from '../../ui/toast.tsx';

/** Says that a meeting has begun, with the way back for whoever pressed by mistake. */
export function useSayBegun(): (begun: Pick<Meeting, 'id' | 'version'>) => void {
  const intl = useIntl();
  const takeBack = useTakeBackStart();
  return (begun) =>
    showToast({
      text: intl.formatMessage({ id: 'meeting.begun', defaultMessage: 'The meeting has begun.' }),
      action: {
        label: intl.formatMessage({ id: 'agenda.undo', defaultMessage: 'Undo' }),
        onPress: () => takeBack.mutate(begun, { onError: showFailure }),
      },
    });
}
