import { FormattedMessage, useIntl } from 'react-intl';
import type { Inspection, WarningCode } from '../../api/imports.ts';
import { Notice } from '../../ui/notice.tsx';
import { AccountTable } from './account-table.tsx';
import { ColumnTable } from './column-table.tsx';
import styles from './data.module.css';
import { FileSettings } from './file-settings.tsx';
import { FirstRows } from './first-rows.tsx';
import { NOTE_WORDS, noteParams } from './import-words.ts';
import { LabelDecisions } from './label-decisions.tsx';
import { LeftBehind } from './left-behind.tsx';
import { Period } from './period.tsx';
import { TargetFields } from './target-fields.tsx';
import type { ImportDraft } from './use-import-draft.ts';

/** Said where they are decided. */
const SAID_ABOVE: readonly WarningCode[] = ['protected_rows', 'doubtful_labels'];

/** What was understood of a file, all of it changeable, and what would become of its rows. */
export function ImportPreview({ draft, inspection }: { draft: ImportDraft; inspection: Inspection }) {
  const intl = useIntl();
  return (
    <div className={styles.preview} aria-busy={draft.isReading}>
      <TargetFields draft={draft} inspection={inspection} />
      {inspection.blocker ? <Notice tone="red" title={inspection.blocker.message} /> : null}
      <LabelDecisions draft={draft} inspection={inspection} />
      <LeftBehind inspection={inspection} />
      <section aria-labelledby="import-rows" className={styles.block}>
        <h3 id="import-rows">
          <FormattedMessage id="import.rows.title" defaultMessage="What would become of the rows" />
        </h3>
        <p className={styles.quiet}>
          <Period from={inspection.from} to={inspection.to} timezone={zoneOf(draft)} />
        </p>
        <AccountTable
          counts={{ read: inspection.read, ...inspection.verdicts }}
          flagged={inspection.flagged}
        />
        <ul className={styles.notes}>
          {inspection.warnings
            .filter(({ code }) => !SAID_ABOVE.includes(code))
            .map((note) => (
              <li key={note.code}>{intl.formatMessage(NOTE_WORDS[note.code], noteParams(note))}</li>
            ))}
        </ul>
      </section>
      <section aria-labelledby="import-how" className={styles.block}>
        <h3 id="import-how">
          <FormattedMessage id="import.how.title" defaultMessage="How the file is read" />
        </h3>
        <FileSettings draft={draft} inspection={inspection} />
      </section>
      <section aria-labelledby="import-columns" className={styles.block}>
        <h3 id="import-columns">
          <FormattedMessage id="import.columns.title" defaultMessage="What the columns are used as" />
        </h3>
        <ColumnTable draft={draft} inspection={inspection} />
      </section>
      <FirstRows inspection={inspection} />
    </div>
  );
}

function zoneOf({ mapping }: ImportDraft): string | undefined {
  return mapping?.kind === 'incidents' ? mapping.time?.timezone : undefined;
}
