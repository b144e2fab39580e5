import { defineMessage, defineMessages, type MessageDescriptor } from 'react-intl';
import type { ItemBodies } from '../../../api/problem-parts.ts';
import type { BodyWords } from '../body-words.ts';

type Finding = ItemBodies['finding'];

export const QUESTION_WORDS: Record<Finding['question'], MessageDescriptor> = defineMessages({
  what: { id: 'finding.what', defaultMessage: 'What happens exactly?' },
  where: { id: 'finding.where', defaultMessage: 'Where?' },
  when: { id: 'finding.when', defaultMessage: 'When?' },
  who_is_harmed: { id: 'finding.harmed', defaultMessage: 'Who is harmed?' },
  who_is_not: { id: 'finding.not-harmed', defaultMessage: 'Who is nearby and not harmed?' },
  how_handled: {
    id: 'finding.handled',
    defaultMessage: 'How is it handled now, and why does that not end it?',
  },
  known_elsewhere: { id: 'finding.elsewhere', defaultMessage: 'What is known from elsewhere?' },
  data_gap: { id: 'finding.gap', defaultMessage: 'What do the data not show?' },
});

export const CONFIDENCE_WORDS: Record<Finding['confidence'], MessageDescriptor> = defineMessages({
  low: { id: 'confidence.low', defaultMessage: 'Low confidence' },
  medium: { id: 'confidence.medium', defaultMessage: 'Medium confidence' },
  high: { id: 'confidence.high', defaultMessage: 'High confidence' },
});

export const FINDING_WORDS: BodyWords<Finding> = {
  title: defineMessage({ id: 'finding.title', defaultMessage: 'Finding' }),
  fields: defineMessages({
    question: { id: 'finding.question', defaultMessage: 'Question' },
    statement: { id: 'finding.statement', defaultMessage: 'What was found' },
    confidence: { id: 'finding.confidence', defaultMessage: 'How sure it is' },
    implication: { id: 'finding.implication', defaultMessage: 'What follows from it' },
    runIds: { id: 'finding.runs', defaultMessage: 'Kept answers that show it' },
    source: { id: 'finding.source', defaultMessage: 'Other source' },
  }),
  values: { ...QUESTION_WORDS, ...CONFIDENCE_WORDS },
};
