import { defineMessage, defineMessages, type MessageDescriptor } from 'react-intl';
import type { ItemBodies } from '../../../api/problem-parts.ts';
import type { BodyWords } from '../body-words.ts';

type Source = ItemBodies['source'];

export const SOURCE_KIND_WORDS: Record<Source['kind'], MessageDescriptor> = defineMessages({
  police_records: { id: 'source.police', defaultMessage: 'Police records' },
  concerns: { id: 'source.concerns', defaultMessage: 'Concerns of residents' },
  survey: { id: 'source.survey', defaultMessage: 'A survey' },
  meeting: { id: 'source.meeting', defaultMessage: 'A meeting' },
  field_walk: { id: 'source.walk', defaultMessage: 'A walk through the area' },
  interviews: { id: 'source.interviews', defaultMessage: 'Interviews' },
  partner_records: { id: 'source.partner', defaultMessage: 'Records of a partner' },
  press: { id: 'source.press', defaultMessage: 'The press' },
  other: { id: 'source.other', defaultMessage: 'Something else' },
});

export const SOURCE_WORDS: BodyWords<Source> = {
  title: defineMessage({ id: 'source.title', defaultMessage: 'Source' }),
  fields: defineMessages({
    kind: { id: 'source.kind', defaultMessage: 'Kind of source' },
    what: { id: 'source.what', defaultMessage: 'What it is' },
    from: { id: 'source.from', defaultMessage: 'From' },
    to: { id: 'source.to', defaultMessage: 'To' },
    limits: { id: 'source.limits', defaultMessage: 'What it cannot tell' },
  }),
  values: SOURCE_KIND_WORDS,
};
