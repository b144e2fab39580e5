import type { KeyboardEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useCategories } from '../../api/categories.ts';
import type { PaperRow, RowVerdict } from '../../api/concerns.ts';
import { CHANNEL_WORDS, choicesOf, PATHWAY_WORDS } from './concern-words.ts';
import styles from './concerns.module.css';
import { NO_PLACE, PlaceCell } from './paper-place.tsx';
import type { PlaceDraft } from './place-field.tsx';
import { RowVerdictText } from './row-verdict.tsx';

/** A row as it is typed. */
export type Row = Required<
  Pick<PaperRow, 'receivedOn' | 'channel' | 'summary' | 'categoryId' | 'isProtected' | 'wordsChecked'>
> & { place: PlaceDraft; pathway: string; key: number };

/** What stands over the columns. */
export function Heads() {
  return (
    <thead>
      <tr>
        <th scope="col">
          <FormattedMessage id="concern.receivedOn" defaultMessage="Received on" />
        </th>
        <th scope="col">
          <FormattedMessage id="concern.channel" defaultMessage="How it came in" />
        </th>
        <th scope="col" className={styles.wide}>
          <FormattedMessage id="concern.summary" defaultMessage="In a sentence: what happens?" />
        </th>
        <th scope="col">
          <FormattedMessage id="concern.category" defaultMessage="What kind of thing" />
        </th>
        <th scope="col" className={styles.where}>
          <FormattedMessage id="concern.where" defaultMessage="Where" />
        </th>
        <th scope="col" className={styles.slim}>
          <FormattedMessage id="concern.protected.short" defaultMessage="Protected" />
        </th>
        <th scope="col">
          <FormattedMessage id="concerns.verdict" defaultMessage="What became of it" />
        </th>
      </tr>
    </thead>
  );
}

interface PaperLineProps {
  row: Row;
  number: number;
  verdict: RowVerdict | undefined;
  isDone: boolean;
  onChange: (change: Partial<Row>) => void;
  onEnter: () => void;
  /** Asks for the place on the map. */
  onMark: () => void;
}

/** The plain fields of the browser: they are the fastest to type in and to move between. */
export function PaperLine({ row, number, verdict, isDone, onChange, onEnter, onMark }: PaperLineProps) {
  const intl = useIntl();
  const { data: categories } = useCategories();
  const name = (id: string, field: string) =>
    intl.formatMessage(
      { id: 'concerns.paper.field', defaultMessage: '{field}, row {number}' },
      { field, number, id },
    );
  const enter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.target instanceof HTMLSelectElement) return;
    event.preventDefault();
    onEnter();
  };
  const options = (choices: readonly { id: string | number; label: string }[]) =>
    choices.map(({ id, label }) => (
      <option key={id} value={id}>
        {label}
      </option>
    ));
  const none = intl.formatMessage({ id: 'concern.category.none', defaultMessage: 'Not said' });
  const open = (categories ?? []).filter((category) => category.protected === 'none');
  return (
    <tr onKeyDown={enter}>
      <td>
        <input
          type="date"
          aria-label={name(
            'day',
            intl.formatMessage({ id: 'concern.receivedOn', defaultMessage: 'Received on' }),
          )}
          value={row.receivedOn}
          disabled={isDone}
          onChange={(event) => onChange({ receivedOn: event.target.value })}
        />
      </td>
      <td>
        <select
          aria-label={name(
            'channel',
            intl.formatMessage({ id: 'concern.channel', defaultMessage: 'How it came in' }),
          )}
          value={row.channel}
          disabled={isDone}
          onChange={(event) => onChange({ channel: event.target.value })}
        >
          {options(choicesOf(intl, CHANNEL_WORDS))}
        </select>
      </td>
      <td>
        {row.isProtected ? (
          <select
            aria-label={name(
              'pathway',
              intl.formatMessage({ id: 'concern.pathway', defaultMessage: 'Where is the person taken?' }),
            )}
            value={row.pathway}
            disabled={isDone}
            onChange={(event) => onChange({ pathway: event.target.value })}
          >
            <option value="">
              {intl.formatMessage({ id: 'concern.pathway', defaultMessage: 'Where is the person taken?' })}
            </option>
            {options(choicesOf(intl, PATHWAY_WORDS))}
          </select>
        ) : (
          <input
            // biome-ignore lint/a11y/noAutofocus: a row that was begun by a key is typed in next.
            autoFocus={number > 1}
            aria-label={name(
              'summary',
              intl.formatMessage({ id: 'concern.summary', defaultMessage: 'In a sentence: what happens?' }),
            )}
            value={row.summary}
            maxLength={500}
            disabled={isDone}
            onChange={(event) => onChange({ summary: event.target.value })}
          />
        )}
      </td>
      <td>
        <select
          aria-label={name(
            'category',
            intl.formatMessage({ id: 'concern.category', defaultMessage: 'What kind of thing' }),
          )}
          value={row.categoryId ?? ''}
          disabled={isDone || row.isProtected}
          onChange={(event) => onChange({ categoryId: Number(event.target.value) || null })}
        >
          <option value="">{none}</option>
          {options(open.map(({ id, name: label }) => ({ id, label })))}
        </select>
      </td>
      <td>
        <PlaceCell
          row={row}
          number={number}
          isDisabled={isDone || row.isProtected}
          onChange={(place) => onChange({ place })}
          onMark={onMark}
        />
      </td>
      <td>
        <input
          type="checkbox"
          aria-label={name(
            'protected',
            intl.formatMessage({ id: 'concern.protected.short', defaultMessage: 'Protected' }),
          )}
          checked={row.isProtected}
          disabled={isDone}
          onChange={(event) => onChange({ isProtected: event.target.checked, summary: '', place: NO_PLACE })}
        />
      </td>
      <td className={styles.verdict}>
        {verdict ? (
          <RowVerdictText verdict={verdict} onSaveAnyway={() => onChange({ wordsChecked: true })} />
        ) : null}
      </td>
    </tr>
  );
}
