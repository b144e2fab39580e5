import { Plus, Trash2 } from 'lucide-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '../../../ui/button.tsx';
import { Select } from '../../../ui/select.tsx';
import { useChoices } from '../body-words.ts';
import { CountField, LineField } from '../plain-fields.tsx';
import styles from '../problems.module.css';
import {
  QUESTION_WORDS,
  SURVEY_GROUP_WORDS,
  SURVEY_GROUPS,
  SURVEY_QUESTIONS,
  SURVEY_ROUND_WORDS,
  type SurveyAnswer,
  type SurveyGroup,
  type SurveyQuestion,
} from './survey-words.ts';

interface SurveyQuestionsProps {
  questions: readonly SurveyQuestion[];
  onChange: (questions: SurveyQuestion[]) => void;
}

/** Each question of a round once, with how many of each group answered and how many said yes. */
export function SurveyQuestions({ questions, onChange }: SurveyQuestionsProps) {
  const left = SURVEY_QUESTIONS.filter((item) => !questions.some((one) => one.item === item));
  return (
    <>
      {questions.map((question, at) => (
        <QuestionFields
          key={question.item}
          question={question}
          left={left}
          onChange={(next) => onChange(questions.map((one, i) => (i === at ? next : one)))}
          onRemove={() => onChange(questions.filter((_, i) => i !== at))}
        />
      ))}
      {left.length > 0 ? (
        <div>
          <Button
            size="small"
            onPress={() => onChange([...questions, { item: left[0], wording: '', answers: [] }])}
          >
            <Plus aria-hidden size={16} />
            <FormattedMessage id="survey.add-question" defaultMessage="Add a question" />
          </Button>
        </div>
      ) : null}
    </>
  );
}

interface QuestionFieldsProps {
  question: SurveyQuestion;
  /** Questions that the round does not ask yet. */
  left: readonly SurveyQuestion['item'][];
  onChange: (question: SurveyQuestion) => void;
  onRemove: () => void;
}

function QuestionFields({ question, left, onChange, onRemove }: QuestionFieldsProps) {
  const intl = useIntl();
  const choices = useChoices()(QUESTION_WORDS);
  const { fields } = SURVEY_ROUND_WORDS;
  return (
    <fieldset className={styles.fieldset}>
      <legend>{intl.formatMessage(QUESTION_WORDS[question.item])}</legend>
      <Select
        label={intl.formatMessage(fields.item)}
        choices={choices.filter(({ id }) => id === question.item || left.includes(id))}
        value={question.item}
        onChange={(item) => onChange({ ...question, item })}
      />
      <LineField
        label={intl.formatMessage(fields.wording)}
        value={question.wording}
        onChange={(wording) => onChange({ ...question, wording })}
      />
      <p className={styles.quiet}>
        <FormattedMessage
          id="survey.groups.hint"
          defaultMessage="Whoever is counted among women or men is counted once more by age. A group of fewer than ten is kept, and not shown."
        />
      </p>
      {SURVEY_GROUPS.map((group) => (
        <AnswerFields
          key={group}
          group={group}
          answer={question.answers.find((one) => one.group === group)}
          onChange={(answer) => onChange({ ...question, answers: withAnswer(question.answers, answer) })}
        />
      ))}
      <div className={styles.buttons}>
        <Button size="small" onPress={onRemove}>
          <Trash2 aria-hidden size={16} />
          <FormattedMessage id="survey.drop-question" defaultMessage="Leave this question out" />
        </Button>
      </div>
    </fieldset>
  );
}

/** In the order of the groups; a group of whom nobody answered has no entry. */
function withAnswer(answers: readonly SurveyAnswer[], changed: SurveyAnswer): SurveyAnswer[] {
  const all = [...answers.filter(({ group }) => group !== changed.group), changed];
  return SURVEY_GROUPS.flatMap((group) =>
    all.filter((one) => one.group === group && (one.asked > 0 || one.yes > 0)),
  );
}

interface AnswerFieldsProps {
  group: SurveyGroup;
  answer: SurveyAnswer | undefined;
  onChange: (answer: SurveyAnswer) => void;
}

function AnswerFields({ group, answer, onChange }: AnswerFieldsProps) {
  const intl = useIntl();
  const { asked, yes } = answer ?? { asked: null, yes: null };
  const name = intl.formatMessage(SURVEY_GROUP_WORDS[group]);
  const { fields } = SURVEY_ROUND_WORDS;
  const label = (field: 'asked' | 'yes') =>
    intl.formatMessage(
      { id: 'survey.group-field', defaultMessage: '{group}: {field}' },
      { group: name, field: intl.formatMessage(fields[field]) },
    );
  return (
    <div className={styles.dates}>
      <CountField
        label={label('asked')}
        value={asked}
        onChange={(count) => onChange({ group, asked: count ?? 0, yes: yes ?? 0 })}
      />
      <CountField
        label={label('yes')}
        value={yes}
        onChange={(count) => onChange({ group, asked: asked ?? 0, yes: count ?? 0 })}
      />
    </div>
  );
}
