import { defineMessage, defineMessages } from 'react-intl';
import type { PartBodies } from '../../../api/problem-parts.ts';
import type { BodyWords } from '../body-words.ts';

type Priority = PartBodies['priority'];

export const PRIORITY_WORDS: BodyWords<Priority & { group: string }> = {
  title: defineMessage({ id: 'priority.title', defaultMessage: 'Decision of the committee' }),
  fields: defineMessages({
    votes: { id: 'priority.votes', defaultMessage: 'Votes' },
    group: { id: 'priority.group', defaultMessage: 'Group' },
    recurrence: { id: 'priority.recurrence', defaultMessage: 'How often it happens' },
    tractability: { id: 'priority.tractability', defaultMessage: 'Can something be done about it?' },
    resources: { id: 'priority.resources', defaultMessage: 'Are there means?' },
    rank: { id: 'priority.rank', defaultMessage: 'Rank' },
    reason: { id: 'priority.reason', defaultMessage: 'Reason' },
    decidedOn: { id: 'priority.decided', defaultMessage: 'Decided on' },
    meeting: { id: 'priority.meeting', defaultMessage: 'At which meeting' },
    meetingId: { id: 'meeting-field.listed', defaultMessage: 'Meeting written down here' },
  }),
};
