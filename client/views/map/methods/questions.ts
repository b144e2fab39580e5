import { defineMessages, type MessageDescriptor } from 'react-intl';

export type QuestionId = 'concentrate' | 'chance' | 'change' | 'near' | 'when' | 'share' | 'around' | 'right';

/** What people ask, in the order they tend to ask it. The method follows from the question. */
export const QUESTIONS: Readonly<Record<QuestionId, MessageDescriptor>> = defineMessages({
  concentrate: { id: 'map.question.density', defaultMessage: 'Where do incidents concentrate?' },
  chance: { id: 'map.question.hotspots', defaultMessage: 'Which concentrations are more than chance?' },
  change: { id: 'map.question.change', defaultMessage: 'Where is it changing?' },
  near: { id: 'map.question.near', defaultMessage: 'Does one lead to another nearby?' },
  when: { id: 'map.question.when', defaultMessage: 'When does it happen?' },
  share: { id: 'map.question.share', defaultMessage: 'How concentrated is it?' },
  around: { id: 'map.question.around', defaultMessage: 'Around which places?' },
  right: { id: 'map.question.right', defaultMessage: 'Which map would have been right?' },
});

export const QUESTION_IDS: readonly QuestionId[] = [
  'concentrate',
  'chance',
  'change',
  'near',
  'when',
  'share',
  'around',
  'right',
];
