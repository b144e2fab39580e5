import { defineMessages, type MessageDescriptor } from 'react-intl';
import type { Step } from '../../api/concerns.ts';

/** What was done, in the story of a concern. */
export const STEP_WORDS: Readonly<Record<string, MessageDescriptor>> = defineMessages({
  receive: { id: 'concern.step.receive', defaultMessage: 'Taken in' },
  answer: { id: 'concern.step.answer', defaultMessage: 'Answered' },
  merge: { id: 'concern.step.merge', defaultMessage: 'Merged into another' },
  attach: { id: 'concern.step.attach', defaultMessage: 'Put into a problem case' },
  detach: { id: 'concern.step.detach', defaultMessage: 'Taken out of the problem case' },
  refer: { id: 'concern.step.refer', defaultMessage: 'Referred' },
  decline: { id: 'concern.step.decline', defaultMessage: 'Declined' },
  withdraw: { id: 'concern.step.withdraw', defaultMessage: 'Withdrawn' },
  reopen: { id: 'concern.step.reopen', defaultMessage: 'Taken up again' },
  correct: { id: 'concern.step.correct', defaultMessage: 'Corrected' },
  photo_out: { id: 'concern.step.photoOut', defaultMessage: 'Photo taken out' },
  erase: { id: 'concern.step.erase', defaultMessage: 'Contact and words erased' },
});

/** What can be done, as the triage offers it. */
export const DO_WORDS: Readonly<Record<Step, MessageDescriptor>> = defineMessages({
  answer: { id: 'concern.do.answer', defaultMessage: 'Answer' },
  attach: { id: 'concern.do.attach', defaultMessage: 'Put into a problem case' },
  detach: { id: 'concern.do.detach', defaultMessage: 'Take out of its case' },
  merge: { id: 'concern.do.merge', defaultMessage: 'Merge into another concern' },
  refer: { id: 'concern.do.refer', defaultMessage: 'Refer to somebody else' },
  decline: { id: 'concern.do.decline', defaultMessage: 'Decline with a reason' },
  withdraw: { id: 'concern.do.withdraw', defaultMessage: 'Withdraw at the wish of the person' },
  reopen: { id: 'concern.do.reopen', defaultMessage: 'Take up again' },
  protect: { id: 'concern.do.protect', defaultMessage: 'Pass on as protected, keep nothing' },
});
