import { defineMessage, defineMessages, type MessageDescriptor } from 'react-intl';
import type { ItemBodies } from '../../../api/problem-parts.ts';
import type { BodyWords } from '../body-words.ts';

export type SurveyRound = ItemBodies['survey_round'];
export type SurveyQuestion = SurveyRound['questions'][number];
export type SurveyAnswer = SurveyQuestion['answers'][number];
export type SurveyGroup = SurveyAnswer['group'];

export const TIMING_WORDS: Record<SurveyRound['timing'], MessageDescriptor> = defineMessages({
  before: { id: 'survey.before', defaultMessage: 'Before the response' },
  after: { id: 'survey.after', defaultMessage: 'After the response' },
});

export const SAMPLING_WORDS: Record<SurveyRound['sampling'], MessageDescriptor> = defineMessages({
  probability: { id: 'survey.sampling.probability', defaultMessage: 'Drawn at random' },
  quota: { id: 'survey.sampling.quota', defaultMessage: 'So many of each group (quota)' },
  convenience: { id: 'survey.sampling.convenience', defaultMessage: 'Whoever came' },
});

export const ENUMERATOR_WORDS: Record<
  NonNullable<SurveyRound['enumerators']>,
  MessageDescriptor
> = defineMessages({
  women: { id: 'survey.asked-by.women', defaultMessage: 'Asked by women' },
  men: { id: 'survey.asked-by.men', defaultMessage: 'Asked by men' },
  both: { id: 'survey.asked-by.both', defaultMessage: 'Asked by women and men' },
});

/** Each with what counts as a yes. */
export const QUESTION_WORDS: Record<SurveyQuestion['item'], MessageDescriptor> = defineMessages({
  safe_after_dark: {
    id: 'survey.item.safe',
    defaultMessage: 'Feels safe walking alone after dark (very or fairly; SDG 16.1.4)',
  },
  trust: { id: 'survey.item.trust', defaultMessage: 'Trusts the police (very much or fairly)' },
  would_report: { id: 'survey.item.report', defaultMessage: 'Would report it' },
  contact_satisfied: {
    id: 'survey.item.contact',
    defaultMessage: 'Was satisfied with the last contact with the police',
  },
  seen_change: { id: 'survey.item.change', defaultMessage: 'Says that it has become better here' },
});

export const SURVEY_GROUP_WORDS: Record<SurveyGroup, MessageDescriptor> = defineMessages({
  women: { id: 'survey.group.women', defaultMessage: 'Women' },
  men: { id: 'survey.group.men', defaultMessage: 'Men' },
  under_25: { id: 'survey.group.young', defaultMessage: 'Under 25' },
  from_25_to_59: { id: 'survey.group.middle', defaultMessage: '25 to 59' },
  from_60: { id: 'survey.group.older', defaultMessage: '60 and older' },
});
// The keys of the records are the codes; Object.keys forgets it.
export const SURVEY_GROUPS = Object.keys(SURVEY_GROUP_WORDS) as SurveyGroup[];
export const SURVEY_QUESTIONS = Object.keys(QUESTION_WORDS) as SurveyQuestion['item'][];

export const SURVEY_ROUND_WORDS: BodyWords<SurveyRound & SurveyQuestion & SurveyAnswer> = {
  title: defineMessage({ id: 'survey.title', defaultMessage: 'Round of a survey' }),
  fields: defineMessages({
    timing: { id: 'survey.timing', defaultMessage: 'Before or after the response' },
    instrument: { id: 'survey.instrument', defaultMessage: 'Questionnaire and its version' },
    sampling: { id: 'survey.sampling', defaultMessage: 'How those asked were found' },
    inClusters: {
      id: 'survey.clusters',
      defaultMessage: 'Several persons of one household or block were asked',
    },
    from: { id: 'survey.from', defaultMessage: 'First day' },
    to: { id: 'survey.to', defaultMessage: 'Last day' },
    refusals: { id: 'survey.refusals', defaultMessage: 'Persons who did not want to answer' },
    enumerators: { id: 'survey.asked-by', defaultMessage: 'Who asked' },
    questions: { id: 'survey.questions', defaultMessage: 'Questions' },
    item: { id: 'survey.question', defaultMessage: 'Question' },
    wording: { id: 'survey.wording', defaultMessage: 'As it was put' },
    answers: { id: 'survey.answers', defaultMessage: 'Answers' },
    group: { id: 'survey.group', defaultMessage: 'Group' },
    asked: { id: 'survey.asked', defaultMessage: 'Answered' },
    yes: { id: 'survey.yes', defaultMessage: 'Said yes' },
  }),
  values: {
    ...TIMING_WORDS,
    ...SAMPLING_WORDS,
    ...QUESTION_WORDS,
    // The same codes say who asked and who answered; the name of the field tells which.
    ...ENUMERATOR_WORDS,
    ...SURVEY_GROUP_WORDS,
  },
};
