import { defineMessages, FormattedMessage, useIntl } from 'react-intl';
import type { Commitment } from '../../../api/commitments.ts';
import { useProblems } from '../../../api/problems.ts';
import { CheckGroup } from '../../../ui/check-group.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { hasSheetWords } from './pens.tsx';
import {
  languageLabel,
  MOST_COPIES,
  MOST_SLIPS,
  SHEETS,
  type SheetChoices,
  type SheetName,
} from './sheet-choices.ts';
import styles from './sheets.module.css';

const SHEET_NAMES: Readonly<Record<SheetName, { id: string; defaultMessage: string }>> = defineMessages({
  invitation: { id: 'sheets.invitation', defaultMessage: 'Invitation (A5)' },
  agenda: { id: 'sheets.agenda', defaultMessage: 'Agenda' },
  tally: { id: 'sheets.tally', defaultMessage: 'Tally at the door' },
  dots: { id: 'sheets.dots', defaultMessage: 'Map for dots' },
  ballots: { id: 'sheets.ballots', defaultMessage: 'Votes' },
  promises: { id: 'sheets.promises', defaultMessage: 'Were promises kept' },
  survey: { id: 'sheets.survey', defaultMessage: 'Survey' },
});

interface ChoicesPanelProps {
  readonly choices: SheetChoices;
  readonly onChange: (change: Partial<SheetChoices>) => void;
  readonly languages: readonly string[];
  readonly promises: readonly Commitment[];
  readonly chosen: readonly Commitment[];
}

/** Which sheets, in which languages, and what each of them needs to know. */
export function ChoicesPanel({ choices, onChange, languages, promises, chosen }: ChoicesPanelProps) {
  const intl = useIntl();
  const { sheets, language, second } = choices;
  const has = (name: SheetName) => sheets.includes(name);
  const unknown = [language, second].filter((one) => one !== '' && !hasSheetWords(one, intl.locale));
  return (
    <div className={styles.panel}>
      <CheckGroup
        label={intl.formatMessage({ id: 'sheets.which', defaultMessage: 'Sheets' })}
        choices={SHEETS.map((id) => ({ id, label: intl.formatMessage(SHEET_NAMES[id]) }))}
        value={sheets}
        onChange={(value) => onChange({ sheets: value })}
      />
      <div className={styles.fields}>
        <Select
          label={intl.formatMessage({ id: 'sheets.language', defaultMessage: 'Language' })}
          choices={languages.map((id) => ({ id, label: languageLabel(intl, id) }))}
          value={language}
          onChange={(id) => onChange({ language: id, second: id === second ? '' : second })}
        />
        <Select
          label={intl.formatMessage({ id: 'sheets.second', defaultMessage: 'Second language' })}
          choices={[
            { id: '', label: intl.formatMessage({ id: 'sheets.second.none', defaultMessage: 'None' }) },
            ...languages
              .filter((one) => one !== language)
              .map((id) => ({ id, label: languageLabel(intl, id) })),
          ]}
          value={second}
          onChange={(id) => onChange({ second: id })}
        />
        {second === '' ? null : (
          <RadioGroup
            label={intl.formatMessage({ id: 'sheets.layout', defaultMessage: 'Two languages' })}
            layout="segments"
            choices={[
              {
                id: 'together',
                label: intl.formatMessage({ id: 'sheets.layout.together', defaultMessage: 'On one sheet' }),
              },
              {
                id: 'apart',
                label: intl.formatMessage({ id: 'sheets.layout.apart', defaultMessage: 'A sheet in each' }),
              },
            ]}
            value={choices.layout}
            onChange={(layout) => onChange({ layout })}
          />
        )}
        {has('invitation') ? (
          <TextField
            label={intl.formatMessage({ id: 'sheets.ask', defaultMessage: 'Whom to ask' })}
            hint={intl.formatMessage({
              id: 'sheets.ask.hint',
              defaultMessage: 'An office and how to reach it. It is printed and not kept.',
            })}
            value={choices.ask}
            onChange={(ask) => onChange({ ask })}
            maxLength={200}
          />
        ) : null}
        {has('ballots') ? (
          <NumberField
            label={intl.formatMessage({ id: 'sheets.slips', defaultMessage: 'Slips of each vote' })}
            value={choices.slips}
            minValue={2}
            maxValue={MOST_SLIPS}
            onChange={(slips) => onChange({ slips: within(slips, MOST_SLIPS) })}
          />
        ) : null}
        {has('dots') || has('ballots') || has('survey') ? (
          <NumberField
            label={intl.formatMessage({ id: 'sheets.copies', defaultMessage: 'Sheets with rows' })}
            hint={intl.formatMessage({
              id: 'sheets.copies.hint',
              defaultMessage: 'The rows go on from sheet to sheet, so that each has a number of its own.',
            })}
            value={choices.copies}
            minValue={1}
            maxValue={MOST_COPIES}
            onChange={(copies) => onChange({ copies: within(copies, MOST_COPIES) })}
          />
        ) : null}
        {has('survey') ? <CaseSelect choices={choices} onChange={onChange} /> : null}
      </div>
      {has('promises') && promises.length > 0 ? (
        <CheckGroup
          label={intl.formatMessage({ id: 'sheets.promises.which', defaultMessage: 'Promises' })}
          choices={promises.map(({ id, text }) => ({ id, label: text }))}
          value={chosen.map(({ id }) => id)}
          onChange={(ids) => onChange({ promises: ids })}
        />
      ) : null}
      {unknown.length > 0 ? (
        <Notice>
          <FormattedMessage
            id="sheets.noWords"
            defaultMessage="The workbench has no words of its own in {languages}: headings stay as they are. What you wrote stands in it."
            values={{ languages: intl.formatList(unknown.map((one) => languageLabel(intl, one))) }}
          />
        </Notice>
      ) : null}
    </div>
  );
}

const within = (count: number, most: number) =>
  Number.isFinite(count) ? Math.min(Math.max(Math.round(count), 1), most) : 1;

function CaseSelect({ choices, onChange }: Pick<ChoicesPanelProps, 'choices' | 'onChange'>) {
  const intl = useIntl();
  const { data: problems = [] } = useProblems();
  return (
    <Select
      label={intl.formatMessage({ id: 'sheets.case', defaultMessage: 'Survey of which case' })}
      placeholder={intl.formatMessage({ id: 'sheets.case.choose', defaultMessage: 'Choose a case' })}
      choices={problems.map(({ id, ref, title }) => ({ id, label: title, hint: ref }))}
      value={choices.problem || null}
      onChange={(problem) => onChange({ problem })}
    />
  );
}
