import { useIntl } from 'react-intl';
import type { PartBodies } from '../../../api/problem-parts.ts';
import { CheckGroup } from '../../../ui/check-group.tsx';
import { LinesField } from '../../../ui/lines-field.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { useChoices } from '../body-words.ts';
import { CountField } from '../plain-fields.tsx';
import styles from '../problems.module.css';
import {
  ALIKE_WORDS,
  CHEERS_WORDS,
  type CheersLetter,
  EVIDENCE_WORDS,
  HARM_WORDS,
  RECURRENCE_WORDS,
} from './cheers-words.ts';

type Cheers = PartBodies['cheers'];

interface CheersFieldsProps {
  letter: CheersLetter;
  cheers: Cheers;
  set: (change: Partial<Cheers>) => void;
}

/** The fields that answer one of the six questions. */
export function CheersFields({ letter, cheers, set }: CheersFieldsProps) {
  const intl = useIntl();
  const choices = useChoices();
  const label = (field: keyof Cheers) => intl.formatMessage(CHEERS_WORDS.fields[field]);
  const words = (field: 'community' | 'harm' | 'expectation' | 'alike') => (
    <TextArea
      label={label(field)}
      value={cheers[field]}
      onChange={(text) => set({ [field]: text })}
      rows={2}
      maxLength={10_000}
    />
  );
  const oneALine = intl.formatMessage({ id: 'cheers.one-a-line', defaultMessage: 'One a line.' });
  switch (letter) {
    case 'community':
      return (
        <>
          <LinesField
            label={label('groups')}
            hint={intl.formatMessage({
              id: 'cheers.groups.hint',
              defaultMessage: 'One a line, as in “women on their way home from work”. Groups, never persons.',
            })}
            value={cheers.groups}
            onChange={(groups) => set({ groups })}
          />
          {words('community')}
        </>
      );
    case 'harm':
      return (
        <>
          <CheckGroup
            label={label('harms')}
            choices={choices(HARM_WORDS)}
            value={cheers.harms}
            onChange={(harms) => set({ harms })}
          />
          {words('harm')}
        </>
      );
    case 'expectation':
      return (
        <>
          {words('expectation')}
          <CheckGroup
            label={label('evidence')}
            hint={intl.formatMessage({
              id: 'cheers.evidence.hint',
              defaultMessage: 'What people expect has to show somewhere; it is never presumed.',
            })}
            choices={choices(EVIDENCE_WORDS)}
            value={cheers.evidence}
            onChange={(evidence) => set({ evidence })}
          />
        </>
      );
    case 'events':
      return (
        <LinesField
          label={label('events')}
          hint={oneALine}
          value={cheers.events}
          onChange={(events) => set({ events })}
        />
      );
    case 'recurring':
      return (
        <>
          <div className={styles.dates}>
            <CountField label={label('count')} value={cheers.count} onChange={(count) => set({ count })} />
            <CountField
              label={label('months')}
              value={cheers.months}
              onChange={(months) => set({ months })}
            />
          </div>
          <RadioGroup
            label={label('recurrence')}
            choices={choices(RECURRENCE_WORDS)}
            value={cheers.recurrence}
            onChange={(recurrence) => set({ recurrence })}
          />
        </>
      );
    case 'similarity':
      return (
        <>
          <CheckGroup
            label={label('similarity')}
            choices={choices(ALIKE_WORDS)}
            value={cheers.similarity}
            onChange={(similarity) => set({ similarity })}
          />
          {words('alike')}
        </>
      );
  }
}
