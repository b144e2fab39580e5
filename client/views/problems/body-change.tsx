import { FormattedMessage, type IntlShape, useIntl } from 'react-intl';
import { type AnyWords, fieldText, valueText } from './body-words.ts';
import { ITEM_WORDS, PART_WORDS } from './case-words.ts';
import type { ChangeItem } from './changes.ts';
import styles from './problems.module.css';

const PARTS: Readonly<Record<string, AnyWords>> = PART_WORDS;
const ITEMS: Readonly<Record<string, AnyWords>> = ITEM_WORDS;

/** A line of the history about a field of a part or an entry: what it said before and says now. */
export function BodyChange({
  item,
  names,
}: {
  item: Extract<ChangeItem, { what: 'part' | 'item' }>;
  names: ReadonlyMap<string, string>;
}) {
  const intl = useIntl();
  const words = item.what === 'part' ? PARTS[item.name] : ITEMS[item.kind];
  const title = words ? intl.formatMessage(words.title) : item.what === 'part' ? item.name : item.kind;
  const isAccount = item.what === 'part' && item.field?.endsWith('UserId') === true;
  const textOf = (value: unknown) =>
    isAccount && typeof value === 'string' ? accountText(intl, names, value) : valueText(intl, value, words);
  if (item.field === null)
    return (
      <FormattedMessage
        id="history.entry"
        defaultMessage="{title}: {text}"
        values={{ title, text: valueText(intl, item.to ?? item.from, words) }}
      />
    );
  return (
    <details>
      <summary>
        <FormattedMessage
          id="history.field"
          defaultMessage="{title}: {field}"
          values={{ title, field: fieldText(intl, item.field, words) }}
        />
      </summary>
      {item.from === null || item.from === undefined ? null : (
        <del className={styles.before}>{textOf(item.from)}</del>
      )}
      <ins className={styles.after}>{textOf(item.to)}</ins>
    </details>
  );
}

function accountText(intl: IntlShape, names: ReadonlyMap<string, string>, id: string): string {
  return (
    names.get(id) ??
    intl.formatMessage({
      id: 'history.no-account',
      defaultMessage: 'Somebody who does not work here any more',
    })
  );
}
