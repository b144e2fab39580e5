import { defineMessages, type MessageDescriptor } from 'react-intl';
import type { MeetingState, Office, OpenTo, Sex, Side } from '../../api/meetings.ts';

type Words<Key extends string> = Readonly<Record<Key, MessageDescriptor>>;

export { MEETING_KIND_WORDS as KIND_WORDS } from '../../meeting-kind-words.ts';

export const STATE_WORDS: Words<MeetingState> = defineMessages({
  planned: { id: 'meeting.state.planned', defaultMessage: 'Planned' },
  running: { id: 'meeting.state.running', defaultMessage: 'Running now' },
  closed: { id: 'meeting.state.closed', defaultMessage: 'Closed' },
  cancelled: { id: 'meeting.state.cancelled', defaultMessage: 'Called off' },
});

export const STATE_TONES = {
  planned: 'plain',
  running: 'teal',
  closed: 'plain',
  cancelled: 'red',
} as const satisfies Record<MeetingState, string>;

export const OPEN_TO_WORDS: Words<OpenTo> = defineMessages({
  public: { id: 'meeting.openTo.public', defaultMessage: 'Everybody' },
  members: { id: 'meeting.openTo.members', defaultMessage: 'Members of the committee' },
  invited: { id: 'meeting.openTo.invited', defaultMessage: 'Those who are invited' },
});

export const OFFICE_WORDS: Words<Office> = defineMessages({
  chair_community: { id: 'meeting.office.chairCommunity', defaultMessage: 'Chair for the community' },
  chair_police: { id: 'meeting.office.chairPolice', defaultMessage: 'Chair for the police' },
  facilitator: { id: 'meeting.office.facilitator', defaultMessage: 'Facilitator' },
  secretary: { id: 'meeting.office.secretary', defaultMessage: 'Secretary' },
  member: { id: 'meeting.office.member', defaultMessage: 'Member' },
});

export const SIDE_WORDS: Words<Side> = defineMessages({
  community: { id: 'meeting.side.community', defaultMessage: 'Community' },
  police: { id: 'meeting.side.police', defaultMessage: 'Police' },
  agency: { id: 'meeting.side.agency', defaultMessage: 'Agency' },
});

export const SEX_WORDS: Words<Sex> = defineMessages({
  f: { id: 'meeting.sex.f', defaultMessage: 'Woman' },
  m: { id: 'meeting.sex.m', defaultMessage: 'Man' },
  unsaid: { id: 'meeting.sex.unsaid', defaultMessage: 'Not said' },
});
