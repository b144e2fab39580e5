import { FormattedMessage, useIntl } from 'react-intl';
import type { Problem } from '../../../api/records.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useBodyFields } from '../body-fields.tsx';
import { ItemSection } from '../item-section.tsx';
import { CountField, DayField } from '../plain-fields.tsx';
import styles from '../problems.module.css';
import { roundText } from './perception-text.ts';
import { SurveyQuestions } from './survey-questions.tsx';
import {
  ENUMERATOR_WORDS,
  QUESTION_WORDS,
  SAMPLING_WORDS,
  SURVEY_ROUND_WORDS,
  type SurveyRound,
  TIMING_WORDS,
} from './survey-words.ts';

const EMPTY: SurveyRound = {
  timing: 'before',
  instrument: '',
  sampling: 'convenience',
  inClusters: false,
  from: null,
  to: null,
  refusals: null,
  enumerators: null,
  questions: [{ item: 'safe_after_dark', wording: '', answers: [] }],
};

/** Who was asked, when and how; the answers by group are counts, never of one person. */
export function SurveyRoundsSection({ problem }: { problem: Problem }) {
  return (
    <ItemSection
      problem={problem}
      kind="survey_round"
      empty={EMPTY}
      title={<FormattedMessage id="survey.rounds" defaultMessage="Rounds of asking people" />}
      hint={
        <FormattedMessage
          id="survey.hint"
          defaultMessage="One round before the response and one after, with the same questions: what people feel can change where the counts do not, and the other way round."
        />
      }
      add={<FormattedMessage id="survey.add" defaultMessage="Add a round" />}
      read={(round) => <RoundText round={round} />}
      form={(round, set) => <RoundFields round={round} set={set} />}
    />
  );
}

function RoundText({ round }: { round: SurveyRound }) {
  const intl = useIntl();
  return (
    <>
      <p>{roundText(intl, round)}</p>
      <p className={styles.facts}>
        {round.questions.map(({ item }) => (
          <span key={item}>{intl.formatMessage(QUESTION_WORDS[item])}</span>
        ))}
      </p>
    </>
  );
}

interface RoundFieldsProps {
  round: SurveyRound;
  set: (change: Partial<SurveyRound>) => void;
}

function RoundFields({ round, set }: RoundFieldsProps) {
  const intl = useIntl();
  const { choiceOf, lineOf, label } = useBodyFields(SURVEY_ROUND_WORDS.fields, round, set);
  const { from, to } = round;
  return (
    <>
      {choiceOf('timing', TIMING_WORDS)}
      <div className={styles.dates}>
        <DayField label={label('from')} value={from} onChange={(day) => set({ from: day })} />
        <DayField label={label('to')} value={to} onChange={(day) => set({ to: day })} />
      </div>
      {from && to && to < from ? (
        <Notice tone="red">
          <FormattedMessage
            id="survey.days-turned"
            defaultMessage="The last day lies before the first: correct one of the two."
          />
        </Notice>
      ) : null}
      {choiceOf('sampling', SAMPLING_WORDS)}
      <Checkbox isSelected={round.inClusters} onChange={(inClusters) => set({ inClusters })}>
        {intl.formatMessage(SURVEY_ROUND_WORDS.fields.inClusters)}
      </Checkbox>
      {lineOf('instrument')}
      <div className={styles.dates}>
        {choiceOf('enumerators', ENUMERATOR_WORDS)}
        <CountField
          label={label('refusals')}
          value={round.refusals}
          onChange={(refusals) => set({ refusals })}
        />
      </div>
      <SurveyQuestions questions={round.questions} onChange={(questions) => set({ questions })} />
    </>
  );
}
