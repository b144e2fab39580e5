import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import styles from './choice-list.module.css';
import panelStyles from './panels.module.css';

export interface CountedChoice {
  readonly id: number;
  readonly name: string;
  /** Null while it is counted. */
  readonly count: number | null;
}

export interface ChoiceListProps {
  readonly title: string;
  readonly choices: readonly CountedChoice[];
  readonly chosen: readonly number[];
  readonly onChange: (ids: number[]) => void;
}

const SHOWN = 8;
const SEARCHABLE = 12;

/** Choices with counts, the chosen and the most frequent first; a long list can be searched. */
export function ChoiceList({ title, choices, chosen, onChange }: ChoiceListProps) {
  const intl = useIntl();
  const [text, setText] = useState('');
  const [all, setAll] = useState(false);
  const found = choices
    .filter(({ name }) => name.toLocaleLowerCase().includes(text.trim().toLocaleLowerCase()))
    .sort((a, b) => (b.count ?? 0) - (a.count ?? 0) || a.name.localeCompare(b.name));
  const first = found.filter(({ id }) => chosen.includes(id));
  const rest = found.filter(({ id }) => !chosen.includes(id));
  const shown = [...first, ...(all || text ? rest : rest.slice(0, Math.max(SHOWN - first.length, 0)))];
  const toggle = (id: number, on: boolean) =>
    onChange(on ? [...chosen, id].sort((a, b) => a - b) : chosen.filter((other) => other !== id));
  if (choices.length === 0) return null;
  return (
    <section className={panelStyles.section}>
      <div className={styles.head}>
        <h3>{title}</h3>
        {chosen.length > 0 ? (
          <Button kind="quiet" size="small" onPress={() => onChange([])}>
            <FormattedMessage id="map.filters.clearPart" defaultMessage="Clear" />
          </Button>
        ) : null}
      </div>
      {choices.length > SEARCHABLE ? (
        <TextField
          label={intl.formatMessage(
            { id: 'map.filters.search', defaultMessage: 'Search in {title}' },
            { title },
          )}
          value={text}
          onChange={setText}
        />
      ) : null}
      <ul className={styles.list}>
        {shown.map(({ id, name, count }) => (
          <li key={id}>
            <Checkbox isSelected={chosen.includes(id)} onChange={(on) => toggle(id, on)}>
              {name}
            </Checkbox>
            <span className={styles.count}>{count === null ? '…' : intl.formatNumber(count)}</span>
          </li>
        ))}
      </ul>
      {shown.length < found.length ? (
        <Button kind="quiet" size="small" onPress={() => setAll(true)}>
          <FormattedMessage
            id="map.filters.all"
            defaultMessage="Show all {count, number}"
            values={{ count: found.length }}
          />
        </Button>
      ) : null}
    </section>
  );
}
