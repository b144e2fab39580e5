import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import type { RefusalReason, RowFlag } from '../../api/imports.ts';
import styles from './data.module.css';
import { FLAG_WORDS, REFUSAL_WORDS } from './import-words.ts';
import { accountFor, mostFirst, type RowCounts } from './row-account.ts';

/** One sentence that sums up to what was read. */
export function AccountSentence({ counts }: { counts: RowCounts }) {
  const { read, stored, unlocated, refused, duplicates } = accountFor(counts);
  return (
    <FormattedMessage
      id="import.account"
      defaultMessage="{read, plural, one {# row} other {# rows}}: {stored, number} on the map · {unlocated, number} without a position · {refused, number} refused · {duplicates, plural, one {# duplicate} other {# duplicates}}"
      values={{ read, stored, unlocated, refused, duplicates }}
    />
  );
}

/** Where every row goes, and why the others are not used. */
export function AccountTable({ counts, flagged }: { counts: RowCounts; flagged: Record<string, number> }) {
  const intl = useIntl();
  const account = accountFor(counts);
  const flags = mostFirst(flagged);
  const row = (key: string, label: string, count: number, isPart = false) => (
    <tr key={key} className={isPart ? styles.part : undefined}>
      <th scope="row">{label}</th>
      <td>
        <FormattedNumber value={count} />
      </td>
    </tr>
  );
  return (
    <table className={styles.account}>
      <caption className={styles.hidden}>
        <FormattedMessage id="import.account.caption" defaultMessage="What happens to the rows" />
      </caption>
      <tbody>
        {row(
          'read',
          intl.formatMessage({ id: 'import.account.read', defaultMessage: 'Rows read' }),
          account.read,
        )}
        {row(
          'stored',
          intl.formatMessage({ id: 'import.account.stored', defaultMessage: 'On the map' }),
          account.stored,
        )}
        {row(
          'unlocated',
          intl.formatMessage({
            id: 'import.account.unlocated',
            defaultMessage: 'Without a position: in lists, not on the map',
          }),
          account.unlocated,
        )}
        {row(
          'duplicates',
          intl.formatMessage({ id: 'import.account.duplicates', defaultMessage: 'Duplicates, left out' }),
          account.duplicates,
        )}
        {row(
          'refused',
          intl.formatMessage({ id: 'import.account.refused', defaultMessage: 'Refused' }),
          account.refused,
        )}
        {account.reasons.map(([reason, count]) =>
          row(
            reason,
            isKey(REFUSAL_WORDS, reason)
              ? intl.formatMessage(REFUSAL_WORDS[reason as RefusalReason])
              : reason,
            count,
            true,
          ),
        )}
      </tbody>
      {flags.length > 0 ? (
        <tbody>
          <tr>
            <th scope="rowgroup" colSpan={2} className={styles.groupHead}>
              <FormattedMessage id="import.account.flagged" defaultMessage="Used, but remarkable" />
            </th>
          </tr>
          {flags.map(([flag, count]) =>
            row(
              flag,
              isKey(FLAG_WORDS, flag) ? intl.formatMessage(FLAG_WORDS[flag as RowFlag]) : flag,
              count,
              true,
            ),
          )}
        </tbody>
      ) : null}
    </table>
  );
}

function isKey(words: object, key: string): boolean {
  return Object.hasOwn(words, key);
}
