import { defineMessages, type MessageDescriptor, useIntl } from 'react-intl';
import type { PublicAnswer } from './api/public-answers.ts';
import { Badge, type BadgeProps } from './ui/badge.tsx';

type State = PublicAnswer['state'];

const STATES: Readonly<Record<State, MessageDescriptor>> = defineMessages({
  draft: { id: 'answer.state.draft', defaultMessage: 'Draft' },
  privacy_checked: { id: 'answer.state.checked', defaultMessage: 'Privacy checked' },
  translated: { id: 'answer.state.translated', defaultMessage: 'Languages confirmed' },
  released: { id: 'answer.state.released', defaultMessage: 'Released' },
  corrected: { id: 'answer.state.corrected', defaultMessage: 'Corrected' },
  withdrawn: { id: 'answer.state.withdrawn', defaultMessage: 'Withdrawn' },
});

const TONES: Readonly<Record<State, BadgeProps['tone']>> = {
  draft: 'plain',
  privacy_checked: 'amber',
  translated: 'amber',
  released: 'teal',
  corrected: 'red',
  withdrawn: 'plain',
};

/** How far a public answer is. */
export function AnswerMark({ state }: { state: State }) {
  const intl = useIntl();
  return <Badge tone={TONES[state]}>{intl.formatMessage(STATES[state])}</Badge>;
}

/** The day of its newest step. */
export function lastStepOf({ withdrawn, released, translated, approved, changed }: PublicAnswer) {
  return withdrawn ?? released ?? translated ?? approved ?? changed;
}

/** What writing it takes, by what it is about. */
export const changesOf = ({ problemId }: Pick<PublicAnswer, 'problemId'>) =>
  problemId === null ? 'meeting.change' : 'problem.change';

/** In the first of its languages. */
export const titleOf = ({ words }: PublicAnswer): string => words.languages[0]?.title ?? '';
