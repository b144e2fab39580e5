import { defineMessage, defineMessages, type MessageDescriptor } from 'react-intl';
import type { PartBodies } from '../../../api/problem-parts.ts';
import type { BodyWords } from '../body-words.ts';

type Cheers = PartBodies['cheers'];
export type CheersLetter = Cheers['no'][number];

/** The six questions, in the words of the field. */
export const CHEERS_QUESTIONS: Record<CheersLetter, MessageDescriptor> = defineMessages({
  community: { id: 'cheers.community', defaultMessage: 'Community: who is affected?' },
  harm: { id: 'cheers.harm', defaultMessage: 'Harm: what harm is done?' },
  expectation: {
    id: 'cheers.expectation',
    defaultMessage: 'Expectation: what do people expect of the police and their partners?',
  },
  events: { id: 'cheers.events', defaultMessage: 'Events: what kinds of events are they?' },
  recurring: { id: 'cheers.recurring', defaultMessage: 'Recurring: how often do they happen?' },
  similarity: { id: 'cheers.similarity', defaultMessage: 'Similarity: in what are they alike?' },
});

export const HARM_WORDS: Record<Cheers['harms'][number], MessageDescriptor> = defineMessages({
  property_loss: { id: 'harm.property', defaultMessage: 'Loss of property' },
  injury: { id: 'harm.injury', defaultMessage: 'Injury' },
  death: { id: 'harm.death', defaultMessage: 'Death' },
  mental_anguish: { id: 'harm.anguish', defaultMessage: 'Mental anguish' },
  fear: { id: 'harm.fear', defaultMessage: 'Fear' },
  undermines_police: { id: 'harm.police', defaultMessage: 'Undermines trust in the police' },
  economic: { id: 'harm.economic', defaultMessage: 'Economic harm' },
  environmental: { id: 'harm.environment', defaultMessage: 'Harm to the surroundings' },
  restriction_of_movement: { id: 'harm.movement', defaultMessage: 'People no longer go there' },
});

export const EVIDENCE_WORDS: Record<Cheers['evidence'][number], MessageDescriptor> = defineMessages({
  call: { id: 'evidence.call', defaultMessage: 'Calls' },
  meeting: { id: 'evidence.meeting', defaultMessage: 'A meeting' },
  press: { id: 'evidence.press', defaultMessage: 'The press' },
  petition: { id: 'evidence.petition', defaultMessage: 'A petition' },
  survey: { id: 'evidence.survey', defaultMessage: 'A survey' },
});

export const RECURRENCE_WORDS: Record<NonNullable<Cheers['recurrence']>, MessageDescriptor> = defineMessages({
  acute: { id: 'recurrence.acute', defaultMessage: 'Acute: it began not long ago' },
  chronic: { id: 'recurrence.chronic', defaultMessage: 'Chronic: it has gone on for long' },
});

export const ALIKE_WORDS: Record<Cheers['similarity'][number], MessageDescriptor> = defineMessages({
  behaviour: { id: 'alike.behaviour', defaultMessage: 'What is done' },
  place: { id: 'alike.place', defaultMessage: 'Where' },
  persons_affected: { id: 'alike.persons', defaultMessage: 'Whom it harms' },
  time: { id: 'alike.time', defaultMessage: 'When' },
  other: { id: 'alike.other', defaultMessage: 'Something else' },
});

export const CHEERS_WORDS: BodyWords<Cheers> = {
  title: defineMessage({ id: 'cheers.title', defaultMessage: 'Is it a problem? The CHEERS test' }),
  fields: defineMessages({
    groups: { id: 'cheers.groups', defaultMessage: 'Groups affected' },
    community: { id: 'cheers.community.text', defaultMessage: 'How they are affected' },
    harms: { id: 'cheers.harms', defaultMessage: 'Harms' },
    harm: { id: 'cheers.harm.text', defaultMessage: 'The harm in words' },
    expectation: { id: 'cheers.expectation.text', defaultMessage: 'What is expected' },
    evidence: { id: 'cheers.evidence', defaultMessage: 'Where the expectation shows' },
    events: { id: 'cheers.events.list', defaultMessage: 'Kinds of events' },
    count: { id: 'cheers.count', defaultMessage: 'Events' },
    months: { id: 'cheers.months', defaultMessage: 'In how many months' },
    recurrence: { id: 'cheers.recurrence', defaultMessage: 'Acute or chronic' },
    similarity: { id: 'cheers.similarity.list', defaultMessage: 'Alike in' },
    alike: { id: 'cheers.alike', defaultMessage: 'How they are alike' },
    no: { id: 'cheers.no', defaultMessage: 'Answered with no' },
    instead: { id: 'cheers.instead', defaultMessage: 'How it is handled instead' },
  }),
  values: {
    ...CHEERS_QUESTIONS,
    ...HARM_WORDS,
    ...EVIDENCE_WORDS,
    ...RECURRENCE_WORDS,
    ...ALIKE_WORDS,
  },
};
