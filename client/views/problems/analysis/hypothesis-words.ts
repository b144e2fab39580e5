import { defineMessage, defineMessages, type MessageDescriptor } from 'react-intl';
import type { ItemBodies } from '../../../api/problem-parts.ts';
import type { BodyWords } from '../body-words.ts';

export type Hypothesis = ItemBodies['hypothesis'];

export const STATUS_WORDS: Record<Hypothesis['status'], MessageDescriptor> = defineMessages({
  untested: { id: 'hypothesis.untested', defaultMessage: 'Not tested yet' },
  supported: { id: 'hypothesis.supported', defaultMessage: 'Supported' },
  not_supported: { id: 'hypothesis.not-supported', defaultMessage: 'Not supported' },
  mixed: { id: 'hypothesis.mixed', defaultMessage: 'Mixed' },
});

export const HYPOTHESIS_WORDS: BodyWords<Hypothesis> = {
  title: defineMessage({ id: 'hypothesis.title', defaultMessage: 'Hypothesis' }),
  fields: defineMessages({
    statement: { id: 'hypothesis.statement', defaultMessage: 'It happens because …' },
    predicts: { id: 'hypothesis.predicts', defaultMessage: 'If that is true, we would see' },
    testRunIds: { id: 'hypothesis.runs', defaultMessage: 'Kept answers that test it' },
    status: { id: 'hypothesis.status', defaultMessage: 'What came of the test' },
    note: { id: 'hypothesis.note', defaultMessage: 'How it was tested, and what speaks against it' },
  }),
  values: STATUS_WORDS,
};
