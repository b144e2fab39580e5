import { Download, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import { useDatasets } from '../../api/datasets.ts';
import { refusedRowsAddress, useImports, useUndoImport } from '../../api/imports.ts';
import type { ImportRecord } from '../../api/records.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { IfMay } from '../../if-may.tsx';
import { saveProven } from '../../save-proven.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { showFailure } from '../../ui/toast.tsx';
import { AccountSentence, AccountTable } from './account-table.tsx';
import styles from './data.module.css';
import { accountFor } from './row-account.ts';

/** Every file that was loaded, what became of its rows, and the way back. */
export function ImportList() {
  const intl = useIntl();
  const { data: imports, error } = useImports();
  const { data: datasets } = useDatasets();
  const [undone, setUndone] = useState<ImportRecord | null>(null);
  return (
    <>
      <ErrorNotice error={error} />
      {imports?.length === 0 ? (
        <EmptyState
          title={intl.formatMessage({ id: 'imports.empty', defaultMessage: 'No file was loaded yet' })}
        >
          <FormattedMessage
            id="imports.empty.text"
            defaultMessage="Each file you load is listed here with the rows that were refused and why."
          />
        </EmptyState>
      ) : null}
      <ul className={styles.cards}>
        {imports?.map((record) => (
          <ImportCard
            key={record.id}
            record={record}
            datasetName={datasets?.find((set) => set.id === record.datasetId)?.name}
            onUndo={() => setUndone(record)}
          />
        ))}
      </ul>
      {undone ? <UndoDialog record={undone} onClose={() => setUndone(null)} /> : null}
    </>
  );
}

interface ImportCardProps {
  record: ImportRecord;
  datasetName: string | undefined;
  onUndo: () => void;
}

function ImportCard({ record, datasetName, onUndo }: ImportCardProps) {
  return (
    <li className={styles.card}>
      <div className={styles.cardMain}>
        <h2 className={styles.cardTitle}>
          {record.fileName}
          {record.undoneAt ? (
            <Badge>
              <FormattedMessage id="imports.undone" defaultMessage="Taken out again" />
            </Badge>
          ) : null}
        </h2>
        <p className={styles.facts}>
          {datasetName ? <span>{datasetName}</span> : null}
          <span>
            <FormattedDate value={record.createdAt} dateStyle="medium" timeStyle="short" />
          </span>
        </p>
        <details className={styles.details}>
          <summary>
            <AccountSentence counts={record} />
          </summary>
          <AccountTable counts={record} flagged={record.flagged} />
        </details>
      </div>
      <IfMay action="import.change">
        {' '}
        {accountFor(record).downloadable > 0 ? (
          <Button size="small" onPress={() => saveProven(refusedRowsAddress(record.id)).catch(showFailure)}>
            <Download aria-hidden />
            <FormattedMessage id="imports.refused" defaultMessage="Refused rows" />
          </Button>
        ) : null}
        {record.undoneAt ? null : (
          <Button size="small" onPress={onUndo}>
            <Undo2 aria-hidden />
            <FormattedMessage id="imports.undo" defaultMessage="Undo" />
          </Button>
        )}
      </IfMay>{' '}
    </li>
  );
}

/** Asks first: the rows can only come back from the file itself. */
function UndoDialog({ record, onClose }: { record: ImportRecord; onClose: () => void }) {
  const intl = useIntl();
  const undo = useUndoImport();
  return (
    <ConfirmDialog
      title={intl.formatMessage({ id: 'imports.undo.title', defaultMessage: 'Take these rows out again?' })}
      isOpen
      onClose={onClose}
      onConfirm={() => undo.mutate(record.id, { onSuccess: onClose })}
      confirmLabel={intl.formatMessage({ id: 'imports.undo.do', defaultMessage: 'Take them out' })}
      confirmKind="danger"
      isPending={undo.isPending}
    >
      <ErrorNotice error={undo.error} />
      <p>
        <FormattedMessage
          id="imports.undo.text"
          defaultMessage="The {count, plural, one {# row} other {# rows}} that came with {file} will be gone from every map, count and list. To have them back, load the file again."
          values={{ count: record.stored + record.unlocated, file: record.fileName }}
        />
      </p>
    </ConfirmDialog>
  );
}
