import { FormattedMessage, useIntl } from 'react-intl';
import type { PartBodies } from '../../../api/problem-parts.ts';
import type { Problem } from '../../../api/records.ts';
import { CheckGroup } from '../../../ui/check-group.tsx';
import { Select } from '../../../ui/select.tsx';
import { useChoices } from '../body-words.ts';
import { PartSection } from '../part-section.tsx';
import { CountField, LineField } from '../plain-fields.tsx';
import styles from '../problems.module.css';
import {
  BEHAVIOUR_WORDS,
  CLASSIFICATION_WORDS,
  CONCENTRATION_WORDS,
  ENVIRONMENT_WORDS,
  WEEKDAY_WORDS,
} from './classification-words.ts';

type Classification = PartBodies['classification'];

const EMPTY: Classification = {
  environment: null,
  behaviour: null,
  concentrations: [],
  days: [],
  fromHour: null,
  toHour: null,
  season: '',
};

/** What kind of problem it is and when: so that what was tried with its like elsewhere can be found. */
export function ClassificationSection({ problem }: { problem: Problem }) {
  const intl = useIntl();
  const choices = useChoices();
  const label = (field: keyof Classification) => intl.formatMessage(CLASSIFICATION_WORDS.fields[field]);
  return (
    <PartSection
      problem={problem}
      name="classification"
      empty={EMPTY}
      hint={
        <FormattedMessage
          id="classification.hint"
          defaultMessage="Where it happens and what is done: problems of one kind have been met elsewhere."
        />
      }
      form={(body, set) => (
        <>
          <Select
            label={label('environment')}
            choices={choices(ENVIRONMENT_WORDS)}
            value={body.environment}
            onChange={(environment) => set({ environment })}
          />
          <Select
            label={label('behaviour')}
            choices={choices(BEHAVIOUR_WORDS)}
            value={body.behaviour}
            onChange={(behaviour) => set({ behaviour })}
          />
          <CheckGroup
            label={label('concentrations')}
            choices={choices(CONCENTRATION_WORDS)}
            value={body.concentrations}
            onChange={(concentrations) => set({ concentrations })}
          />
          <CheckGroup
            label={label('days')}
            choices={choices(WEEKDAY_WORDS)}
            value={body.days}
            onChange={(days) => set({ days })}
          />
          <div className={styles.dates}>
            <CountField
              label={label('fromHour')}
              max={24}
              value={body.fromHour}
              onChange={(fromHour) => set({ fromHour })}
            />
            <CountField
              label={label('toHour')}
              max={24}
              value={body.toHour}
              onChange={(toHour) => set({ toHour })}
            />
          </div>
          <LineField label={label('season')} value={body.season} onChange={(season) => set({ season })} />
        </>
      )}
    />
  );
}
