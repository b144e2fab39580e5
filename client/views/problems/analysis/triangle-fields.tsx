import { Trash2 } from 'lucide-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button, IconButton } from '../../../ui/button.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useBodyFields } from '../body-fields.tsx';
import { useChoices } from '../body-words.ts';
import work from '../case-work.module.css';
import styles from '../problems.module.css';
import { SIDE_WORDS } from '../side-words.ts';
import {
  ANSWER_WORDS,
  SIDES,
  SUPER_FIELDS,
  SUPER_WORDS,
  type SuperController,
  TRIANGLE_WORDS,
  type Triangle,
} from './triangle-words.ts';

interface TriangleFieldsProps {
  triangle: Triangle;
  set: (change: Partial<Triangle>) => void;
}

/** The form of the triangle, side by side. */
export function TriangleFields({ triangle, set }: TriangleFieldsProps) {
  const intl = useIntl();
  const choices = useChoices();
  const { label, lineOf, textOf, choiceOf } = useBodyFields(TRIANGLE_WORDS.fields, triangle, set);
  return (
    <>
      {SIDES.map(({ side, inner, controller, asked, missing }) => (
        <fieldset key={side} className={styles.fieldset}>
          <legend>{intl.formatMessage(SIDE_WORDS[side])}</legend>
          {inner.map((field) => (
            <div key={field}>{field === 'tools' ? lineOf(field) : textOf(field)}</div>
          ))}
          {lineOf(controller)}
          <div className={work.threes}>
            {asked.map((field) => (
              <div key={field}>{choiceOf(field, ANSWER_WORDS)}</div>
            ))}
          </div>
          {textOf(missing)}
        </fieldset>
      ))}
      <SuperControllers
        all={triangle.superControllers}
        onChange={(superControllers) => set({ superControllers })}
      />
      <RadioGroup
        label={label('weakSide')}
        choices={choices(SIDE_WORDS)}
        value={triangle.weakSide}
        onChange={(weakSide) => set({ weakSide })}
      />
      {textOf('whyWeak')}
    </>
  );
}

interface SuperControllersProps {
  all: readonly SuperController[];
  onChange: (all: SuperController[]) => void;
}

/** Who could move those who could control: one row each. */
function SuperControllers({ all, onChange }: SuperControllersProps) {
  const intl = useIntl();
  const choices = useChoices();
  const put = (at: number, change: Partial<SuperController>) =>
    onChange(all.map((one, i) => (i === at ? { ...one, ...change } : one)));
  return (
    <fieldset className={styles.fieldset}>
      <legend>{intl.formatMessage(TRIANGLE_WORDS.fields.superControllers)}</legend>
      {all.map((one, at) => (
        // Rows have no name of their own; their place in the list is what tells them apart.
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
        <div key={at} className={work.superRow}>
          <Select
            label={intl.formatMessage(SUPER_FIELDS.kind)}
            choices={choices(SUPER_WORDS)}
            value={one.kind}
            onChange={(kind) => put(at, { kind })}
          />
          <TextField
            label={intl.formatMessage(SUPER_FIELDS.who)}
            value={one.who}
            onChange={(who) => put(at, { who })}
            maxLength={200}
            isRequired
          />
          <TextField
            label={intl.formatMessage(SUPER_FIELDS.lever)}
            value={one.lever}
            onChange={(lever) => put(at, { lever })}
            maxLength={200}
          />
          <IconButton
            label={intl.formatMessage({ id: 'item.remove', defaultMessage: 'Take out' })}
            icon={<Trash2 aria-hidden />}
            onPress={() => onChange(all.filter((_, i) => i !== at))}
          />
        </div>
      ))}
      <div className={styles.buttons}>
        <Button
          size="small"
          onPress={() => onChange([...all, { kind: 'organisational', who: '', lever: '' }])}
        >
          <FormattedMessage id="super.add" defaultMessage="Add one" />
        </Button>
      </div>
    </fieldset>
  );
}
