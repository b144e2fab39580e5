import { Plus } from 'lucide-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAreas } from '../../api/areas.ts';
import { useCategories } from '../../api/categories.ts';
import {
  type RecordingChange,
  useAddRecordingChange,
  useRecordingChanges,
  useRemoveRecordingChange,
} from '../../api/recording-changes.ts';
import { useMay } from '../../api/session.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { RecordingDialog } from '../../recording-dialog.tsx';
import { RECORDING_EFFECT_WORDS, recordingTitle } from '../../recording-words.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { showFailure, showToast } from '../../ui/toast.tsx';
import styles from './data.module.css';

/** Days from which incidents were recorded in another way: numbers of before and after are then not of the same thing. */
export function RecordingChanges({ today }: { today: string }) {
  const intl = useIntl();
  const { data: changes, error } = useRecordingChanges();
  const mayChange = useMay('dataset.change');
  const [edited, setEdited] = useState<RecordingChange | 'new' | null>(null);
  return (
    <div className={styles.block}>
      <p className={styles.quiet}>
        <FormattedMessage
          id="recording.text"
          defaultMessage="From which day incidents were recorded in another way: a new form, a campaign, a week without a system. An evaluation that compares before with after across such a day is held up until its periods lie on one side of it, or until it says why the day does not matter. A change that ended holds it up only when some of its days lie in one of the periods."
        />
      </p>
      <ErrorNotice error={error} />
      {mayChange ? (
        <div className={styles.buttons}>
          <Button kind="primary" onPress={() => setEdited('new')}>
            <Plus aria-hidden size={18} />
            <FormattedMessage id="recording.add" defaultMessage="Add a change of recording" />
          </Button>
        </div>
      ) : null}
      {changes?.length === 0 ? (
        <EmptyState
          title={intl.formatMessage({
            id: 'recording.none',
            defaultMessage: 'No change of recording is known',
          })}
        >
          <FormattedMessage
            id="recording.none.text"
            defaultMessage="Ask whoever records: most rises and falls that begin on one day begin in an office."
          />
        </EmptyState>
      ) : null}
      <ul className={styles.cards}>
        {changes?.map((change) => (
          <ChangeCard
            key={change.id}
            change={change}
            onEdit={mayChange ? () => setEdited(change) : undefined}
          />
        ))}
      </ul>
      {edited ? (
        <RecordingDialog
          change={edited === 'new' ? null : edited}
          today={today}
          onClose={() => setEdited(null)}
        />
      ) : null}
    </div>
  );
}

function ChangeCard({ change, onEdit }: { change: RecordingChange; onEdit: (() => void) | undefined }) {
  const intl = useIntl();
  const { data: areas } = useAreas();
  const { data: categories } = useCategories();
  const remove = useRemoveWithUndo();
  const { effect, areaId, categoryId, note } = change;
  return (
    <li className={styles.card}>
      <div className={styles.cardMain}>
        <h2 className={styles.cardTitle}>{recordingTitle(intl, change, 'long')}</h2>
        <p className={styles.facts}>
          <span>{intl.formatMessage(RECORDING_EFFECT_WORDS[effect])}</span>
          <span>
            {areaId === null ? (
              <FormattedMessage id="recording.everywhere" defaultMessage="Everywhere" />
            ) : (
              (areas?.find(({ id }) => id === areaId)?.name ?? '–')
            )}
          </span>
          <span>
            {categoryId === null ? (
              <FormattedMessage id="recording.everything" defaultMessage="All kinds of incidents" />
            ) : (
              (categories?.find(({ id }) => id === categoryId)?.name ?? '–')
            )}
          </span>
        </p>
        {note ? <p>{note}</p> : null}
      </div>
      {onEdit ? (
        <div className={styles.buttons}>
          <Button size="small" onPress={onEdit}>
            <FormattedMessage id="recording.correct" defaultMessage="Correct" />
          </Button>
          <Button size="small" onPress={() => remove(change)}>
            <FormattedMessage id="recording.remove" defaultMessage="Take off the list" />
          </Button>
        </div>
      ) : null}
    </li>
  );
}

/** What is taken off is written down again when it is undone. */
function useRemoveWithUndo() {
  const intl = useIntl();
  const remove = useRemoveRecordingChange();
  const add = useAddRecordingChange();
  return ({ id, fromDay, untilDay, areaId, categoryId, kind, effect, note }: RecordingChange) =>
    remove.mutateAsync(id).then(
      () =>
        showToast({
          text: intl.formatMessage({
            id: 'recording.removed',
            defaultMessage: 'The change of recording was taken off the list.',
          }),
          action: {
            label: intl.formatMessage({ id: 'data.undo', defaultMessage: 'Undo' }),
            onPress: () =>
              add
                .mutateAsync({ fromDay, untilDay, areaId, categoryId, kind, effect, note })
                .catch(showFailure),
          },
        }),
      showFailure,
    );
}
