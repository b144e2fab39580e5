import { defineMessage, defineMessages } from 'react-intl';
import type { PartBodies } from '../../../api/problem-parts.ts';
import type { BodyWords } from '../body-words.ts';

export const ELEMENTS_WORDS: BodyWords<PartBodies['elements']> = {
  title: defineMessage({ id: 'elements.title', defaultMessage: 'What the statement has to name' }),
  fields: defineMessages({
    place: { id: 'elements.place', defaultMessage: 'Where' },
    behaviour: { id: 'elements.behaviour', defaultMessage: 'What is done' },
    time: { id: 'elements.time', defaultMessage: 'When' },
    harmed: { id: 'elements.harmed', defaultMessage: 'Who is harmed' },
  }),
};
