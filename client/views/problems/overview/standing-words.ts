import { defineMessage, defineMessages, type MessageDescriptor } from 'react-intl';
import type { Problem } from '../../../api/records.ts';
import type { BodyWords } from '../body-words.ts';

export type Standing = Pick<Problem, 'state' | 'reviewOn' | 'confidentiality'>;

export const STATE_WORDS: Record<Problem['state'], MessageDescriptor> = defineMessages({
  proposed: { id: 'case-state.proposed', defaultMessage: 'Proposed' },
  accepted: { id: 'case-state.accepted', defaultMessage: 'Accepted' },
  active: { id: 'case-state.active', defaultMessage: 'Active' },
  paused: { id: 'case-state.paused', defaultMessage: 'Paused' },
  closed_solved: { id: 'case-state.solved', defaultMessage: 'Closed: solved' },
  closed_reduced: { id: 'case-state.reduced', defaultMessage: 'Closed: reduced' },
  closed_no_change: { id: 'case-state.no-change', defaultMessage: 'Closed: no change' },
  closed_not_a_problem: { id: 'case-state.not-a-problem', defaultMessage: 'Closed: not a problem' },
  closed_transferred: { id: 'case-state.transferred', defaultMessage: 'Closed: handed to another owner' },
  closed_merged: { id: 'case-state.merged', defaultMessage: 'Closed: part of another case' },
});

export const CONFIDENTIALITY_WORDS: Record<Problem['confidentiality'], MessageDescriptor> = defineMessages({
  internal: { id: 'confidentiality.internal', defaultMessage: 'Internal' },
  committee: { id: 'confidentiality.committee', defaultMessage: 'Open to the committee' },
  public: { id: 'confidentiality.public', defaultMessage: 'May be spoken of in public' },
});

export const STANDING_WORDS: BodyWords<Standing> = {
  title: defineMessage({ id: 'standing.title', defaultMessage: 'How it stands' }),
  fields: defineMessages({
    state: { id: 'standing.state', defaultMessage: 'State' },
    reviewOn: { id: 'standing.review', defaultMessage: 'To be looked at again on' },
    confidentiality: { id: 'standing.confidentiality', defaultMessage: 'Who reads it' },
  }),
  values: { ...STATE_WORDS, ...CONFIDENTIALITY_WORDS },
};
