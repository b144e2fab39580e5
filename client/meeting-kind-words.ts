import { defineMessages, type MessageDescriptor } from 'react-intl';
import type { MeetingKind } from './api/meetings.ts';

export const MEETING_KIND_WORDS: Readonly<Record<MeetingKind, MessageDescriptor>> = defineMessages({
  committee: { id: 'meeting.kind.committee', defaultMessage: 'Committee meeting' },
  public_forum: { id: 'meeting.kind.forum', defaultMessage: 'Public forum' },
  working_group: { id: 'meeting.kind.group', defaultMessage: 'Working group' },
  walkabout: { id: 'meeting.kind.walkabout', defaultMessage: 'Walkabout' },
  women_session: { id: 'meeting.kind.women', defaultMessage: 'Women’s session' },
  youth_session: { id: 'meeting.kind.youth', defaultMessage: 'Youth session' },
  minority_session: { id: 'meeting.kind.minority', defaultMessage: 'Minority session' },
  extraordinary: { id: 'meeting.kind.extraordinary', defaultMessage: 'Extraordinary meeting' },
});
