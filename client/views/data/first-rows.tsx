import type { ReactNode } from 'react';
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import type { Inspection, RefusalReason } from '../../api/imports.ts';
import styles from './data.module.css';
import { REFUSAL_WORDS } from './import-words.ts';

/** The first rows as they are read, and a few that are refused. Protected rows are in neither. */
export function FirstRows({ inspection }: { inspection: Inspection }) {
  const intl = useIntl();
  const names = inspection.columns.map((column) => column.name);
  return (
    <>
      <div className={styles.block}>
        <h3 id="import-first">
          <FormattedMessage id="import.first.title" defaultMessage="First rows" />
        </h3>
        <RowTable
          label="import-first"
          names={names}
          rows={inspection.rows.map((cells) => ({ lead: [], cells }))}
        />
      </div>
      {inspection.refusedSample.length > 0 ? (
        <div className={styles.block}>
          <h3 id="import-refused">
            <FormattedMessage id="import.refused.title" defaultMessage="Some refused rows" />
          </h3>
          <RowTable
            label="import-refused"
            names={[
              intl.formatMessage({ id: 'import.refused.line', defaultMessage: 'Line' }),
              intl.formatMessage({ id: 'import.refused.reason', defaultMessage: 'Why' }),
              ...names,
            ]}
            rows={inspection.refusedSample.map(({ line, reason, cells }) => ({
              lead: [
                <FormattedNumber key="line" value={line} />,
                intl.formatMessage(REFUSAL_WORDS[reason as RefusalReason]),
              ],
              cells,
            }))}
          />
        </div>
      ) : null}
    </>
  );
}

interface RowTableProps {
  label: string;
  names: readonly string[];
  rows: readonly { lead: readonly ReactNode[]; cells: readonly string[] }[];
}

function RowTable({ label, names, rows }: RowTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={styles.scroller} tabIndex={0} aria-labelledby={label}>
      <table className={styles.rows}>
        <thead>
          <tr>
            {names.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ lead, cells }, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other identity
            <tr key={row}>
              {[...lead, ...cells].map((cell, i) => (
                <td key={names[i] ?? i}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
