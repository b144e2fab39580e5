import { defineMessages, type IntlShape, type MessageDescriptor } from 'react-intl';

/** What the fields of a concern are called, where it is said which of them were corrected. */
const FIELD_WORDS: Readonly<Record<string, MessageDescriptor>> = defineMessages({
  receivedOn: { id: 'concern.receivedOn', defaultMessage: 'Received on' },
  channel: { id: 'concern.channel', defaultMessage: 'How it came in' },
  language: { id: 'concern.language', defaultMessage: 'Language of the person' },
  summary: { id: 'concern.field.summary', defaultMessage: 'The sentence' },
  detail: { id: 'concern.detail', defaultMessage: 'More about it' },
  categoryId: { id: 'concern.category', defaultMessage: 'What kind of thing' },
  place: { id: 'concern.where', defaultMessage: 'Where' },
  occurredFrom: { id: 'concern.from', defaultMessage: 'On, or since' },
  occurredTo: { id: 'concern.to', defaultMessage: 'Until' },
  frequency: { id: 'concern.frequency', defaultMessage: 'How often' },
  affectedGroups: { id: 'concern.groups', defaultMessage: 'Who is affected' },
  harms: { id: 'concern.harms', defaultMessage: 'What harm it does' },
  reporterType: { id: 'concern.reporter', defaultMessage: 'It is raised by' },
  onBehalf: { id: 'concern.onBehalf', defaultMessage: 'On behalf of somebody else' },
});

/** The names of fields, as a step keeps them: separated by blanks. */
export function correctedWords(intl: IntlShape, fields: string): string[] {
  return fields
    .split(' ')
    .map((field) => (Object.hasOwn(FIELD_WORDS, field) ? intl.formatMessage(FIELD_WORDS[field]) : field));
}
