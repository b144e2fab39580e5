import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import {
  type CardFields,
  type ResponseCard,
  useAddCard,
  useChangeCard,
} from '../../../api/response-cards.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { CheckGroup } from '../../../ui/check-group.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { LinesField } from '../../../ui/lines-field.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import { useChoices } from '../body-words.ts';
import styles from '../problems.module.css';
import { SIDE_WORDS } from '../side-words.ts';
import {
  CARD_COST_WORDS,
  CARD_COURSE_WORDS,
  cardFieldsOf,
  EMMIE,
  EMMIE_WORDS,
  EMPTY_CARD,
  isCardWhole,
} from './card-words.ts';
import { FAMILY_WORDS, QUALITY_WORDS } from './option-words.ts';

interface CardFormProps {
  /** A card of the workspace is changed, one of the library is the beginning of a new one; null: an empty one. */
  card: ResponseCard | null;
  onClose: () => void;
}

/** A response card of the workspace: what it is, how it works, what is known of it and what it could do to people. */
export function CardFormDialog({ card, onClose }: CardFormProps) {
  const intl = useIntl();
  const add = useAddCard();
  const change = useChangeCard();
  const [fields, setFields] = useState<CardFields>(card ? cardFieldsOf(card) : EMPTY_CARD);
  const set = (part: Partial<CardFields>) => setFields((before) => ({ ...before, ...part }));
  const version = card?.version ?? null;
  const save = () =>
    card && version !== null
      ? change.mutate({ id: card.id, version, fields }, { onSuccess: onClose })
      : add.mutate(fields, { onSuccess: onClose });
  return (
    <ConfirmDialog
      title={
        version === null
          ? intl.formatMessage({ id: 'card.add', defaultMessage: 'Add a card of your own' })
          : intl.formatMessage({ id: 'card.change', defaultMessage: 'Change a card of your own' })
      }
      isOpen
      onClose={onClose}
      onConfirm={save}
      confirmLabel={intl.formatMessage({ id: 'data.save', defaultMessage: 'Save' })}
      isPending={add.isPending || change.isPending}
      isConfirmDisabled={!isCardWhole(fields)}
    >
      <What fields={fields} set={set} />
      <Harm fields={fields} set={set} />
      <Known fields={fields} set={set} />
      {isCardWhole(fields) ? null : (
        <p className={styles.quiet}>
          <FormattedMessage
            id="card.wanted"
            defaultMessage="A card needs a name, what is done, how it works, a side of the triangle, what could go wrong and where the problem could move."
          />
        </p>
      )}
      <ErrorNotice error={add.error ?? change.error} />
    </ConfirmDialog>
  );
}

interface PartProps {
  fields: CardFields;
  set: (part: Partial<CardFields>) => void;
}

function What({ fields, set }: PartProps) {
  const intl = useIntl();
  const choices = useChoices();
  return (
    <>
      <TextField
        label={intl.formatMessage({ id: 'card.title', defaultMessage: 'Name of the response' })}
        value={fields.title}
        onChange={(title) => set({ title })}
        maxLength={120}
        autoFocus
      />
      <Select
        label={intl.formatMessage({ id: 'option.family', defaultMessage: 'Family' })}
        choices={choices(FAMILY_WORDS)}
        value={fields.family}
        onChange={(family) => set({ family })}
      />
      <TextArea
        label={intl.formatMessage({ id: 'card.about', defaultMessage: 'What is done' })}
        value={fields.about}
        onChange={(about) => set({ about })}
        rows={3}
        maxLength={2000}
      />
      <TextArea
        label={intl.formatMessage({ id: 'option.mechanism', defaultMessage: 'Mechanism: works by …' })}
        value={fields.mechanism}
        onChange={(mechanism) => set({ mechanism })}
        rows={2}
        maxLength={500}
      />
      <CheckGroup
        label={intl.formatMessage({ id: 'cards.side', defaultMessage: 'Acts on' })}
        choices={choices(SIDE_WORDS)}
        value={fields.sides}
        onChange={(sides) => set({ sides })}
      />
      <LinesField
        label={intl.formatMessage({ id: 'card.examples', defaultMessage: 'For example' })}
        hint={intl.formatMessage({ id: 'cheers.one-a-line', defaultMessage: 'One a line.' })}
        value={fields.examples}
        onChange={(examples) => set({ examples })}
        rows={2}
      />
      <div className={styles.dates}>
        <Select
          label={intl.formatMessage({ id: 'option.course', defaultMessage: 'Once or going on' })}
          choices={choices(CARD_COURSE_WORDS)}
          value={fields.course}
          onChange={(course) => set({ course })}
        />
        <Select
          label={intl.formatMessage({ id: 'option.cost', defaultMessage: 'Cost' })}
          choices={choices(CARD_COST_WORDS)}
          value={fields.cost.level}
          onChange={(level) => set({ cost: { ...fields.cost, level } })}
        />
      </div>
      <TextField
        label={intl.formatMessage({ id: 'card.cost.text', defaultMessage: 'What it costs, in words' })}
        value={fields.cost.text}
        onChange={(text) => set({ cost: { ...fields.cost, text } })}
        maxLength={500}
      />
    </>
  );
}

function Harm({ fields, set }: PartProps) {
  const intl = useIntl();
  return (
    <>
      <LinesField
        label={intl.formatMessage({ id: 'card.harms', defaultMessage: 'What could go wrong' })}
        hint={intl.formatMessage({ id: 'cheers.one-a-line', defaultMessage: 'One a line.' })}
        value={fields.harms}
        onChange={(harms) => set({ harms })}
        rows={2}
      />
      <TextField
        label={intl.formatMessage({
          id: 'option.displacement',
          defaultMessage: 'Where it could move instead',
        })}
        value={fields.displacement}
        onChange={(displacement) => set({ displacement })}
        maxLength={500}
      />
    </>
  );
}

/** What is known, each part with how well it is known. */
function Known({ fields, set }: PartProps) {
  const intl = useIntl();
  const choices = useChoices();
  return (
    <fieldset className={styles.fieldset}>
      <legend>
        <FormattedMessage id="card.known" defaultMessage="What is known of it" />
      </legend>
      {EMMIE.map((part) => {
        const name = intl.formatMessage(EMMIE_WORDS[part]);
        const known = fields.emmie[part];
        const change = (of: Partial<typeof known>) =>
          set({ emmie: { ...fields.emmie, [part]: { ...known, ...of } } });
        return (
          <div key={part} className={styles.form}>
            <TextArea
              label={name}
              value={known.text}
              onChange={(text) => change({ text })}
              rows={2}
              maxLength={2000}
            />
            <Select
              label={intl.formatMessage(
                { id: 'card.quality', defaultMessage: '{part}: how good the evidence is' },
                { part: name },
              )}
              choices={choices(QUALITY_WORDS)}
              value={known.evidenceQuality}
              onChange={(evidenceQuality) => change({ evidenceQuality })}
            />
          </div>
        );
      })}
    </fieldset>
  );
}
