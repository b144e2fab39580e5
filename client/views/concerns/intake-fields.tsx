import { FormattedMessage, useIntl } from 'react-intl';
import { useCategories } from '../../api/categories.ts';
import { CheckGroup } from '../../ui/check-group.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import {
  CHANNEL_WORDS,
  choicesOf,
  FREQUENCY_WORDS,
  GROUP_WORDS,
  HARM_WORDS,
  REPORTER_WORDS,
} from './concern-words.ts';
import styles from './concerns.module.css';
import type { IntakeDraft } from './use-intake-draft.ts';
import { useLanguages } from './use-languages.ts';

interface FieldsProps {
  draft: IntakeDraft;
  set: (change: Partial<IntakeDraft>) => void;
}
interface CheckedFieldsProps extends FieldsProps {
  /** What the server says of a field. */
  errorAt: (pointer: string) => string | undefined;
}

/** How it came in. */
export function HowFields({ draft, set, today }: FieldsProps & { today: string }) {
  const intl = useIntl();
  const languages = useLanguages(draft.language);
  return (
    <div className={styles.pair}>
      <Select
        label={intl.formatMessage({ id: 'concern.channel', defaultMessage: 'How it came in' })}
        choices={choicesOf(intl, CHANNEL_WORDS)}
        value={draft.channel}
        onChange={(channel) => set({ channel })}
      />
      <TextField
        type="date"
        label={intl.formatMessage({ id: 'concern.receivedOn', defaultMessage: 'Received on' })}
        value={draft.receivedOn}
        onChange={(receivedOn) => set({ receivedOn: receivedOn || today })}
      />
      <Select
        label={intl.formatMessage({ id: 'concern.language', defaultMessage: 'Language of the person' })}
        choices={languages}
        value={draft.language}
        onChange={(language) => set({ language })}
      />
    </div>
  );
}

/** What it is about. */
export function WhatFields({ draft, set, errorAt }: CheckedFieldsProps) {
  const intl = useIntl();
  const { data: categories } = useCategories();
  const none = {
    id: 0,
    label: intl.formatMessage({ id: 'concern.category.none', defaultMessage: 'Not said' }),
  };
  const open = (categories ?? []).filter((category) => category.protected === 'none');
  return (
    <>
      <TextArea
        label={intl.formatMessage({ id: 'concern.summary', defaultMessage: 'In a sentence: what happens?' })}
        hint={intl.formatMessage({
          id: 'concern.summary.hint',
          defaultMessage: 'Without names and numbers of persons.',
        })}
        value={draft.summary}
        onChange={(summary) => set({ summary })}
        rows={2}
        maxLength={500}
        {...given(errorAt('/summary'))}
      />
      <TextArea
        label={intl.formatMessage({ id: 'concern.detail', defaultMessage: 'More about it' })}
        value={draft.detail}
        onChange={(detail) => set({ detail })}
        rows={3}
        maxLength={20_000}
      />
      <div className={styles.pair}>
        <Select
          label={intl.formatMessage({ id: 'concern.category', defaultMessage: 'What kind of thing' })}
          choices={[none, ...open.map(({ id, name }) => ({ id, label: name }))]}
          value={draft.categoryId ?? 0}
          onChange={(id) => set({ categoryId: id === 0 ? null : id })}
        />
        <Select
          label={intl.formatMessage({ id: 'concern.frequency', defaultMessage: 'How often' })}
          choices={choicesOf(intl, FREQUENCY_WORDS)}
          value={draft.frequency}
          onChange={(frequency) => set({ frequency })}
        />
        <TextField
          type="date"
          label={intl.formatMessage({ id: 'concern.from', defaultMessage: 'On, or since' })}
          value={draft.from}
          onChange={(from) => set({ from })}
        />
        <TextField
          type="date"
          label={intl.formatMessage({ id: 'concern.to', defaultMessage: 'Until' })}
          value={draft.to}
          onChange={(to) => set({ to })}
          {...given(errorAt('/occurredTo'))}
        />
      </div>
      <CheckGroup
        label={intl.formatMessage({ id: 'concern.groups', defaultMessage: 'Who is affected' })}
        choices={choicesOf(intl, GROUP_WORDS)}
        value={draft.affectedGroups}
        onChange={(affectedGroups) => set({ affectedGroups })}
      />
      <CheckGroup
        label={intl.formatMessage({ id: 'concern.harms', defaultMessage: 'What harm it does' })}
        choices={choicesOf(intl, HARM_WORDS)}
        value={draft.harms}
        onChange={(harms) => set({ harms })}
      />
    </>
  );
}

/** Who says it. */
export function ReporterFields({ draft, set }: FieldsProps) {
  const intl = useIntl();
  return (
    <>
      <div className={styles.pair}>
        <Select
          label={intl.formatMessage({ id: 'concern.reporter', defaultMessage: 'It is raised by' })}
          choices={choicesOf(intl, REPORTER_WORDS)}
          value={draft.reporterType}
          onChange={(reporterType) =>
            set(reporterType === 'anonymous' ? { reporterType, contact: '' } : { reporterType })
          }
        />
      </div>
      <Checkbox isSelected={draft.onBehalf} onChange={(onBehalf) => set({ onBehalf })}>
        <FormattedMessage id="concern.onBehalf" defaultMessage="On behalf of somebody else" />
      </Checkbox>
    </>
  );
}

/** Who says it, what they agree to, and how they can be reached. */
export function PersonFields({ draft, set, errorAt }: CheckedFieldsProps) {
  const intl = useIntl();
  const isAnonymous = draft.reporterType === 'anonymous';
  return (
    <fieldset className={styles.fieldset}>
      <legend>
        <FormattedMessage id="concern.person" defaultMessage="Who raises it" />
      </legend>
      <ReporterFields draft={draft} set={set} />
      <Checkbox isSelected={draft.answerMe} onChange={(answerMe) => set({ answerMe })}>
        <FormattedMessage id="concern.consent.answer" defaultMessage="The person wants an answer" />
      </Checkbox>
      <Checkbox isSelected={draft.contactMe} onChange={(contactMe) => set({ contactMe })}>
        <FormattedMessage id="concern.consent.contact" defaultMessage="The person may be asked about it" />
      </Checkbox>
      <Checkbox isSelected={draft.publishSummary} onChange={(publishSummary) => set({ publishSummary })}>
        <FormattedMessage id="concern.consent.publish" defaultMessage="The sentence may be published" />
      </Checkbox>
      {isAnonymous || !(draft.answerMe || draft.contactMe) ? null : (
        <TextField
          label={intl.formatMessage({ id: 'concern.contact', defaultMessage: 'How to reach the person' })}
          hint={intl.formatMessage({
            id: 'concern.contact.hint',
            defaultMessage: 'Optional. Kept sealed, read one at a time, and forgotten once it is settled.',
          })}
          value={draft.contact}
          onChange={(contact) => set({ contact })}
          maxLength={300}
          autoComplete="off"
          {...given(errorAt('/contact'))}
        />
      )}
    </fieldset>
  );
}

const given = (error: string | undefined) => (error === undefined ? {} : { error });
