import { FormattedMessage, useIntl } from 'react-intl';
import type { PartBodies } from '../../../api/problem-parts.ts';
import type { Problem } from '../../../api/records.ts';
import { Badge } from '../../../ui/badge.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useChoices } from '../body-words.ts';
import { PartSection } from '../part-section.tsx';
import styles from '../problems.module.css';
import { ANSWER_WORDS, EXPLANATION_WORDS, EXPLANATIONS } from './assessment-words.ts';

type Explanations = PartBodies['explanations'];

const EMPTY: Explanations = {
  trend: null,
  trend_note: '',
  season: null,
  season_note: '',
  regression_to_mean: null,
  regression_to_mean_note: '',
  recording_change: null,
  recording_change_note: '',
  other_initiative: null,
  other_initiative_note: '',
  weather: null,
  weather_note: '',
  displacement_out_of_view: null,
  displacement_out_of_view_note: '',
};

const isOpen = (body: Explanations, name: (typeof EXPLANATIONS)[number]) =>
  body[name] === null || body[`${name}_note`].trim() === '';

/** Every rival is answered before anybody speaks of a cause. */
export function ExplanationsSection({ problem }: { problem: Problem }) {
  return (
    <PartSection
      problem={problem}
      name="explanations"
      empty={EMPTY}
      hint={
        <FormattedMessage
          id="explanation.hint"
          defaultMessage="A change after a response need not come from it. Each of the seven is answered, with a word why."
        />
      }
      mark={(body) => <Open body={body} />}
      read={(body) => <AnsweredExplanations body={body} />}
      form={(body, set) => <Fields body={body} set={set} />}
    />
  );
}

function Open({ body }: { body: Explanations }) {
  const open = EXPLANATIONS.filter((name) => isOpen(body, name)).length;
  return (
    <Badge tone={open === 0 ? 'teal' : 'amber'}>
      <FormattedMessage
        id="explanation.open"
        defaultMessage="{open, plural, =0 {All answered} one {# open} other {# open}}"
        values={{ open }}
      />
    </Badge>
  );
}

/** Each rival with its answer and the word why. */
export function AnsweredExplanations({ body }: { body: Explanations }) {
  const intl = useIntl();
  return (
    <dl className={styles.answers}>
      {EXPLANATIONS.map((name) => {
        const answer = body[name];
        return (
          <div key={name}>
            <dt>{intl.formatMessage(EXPLANATION_WORDS[name])}</dt>
            <dd>
              {answer === null ? '–' : <strong>{intl.formatMessage(ANSWER_WORDS[answer])}</strong>}{' '}
              {body[`${name}_note`]}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function Fields({ body, set }: { body: Explanations; set: (change: Partial<Explanations>) => void }) {
  const intl = useIntl();
  const choices = useChoices();
  return EXPLANATIONS.map((name) => (
    <fieldset key={name} className={styles.fieldset}>
      <legend>{intl.formatMessage(EXPLANATION_WORDS[name])}</legend>
      <RadioGroup
        label={intl.formatMessage({ id: 'explanation.answer', defaultMessage: 'Could it be that?' })}
        choices={choices(ANSWER_WORDS)}
        value={body[name]}
        onChange={(answer) => set({ [name]: answer })}
      />
      <TextField
        label={intl.formatMessage({ id: 'explanation.why', defaultMessage: 'Why' })}
        value={body[`${name}_note`]}
        onChange={(note) => set({ [`${name}_note`]: note })}
        maxLength={10_000}
      />
    </fieldset>
  ));
}
