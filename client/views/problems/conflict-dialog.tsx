import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { type AnyWords, fieldText, valueText } from './body-words.ts';
import { mergeBodies } from './merge.ts';
import styles from './problems.module.css';

export interface ConflictDialogProps<Body> {
  words: AnyWords;
  /** What both began with, what is being written here, and the newest of the server. */
  base: Body;
  mine: Body;
  theirs: Body;
  isPending: boolean;
  onClose: () => void;
  onDecide: (merged: Body) => void;
}

/** Somebody else saved first: both versions, field by field. Nothing is overwritten that was not chosen. */
export function ConflictDialog<Body extends object>(props: ConflictDialogProps<Body>) {
  const { words, base, mine, theirs, isPending, onClose, onDecide } = props;
  const intl = useIntl();
  const { merged, contested, onlyMine, onlyTheirs } = mergeBodies(base, mine, theirs);
  const [chosen, setChosen] = useState<Partial<Record<keyof Body & string, 'mine' | 'theirs'>>>({});
  const isDecided = contested.every((field) => chosen[field] !== undefined);
  const decide = () => {
    const decided = { ...merged };
    for (const field of contested) if (chosen[field] === 'mine') decided[field] = mine[field];
    onDecide(decided);
  };
  const text = (value: unknown) => valueText(intl, value, words);
  return (
    <Dialog
      title={intl.formatMessage(
        { id: 'conflict.title', defaultMessage: 'Somebody else changed this too: {what}' },
        { what: intl.formatMessage(words.title) },
      )}
      isOpen
      onClose={onClose}
      size="wide"
      actions={
        <>
          <Button onPress={onClose}>
            <FormattedMessage id="conflict.back" defaultMessage="Back to writing" />
          </Button>
          <Button kind="primary" onPress={decide} isPending={isPending} isDisabled={!isDecided}>
            <FormattedMessage id="conflict.save" defaultMessage="Save it like this" />
          </Button>
        </>
      }
    >
      <p>
        <FormattedMessage
          id="conflict.text"
          defaultMessage="{count, plural, =0 {You changed different things. Both are kept.} one {One thing was changed by both of you. Choose what holds.} other {# things were changed by both of you. Choose what holds.}} Nothing was overwritten."
          values={{ count: contested.length }}
        />
      </p>
      {contested.map((field) => (
        <RadioGroup
          key={field}
          label={fieldText(intl, field, words)}
          value={chosen[field] ?? null}
          onChange={(side) => setChosen({ ...chosen, [field]: side })}
          choices={[
            {
              id: 'mine',
              label: intl.formatMessage({ id: 'conflict.mine', defaultMessage: 'Yours' }),
              hint: text(mine[field]),
            },
            {
              id: 'theirs',
              label: intl.formatMessage({ id: 'conflict.theirs', defaultMessage: 'The newest' }),
              hint: text(theirs[field]),
            },
          ]}
        />
      ))}
      <Kept
        title={intl.formatMessage({ id: 'conflict.only-mine', defaultMessage: 'Changed by you alone' })}
        rows={onlyMine.map((field) => [fieldText(intl, field, words), text(mine[field])])}
      />
      <Kept
        title={intl.formatMessage({
          id: 'conflict.only-theirs',
          defaultMessage: 'Changed by the other alone',
        })}
        rows={onlyTheirs.map((field) => [fieldText(intl, field, words), text(theirs[field])])}
      />
    </Dialog>
  );
}

function Kept({ title, rows }: { title: string; rows: [label: string, value: string][] }) {
  if (rows.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <dl className={styles.answers}>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
