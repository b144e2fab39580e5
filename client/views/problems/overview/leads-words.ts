import { defineMessage, defineMessages, type MessageDescriptor } from 'react-intl';
import type { PartBodies } from '../../../api/problem-parts.ts';
import type { BodyWords } from '../body-words.ts';

type Leads = PartBodies['leads'];

export const SIDE_WORDS: Record<Leads['first'], MessageDescriptor> = defineMessages({
  police: { id: 'leads.side.police', defaultMessage: 'The police' },
  community: { id: 'leads.side.community', defaultMessage: 'The community' },
});

export const LEADS_WORDS: BodyWords<Leads> = {
  title: defineMessage({ id: 'leads.title', defaultMessage: 'Lead and co-lead' }),
  fields: defineMessages({
    first: { id: 'leads.first', defaultMessage: 'Who leads' },
    policeRole: { id: 'leads.police-role', defaultMessage: 'Of the police: role' },
    policeName: { id: 'leads.police-name', defaultMessage: 'Of the police: name' },
    policeUserId: { id: 'leads.police-account', defaultMessage: 'Of the police: account' },
    communityUserId: { id: 'leads.community-account', defaultMessage: 'Of the community: account' },
    communityRole: { id: 'leads.community-role', defaultMessage: 'Of the community: role' },
    communityName: { id: 'leads.community-name', defaultMessage: 'Of the community: name' },
  }),
  values: SIDE_WORDS,
};
