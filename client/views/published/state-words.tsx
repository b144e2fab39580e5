import { defineMessages, type MessageDescriptor, useIntl } from 'react-intl';
import type { Publication } from '../../api/publications.ts';
import { Badge, type BadgeProps } from '../../ui/badge.tsx';

type State = Publication['state'];

const STATE_WORDS: Readonly<Record<State, MessageDescriptor>> = defineMessages({
  prepared: { id: 'published.state.prepared', defaultMessage: 'Prepared' },
  approved: { id: 'published.state.approved', defaultMessage: 'Approved' },
  released: { id: 'published.state.released', defaultMessage: 'Released' },
  withdrawn: { id: 'published.state.withdrawn', defaultMessage: 'Withdrawn' },
  struck: { id: 'published.state.struck', defaultMessage: 'Struck' },
});

const TONES: Readonly<Record<State, BadgeProps['tone']>> = {
  prepared: 'amber',
  approved: 'amber',
  released: 'teal',
  withdrawn: 'plain',
  struck: 'red',
};

export function StateMark({ state }: { state: State }) {
  const intl = useIntl();
  return <Badge tone={TONES[state]}>{intl.formatMessage(STATE_WORDS[state])}</Badge>;
}
