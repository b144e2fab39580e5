import { defineMessages, type MessageDescriptor } from 'react-intl';
import type { ChainStepName } from './api/chain.ts';

export const STEP_TITLES: Record<ChainStepName, MessageDescriptor> = defineMessages({
  concern: { id: 'chain.concern', defaultMessage: 'Concern' },
  pattern: { id: 'chain.pattern', defaultMessage: 'Pattern' },
  problem: { id: 'chain.problem', defaultMessage: 'Problem case' },
  response: { id: 'chain.response', defaultMessage: 'Response' },
  commitment: { id: 'chain.commitment', defaultMessage: 'Commitment' },
  result: { id: 'chain.result', defaultMessage: 'Measured result' },
  answer: { id: 'chain.answer', defaultMessage: 'Answer' },
  publication: { id: 'chain.publication', defaultMessage: 'Published' },
});

/** What stands where nothing is yet. */
export const GAPS: Record<ChainStepName, MessageDescriptor> = defineMessages({
  concern: { id: 'chain.no.concern', defaultMessage: 'Nobody raised it yet' },
  pattern: { id: 'chain.no.pattern', defaultMessage: 'No answer of the map kept yet' },
  problem: { id: 'chain.no.problem', defaultMessage: 'No problem case yet' },
  response: { id: 'chain.no.response', defaultMessage: 'Nothing chosen yet' },
  commitment: { id: 'chain.no.commitment', defaultMessage: 'No commitment yet' },
  result: { id: 'chain.no.result', defaultMessage: 'Not measured yet' },
  answer: { id: 'chain.no.answer', defaultMessage: 'Nobody was answered yet' },
  publication: { id: 'chain.no.publication', defaultMessage: 'Nothing published yet' },
});

/** Several of one step, folded. */
export const COUNTS: Record<ChainStepName, MessageDescriptor> = defineMessages({
  concern: {
    id: 'chain.many.concern',
    defaultMessage: '{count, plural, one {# concern} other {# concerns}}',
  },
  pattern: {
    id: 'chain.many.pattern',
    defaultMessage: '{count, plural, one {# kept answer} other {# kept answers}}',
  },
  problem: { id: 'chain.many.problem', defaultMessage: '{count, plural, one {# case} other {# cases}}' },
  response: {
    id: 'chain.many.response',
    defaultMessage: '{count, plural, one {# chosen option} other {# chosen options}}',
  },
  commitment: {
    id: 'chain.many.commitment',
    defaultMessage: '{count, plural, one {# commitment} other {# commitments}}',
  },
  result: {
    id: 'chain.many.result',
    defaultMessage: '{count, plural, one {# run of the test} other {# runs of the test}}',
  },
  answer: { id: 'chain.many.answer', defaultMessage: '{count, plural, one {# answer} other {# answers}}' },
  publication: {
    id: 'chain.many.publication',
    defaultMessage: '{count, plural, one {# publication} other {# publications}}',
  },
});
