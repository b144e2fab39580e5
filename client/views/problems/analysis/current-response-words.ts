import { defineMessage, defineMessages } from 'react-intl';
import type { PartBodies } from '../../../api/problem-parts.ts';
import type { BodyWords } from '../body-words.ts';

export type CurrentResponse = PartBodies['current_response'];

export const CURRENT_RESPONSE_WORDS: BodyWords<CurrentResponse> = {
  title: defineMessage({ id: 'current.title', defaultMessage: 'What is done today' }),
  fields: defineMessages({
    what: { id: 'current.what', defaultMessage: 'What is done about it now' },
    byWhom: { id: 'current.by', defaultMessage: 'By which organisations or roles' },
    strengths: { id: 'current.strengths', defaultMessage: 'What it achieves' },
    limits: { id: 'current.limits', defaultMessage: 'Why it does not end the problem' },
  }),
};
