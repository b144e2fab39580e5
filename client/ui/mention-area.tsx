import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import {
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  FieldError,
  Label,
} from 'react-aria-components';
import { useIntl } from 'react-intl';
import { classNames } from './class-names.ts';
import fieldStyles from './field.module.css';
import styles from './mention-area.module.css';
import { useTooLong } from './too-long.ts';

export interface Named {
  id: string;
  name: string;
}

export interface MentionAreaProps {
  label: string;
  hint?: string;
  value: string;
  onChange: (text: string) => void;
  /** Who can be chosen after an @. */
  people: readonly Named[];
  rows?: number;
  maxLength?: number;
  autoFocus?: boolean;
}

const MOST_SHOWN = 6;

/** What is being typed after the last @ before the caret, if that could still become a name. */
function begunName(text: string, caret: number): string | null {
  const from = text.lastIndexOf('@', caret - 1);
  if (from < 0 || caret - from > 40) return null;
  if (from > 0 && /[\p{L}\p{N}]/u.test(text[from - 1] ?? '')) return null;
  const begun = text.slice(from + 1, caret);
  return begun.includes('\n') ? null : begun;
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** A text in which an @ opens a list of people: arrows choose, Enter takes, Escape closes. */
export function MentionArea(props: MentionAreaProps) {
  const { label, hint, value, onChange, people, rows = 3, maxLength, autoFocus } = props;
  const intl = useIntl();
  const listId = useId();
  const { error, area } = useTooLong({ value, most: maxLength });
  const caretAfter = useRef<number | null>(null);
  // With the new text, and before the next key: somebody who types fast goes on behind the name.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once the text has changed.
  useLayoutEffect(() => {
    const at = caretAfter.current;
    caretAfter.current = null;
    if (at === null || !area.current) return;
    area.current.focus();
    area.current.setSelectionRange(at, at);
  }, [value]);
  const [begun, setBegun] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const found =
    begun === null
      ? []
      : people
          .filter(
            ({ name }) =>
              plain(name)
                .split(' ')
                .some((word) => word.startsWith(plain(begun))) || plain(name).startsWith(plain(begun)),
          )
          .slice(0, MOST_SHOWN);
  const look = () => {
    const { current } = area;
    setBegun(current ? begunName(current.value, current.selectionStart) : null);
    setActive(0);
  };
  const take = (person: Named) => {
    const { current } = area;
    if (!current || begun === null) return;
    const caret = current.selectionStart;
    const from = caret - begun.length;
    const after = value.slice(caret);
    const name = `${person.name}${/^\s/.test(after) ? '' : ' '}`;
    onChange(value.slice(0, from) + name + after);
    setBegun(null);
    caretAfter.current = from + name.length;
  };
  const press = (event: KeyboardEvent) => {
    if (found.length === 0) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = found[active];
    if (step !== undefined) setActive((active + step + found.length) % found.length);
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen) take(chosen);
    else if (event.key === 'Escape') setBegun(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <AriaTextField
      className={fieldStyles.field}
      value={value}
      onChange={(text) => {
        onChange(text);
        look();
      }}
      validationBehavior="aria"
      isInvalid={error !== undefined}
      autoFocus={autoFocus}
    >
      <Label className={fieldStyles.label}>{label}</Label>
      {/* Before the field hears of the key: React Aria would not let it come so far. */}
      <div className={styles.frame} onKeyDownCapture={press} role="presentation">
        <AriaTextArea
          ref={area}
          className={fieldStyles.input}
          rows={rows}
          onSelect={look}
          onBlur={() => setBegun(null)}
          aria-autocomplete="list"
          aria-controls={found.length > 0 ? listId : undefined}
          aria-activedescendant={found.length > 0 ? `${listId}-${active}` : undefined}
        />
        {found.length > 0 ? (
          <div
            id={listId}
            role="listbox"
            className={styles.list}
            aria-label={intl.formatMessage({ id: 'ui.mention.people', defaultMessage: 'People' })}
          >
            {found.map((person, i) => (
              <div
                key={person.id}
                tabIndex={-1}
                id={`${listId}-${i}`}
                role="option"
                aria-selected={i === active}
                className={classNames(styles.option, i === active && styles.active)}
                // Not a click: the field would lose the focus first, and the list close.
                onPointerDown={(event) => {
                  event.preventDefault();
                  take(person);
                }}
              >
                {person.name}
              </div>
            ))}
          </div>
        ) : null}
      </div>
      <span role="status" className={styles.said}>
        {found.length > 0
          ? intl.formatMessage(
              {
                id: 'ui.mention.found',
                defaultMessage:
                  '{count, plural, one {# person} other {# people}}: arrows choose, Enter takes',
              },
              { count: found.length },
            )
          : null}
      </span>
      {hint ? <span className={fieldStyles.hint}>{hint}</span> : null}
      <FieldError className={fieldStyles.error}>{error}</FieldError>
    </AriaTextField>
  );
}
