import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useKeepRun } from '../../../api/exhibits.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { showToast } from '../../../ui/toast.tsx';
import { useMapContext } from '../map-context.ts';
import panelStyles from './panels.module.css';

/** Keeps the answer on a problem case, with the reason why it matters there. */
export function KeepOnCase({ runId }: { runId: string }) {
  const [open, setOpen] = useState(false);
  const { records } = useMapContext();
  if (records.problems.length === 0) return null;
  return (
    <>
      <Button size="small" onPress={() => setOpen(true)}>
        <FormattedMessage id="map.keep.open" defaultMessage="Keep on a case…" />
      </Button>
      {open ? <KeepDialog runId={runId} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function KeepDialog({ runId, onClose }: { runId: string; onClose: () => void }) {
  const intl = useIntl();
  const { records } = useMapContext();
  const [problemId, setProblemId] = useState(records.problems[0].id);
  const [note, setNote] = useState('');
  const keep = useKeepRun();
  const announce = useKeptToast();
  const save = () =>
    keep.mutate(
      { problemId, runId, note: note.trim() },
      {
        onSuccess: () => {
          onClose();
          announce(problemId);
        },
      },
    );
  return (
    <Dialog
      title={intl.formatMessage({ id: 'map.keep.title', defaultMessage: 'Keep this answer on a case' })}
      isOpen
      onClose={onClose}
      actions={
        <Button kind="primary" onPress={save} isPending={keep.isPending}>
          <FormattedMessage id="map.keep.save" defaultMessage="Keep" />
        </Button>
      }
    >
      <div className={panelStyles.stack}>
        <Select
          label={intl.formatMessage({ id: 'map.keep.case', defaultMessage: 'Problem case' })}
          value={problemId}
          onChange={setProblemId}
          choices={records.problems.map(({ id, ref, title }) => ({ id, label: `${ref} ${title}` }))}
        />
        <TextArea
          label={intl.formatMessage({ id: 'map.keep.note', defaultMessage: 'What does it show?' })}
          hint={intl.formatMessage({
            id: 'map.keep.note.hint',
            defaultMessage: 'Filter, parameters and data version are kept with it.',
          })}
          value={note}
          onChange={setNote}
          maxLength={2000}
          rows={3}
        />
        {keep.error ? <Notice tone="red">{keep.error.message}</Notice> : null}
      </div>
    </Dialog>
  );
}

function useKeptToast(): (problemId: string) => void {
  const intl = useIntl();
  const navigate = useNavigate();
  const { records } = useMapContext();
  return (problemId) =>
    showToast({
      text: intl.formatMessage(
        { id: 'map.keep.done', defaultMessage: 'Kept on {ref}.' },
        { ref: records.problems.find(({ id }) => id === problemId)?.ref ?? '' },
      ),
      action: {
        label: intl.formatMessage({ id: 'map.problem.go', defaultMessage: 'Go to the case' }),
        onPress: () =>
          void navigate({ to: '/problems/$id', params: { id: problemId }, search: { tab: 'analysis' } }),
      },
    });
}
