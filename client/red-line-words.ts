import { defineMessages, type MessageDescriptor } from 'react-intl';
import type { NewRedLine } from './api/red-lines.ts';

/** What the workbench refuses, whoever asks. */
export const RED_LINE_WORDS: Record<NewRedLine['line'], MessageDescriptor> = defineMessages({
  attribute_of_persons: {
    id: 'redLine.line.attribute',
    defaultMessage: 'A field for ethnicity, religion or another trait of persons',
  },
  names_of_persons: {
    id: 'redLine.line.names',
    defaultMessage: 'Names or contacts of victims, suspects or witnesses',
  },
  exact_data_out: { id: 'redLine.line.export', defaultMessage: 'Exact data for somebody outside' },
  face_recognition: { id: 'redLine.line.faces', defaultMessage: 'Recognising faces or number plates' },
  watch_of_persons: { id: 'redLine.line.watch', defaultMessage: 'Following persons or groups' },
  score_of_areas: { id: 'redLine.line.score', defaultMessage: 'One score of how dangerous an area is' },
  other: { id: 'redLine.line.other', defaultMessage: 'Something else' },
});

/** Who asks: the kind of body, never a person. */
export const BODY_WORDS: Record<NewRedLine['body'], MessageDescriptor> = defineMessages({
  police: { id: 'redLine.body.police', defaultMessage: 'Police' },
  military: { id: 'redLine.body.military', defaultMessage: 'Military' },
  intelligence: { id: 'redLine.body.intelligence', defaultMessage: 'Intelligence service' },
  ministry: { id: 'redLine.body.ministry', defaultMessage: 'Ministry' },
  local_authority: { id: 'redLine.body.local', defaultMessage: 'Local authority' },
  court: { id: 'redLine.body.court', defaultMessage: 'Court or prosecutor' },
  donor: { id: 'redLine.body.donor', defaultMessage: 'Donor' },
  company: { id: 'redLine.body.company', defaultMessage: 'Company' },
  media: { id: 'redLine.body.media', defaultMessage: 'Press' },
  research: { id: 'redLine.body.research', defaultMessage: 'Research' },
  person: { id: 'redLine.body.person', defaultMessage: 'Private person' },
  other: { id: 'redLine.body.other', defaultMessage: 'Another body' },
});
