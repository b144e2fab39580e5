import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import type { AuditEntry } from '../../api/audit.ts';
import styles from './history.module.css';
import { ACTION_WORDS, KIND_WORDS } from './words.ts';

/** One entry: when, who, what; what exactly is folded away. */
export function EntryLine({ entry }: { entry: AuditEntry }) {
  const intl = useIntl();
  const fields = Object.entries(entry.change);
  const word = (words: typeof ACTION_WORDS, key: string) =>
    words[key] ? intl.formatMessage(words[key]) : key.replaceAll('_', ' ');
  return (
    <li className={styles.entry}>
      <p className={styles.line}>
        <span className={styles.number}>{intl.formatNumber(entry.id)}</span>
        <time className={styles.when} dateTime={entry.at}>
          <FormattedDate value={entry.at} dateStyle="medium" timeStyle="medium" />
        </time>
        <strong>
          {entry.actorName ?? <FormattedMessage id="audit.nobody" defaultMessage="The workbench" />}
        </strong>
        <span>{word(ACTION_WORDS, entry.action)}</span>
        <span>
          {word(KIND_WORDS, entry.objectKind)} <code className={styles.mark}>{entry.objectId}</code>
        </span>
      </p>
      {entry.reason ? <blockquote className={styles.reason}>{entry.reason}</blockquote> : null}
      {entry.hidden ? (
        <p className={styles.quiet}>
          <FormattedMessage
            id="audit.hidden"
            defaultMessage="What it said is for those who may read such records themselves."
          />
        </p>
      ) : null}
      {fields.length > 0 ? (
        <details>
          <summary>
            <FormattedMessage
              id="audit.details"
              defaultMessage="{count, plural, one {# detail} other {# details}}"
              values={{ count: fields.length }}
            />
          </summary>
          <dl className={styles.details}>
            {fields.map(([field, [before, after]]) => (
              <div key={field}>
                <dt>{field}</dt>
                <dd>
                  {before === null || before === undefined ? null : <del>{textOf(before)}</del>}{' '}
                  {after === null || after === undefined ? null : <ins>{textOf(after)}</ins>}
                </dd>
              </div>
            ))}
          </dl>
        </details>
      ) : null}
    </li>
  );
}

const LONGEST = 400;

function textOf(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
