import { useId, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Badge } from './badge.tsx';
import { Button } from './button.tsx';
import styles from './check-list.module.css';
import { Checkbox } from './checkbox.tsx';
import { TextField } from './text-field.tsx';

const LONG = 12;

export interface CheckListProps {
  label: string;
  /** What it means when nothing is chosen. */
  allLabel: string;
  items: readonly { id: number; name: string }[];
  chosen: readonly number[];
  onChange: (chosen: number[]) => void;
}

/** Some of many, chosen ones first, with a search when there are many. */
export function CheckList({ label, allLabel, items, chosen, onChange }: CheckListProps) {
  const intl = useIntl();
  const headId = useId();
  const [search, setSearch] = useState('');
  // The order stays while boxes are ticked: a line that jumps away under the pointer is a trap.
  const [first] = useState(() => new Set(chosen));
  const wanted = search.trim().toLocaleLowerCase();
  const shown = items
    .filter((item) => item.name.toLocaleLowerCase().includes(wanted))
    .toSorted((a, b) => Number(first.has(b.id)) - Number(first.has(a.id)) || a.name.localeCompare(b.name));
  const toggle = (id: number, on: boolean) =>
    onChange(on ? [...chosen, id] : chosen.filter((other) => other !== id));
  return (
    <fieldset className={styles.checkList} aria-labelledby={headId}>
      <div className={styles.checkHead} id={headId}>
        <h3>{label}</h3>
        <Badge>
          {chosen.length === 0 ? (
            allLabel
          ) : (
            <FormattedMessage
              id="check-list.chosen"
              defaultMessage="{count} chosen"
              values={{ count: chosen.length }}
            />
          )}
        </Badge>
        {chosen.length > 0 ? (
          <Button kind="quiet" size="small" onPress={() => onChange([])}>
            {allLabel}
          </Button>
        ) : null}
      </div>
      {items.length > LONG ? (
        <TextField
          label={intl.formatMessage({ id: 'check-list.search', defaultMessage: 'Find by name' })}
          type="search"
          value={search}
          onChange={setSearch}
        />
      ) : null}
      <div className={styles.checks}>
        {shown.map((item) => (
          <Checkbox
            key={item.id}
            isSelected={chosen.includes(item.id)}
            onChange={(on) => toggle(item.id, on)}
          >
            {item.name}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}
