import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useWorkspace } from '../../api/workspace.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import styles from './data.module.css';
import { ImportPreview } from './import-preview.tsx';
import { ImportResult } from './import-result.tsx';
import { ImportRunning } from './import-running.tsx';
import { useImportDraft } from './use-import-draft.ts';
import { useImportRun } from './use-import-run.ts';

/** From a file to stored rows: what was understood, what will happen, and only then the doing. */
export function ImportDialog({ file, onClose }: { file: File; onClose: () => void }) {
  const intl = useIntl();
  const { data: workspace } = useWorkspace();
  const draft = useImportDraft(file, workspace?.timezone ?? 'UTC');
  const run = useImportRun(file);
  const [closing, setClosing] = useState(false);
  const running = run.state.step === 'running';
  const close = () => (running ? setClosing(true) : onClose());
  return (
    <Dialog
      title={intl.formatMessage({ id: 'import.title', defaultMessage: 'Load {name}' }, { name: file.name })}
      isOpen
      size="wide"
      isDismissable={!running}
      onClose={close}
      actions={run.state.step === 'done' ? null : <Actions draft={draft} run={run} onClose={onClose} />}
    >
      {run.state.step === 'done' ? (
        <ImportResult record={run.state.record} mapping={draft.mapping} onClose={onClose} />
      ) : run.state.step === 'running' ? (
        <ImportRunning
          progress={run.state.progress}
          rows={draft.inspection?.read ?? null}
          isCancelling={run.state.isCancelling || closing}
        />
      ) : (
        <>
          {run.state.step === 'failed' ? <ErrorNotice error={run.state.error} /> : null}
          {run.state.step === 'cancelled' ? (
            <p role="status">
              <FormattedMessage
                id="import.cancelled"
                defaultMessage="Cancelled. Nothing of this file was stored."
              />
            </p>
          ) : null}
          <ErrorNotice error={draft.error} />
          {draft.inspection ? (
            <ImportPreview draft={draft} inspection={draft.inspection} />
          ) : draft.isReading ? (
            <ProgressBar
              label={intl.formatMessage({ id: 'import.reading', defaultMessage: 'Looking into the file' })}
              value={null}
              detail={fileSize(file.size)}
            />
          ) : null}
        </>
      )}
    </Dialog>
  );
}

function Actions(props: {
  draft: ReturnType<typeof useImportDraft>;
  run: ReturnType<typeof useImportRun>;
  onClose: () => void;
}) {
  const { draft, run, onClose } = props;
  const count = draft.usable;
  if (run.state.step === 'running')
    return (
      <Button onPress={run.cancel} isDisabled={run.state.isCancelling}>
        <FormattedMessage id="import.cancel" defaultMessage="Cancel" />
      </Button>
    );
  return (
    <>
      <p className={styles.footNote} role="status">
        {draft.isReading && draft.inspection ? (
          <FormattedMessage id="import.rows.reading" defaultMessage="Reading the file again…" />
        ) : draft.undecided > 0 ? (
          <FormattedMessage
            id="import.doubtful.title"
            defaultMessage="{count, plural, =0 {All doubtful categories are decided} one {Decide about # category} other {Decide about # categories}}"
            values={{ count: draft.undecided }}
          />
        ) : null}
      </p>
      <Button onPress={onClose}>
        <FormattedMessage id="import.leave" defaultMessage="Do not load" />
      </Button>
      <Button
        kind="primary"
        isDisabled={draft.request === null}
        onPress={() => draft.request && run.start(draft.request)}
      >
        <FormattedMessage
          id="import.confirm"
          defaultMessage="{count, plural, =0 {Load} one {Load # row} other {Load # rows}}"
          values={{ count }}
        />
      </Button>
    </>
  );
}

function fileSize(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
