import { defineMessages, type MessageDescriptor } from 'react-intl';
import type { MinutesSectionId } from '../../api/minutes.ts';

/** The words of minutes on paper. arabic.ts has them once more. */

export const SECTION_WORDS: Readonly<Record<MinutesSectionId, MessageDescriptor>> = defineMessages({
  meeting: { id: 'minutes.section.meeting', defaultMessage: 'The meeting' },
  attendance: { id: 'minutes.section.attendance', defaultMessage: 'Who was there' },
  earlier_minutes: { id: 'minutes.section.earlier', defaultMessage: 'Minutes of earlier meetings' },
  reviewed: { id: 'minutes.section.reviewed', defaultMessage: 'What was promised before' },
  agenda: { id: 'minutes.section.agenda', defaultMessage: 'What was talked about' },
  promised: { id: 'minutes.section.promised', defaultMessage: 'New promises' },
  next: { id: 'minutes.section.next', defaultMessage: 'The next meeting' },
});

export const MEETING_WORDS: Readonly<Record<string, MessageDescriptor>> = defineMessages({
  committee: { id: 'minutes.kind.committee', defaultMessage: 'Meeting of the committee' },
  public_forum: { id: 'minutes.kind.forum', defaultMessage: 'Public forum' },
  working_group: { id: 'minutes.kind.group', defaultMessage: 'Working group' },
  walkabout: { id: 'minutes.kind.walkabout', defaultMessage: 'Walkabout' },
  women_session: { id: 'minutes.kind.women', defaultMessage: 'Women’s session' },
  youth_session: { id: 'minutes.kind.youth', defaultMessage: 'Youth session' },
  minority_session: { id: 'minutes.kind.minority', defaultMessage: 'Session of a minority' },
  extraordinary: { id: 'minutes.kind.extraordinary', defaultMessage: 'Extraordinary meeting' },
});

export const OPEN_WORDS: Readonly<Record<string, MessageDescriptor>> = defineMessages({
  public: { id: 'minutes.open.public', defaultMessage: 'Everybody' },
  members: { id: 'minutes.open.members', defaultMessage: 'Members of the committee' },
  invited: { id: 'minutes.open.invited', defaultMessage: 'Those who were invited' },
});

export const ITEM_STATE_WORDS: Readonly<Record<string, MessageDescriptor>> = defineMessages({
  open: { id: 'minutes.itemState.open', defaultMessage: 'Open' },
  done: { id: 'minutes.itemState.done', defaultMessage: 'Done' },
  deferred: { id: 'minutes.itemState.deferred', defaultMessage: 'Put off' },
  dropped: { id: 'minutes.itemState.dropped', defaultMessage: 'Left out' },
});

export const PROMISE_WORDS: Readonly<Record<string, MessageDescriptor>> = defineMessages({
  proposed: { id: 'minutes.promise.proposed', defaultMessage: 'Proposed' },
  agreed: { id: 'minutes.promise.agreed', defaultMessage: 'Agreed' },
  declined: { id: 'minutes.promise.declined', defaultMessage: 'Declined' },
  in_progress: { id: 'minutes.promise.in-progress', defaultMessage: 'Under way' },
  blocked: { id: 'minutes.promise.blocked', defaultMessage: 'Blocked' },
  delivered: { id: 'minutes.promise.delivered', defaultMessage: 'Said to be done' },
  verified: { id: 'minutes.promise.verified', defaultMessage: 'Done, residents say' },
  partly_verified: { id: 'minutes.promise.partly', defaultMessage: 'Partly done, residents say' },
  not_verified: { id: 'minutes.promise.not', defaultMessage: 'Not done, residents say' },
  reopened: { id: 'minutes.promise.reopened', defaultMessage: 'Open again' },
  withdrawn: { id: 'minutes.promise.withdrawn', defaultMessage: 'Withdrawn' },
  superseded: { id: 'minutes.promise.superseded', defaultMessage: 'Replaced' },
  no_longer_needed: { id: 'minutes.promise.not-needed', defaultMessage: 'No longer needed' },
});

const WORDS = defineMessages({
  title: { id: 'minutes.title', defaultMessage: 'Minutes: {committee}' },
  forEverybody: { id: 'minutes.forEverybody', defaultMessage: 'For everybody' },
  forCommittee: { id: 'minutes.forCommittee', defaultMessage: 'For the committee' },
  draft: { id: 'minutes.draft', defaultMessage: 'Draft' },
  closed: { id: 'minutes.closed', defaultMessage: 'Not approved yet' },
  approved: { id: 'minutes.approved', defaultMessage: 'Approved at the meeting of {day}' },
  state: { id: 'minutes.state', defaultMessage: 'State' },
  when: { id: 'minutes.when', defaultMessage: 'When' },
  until: { id: 'minutes.until', defaultMessage: '{start} to {end}' },
  where: { id: 'minutes.where', defaultMessage: 'Where' },
  kind: { id: 'minutes.kind', defaultMessage: 'Kind' },
  openTo: { id: 'minutes.openTo', defaultMessage: 'Open to' },
  sessions: { id: 'minutes.sessions', defaultMessage: 'In the same round' },
  session: { id: 'minutes.session', defaultMessage: '{kind}, {day}' },
  counted: { id: 'minutes.counted', defaultMessage: 'People by group; no names are kept' },
  group: { id: 'minutes.group', defaultMessage: 'Group' },
  women: { id: 'minutes.women', defaultMessage: 'Women' },
  men: { id: 'minutes.men', defaultMessage: 'Men' },
  unsaid: { id: 'minutes.unsaid', defaultMessage: 'Not said' },
  together: { id: 'minutes.together', defaultMessage: 'Together' },
  police: { id: 'minutes.police', defaultMessage: 'Police' },
  members: { id: 'minutes.members', defaultMessage: 'Members of the committee' },
  public: { id: 'minutes.public', defaultMessage: 'Public' },
  ofPublic: {
    id: 'minutes.ofPublic',
    defaultMessage: 'Of the public {youth, number} were young and {older, number} older.',
  },
  disabled: {
    id: 'minutes.disabled',
    defaultMessage: '{disabled, plural, one {# person} other {# people}} of the public had a disability.',
  },
  organisations: { id: 'minutes.organisations', defaultMessage: 'Organisations: {names}.' },
  notCounted: { id: 'minutes.notCounted', defaultMessage: 'Nobody counted who was there.' },
  quorate: {
    id: 'minutes.quorate',
    defaultMessage: 'Enough members were there ({quorum, number} are needed).',
  },
  notQuorate: {
    id: 'minutes.notQuorate',
    defaultMessage: 'Fewer members were there than are needed ({quorum, number}).',
  },
  noneApproved: { id: 'minutes.noneApproved', defaultMessage: 'No earlier minutes were approved.' },
  approvedHere: {
    id: 'minutes.approvedHere',
    defaultMessage: 'The minutes of the meeting of {day} were approved.',
  },
  noneReviewed: { id: 'minutes.noneReviewed', defaultMessage: 'No promise was looked at.' },
  reviewedTable: {
    id: 'minutes.reviewedTable',
    defaultMessage: 'Promises, and what either side says of them',
  },
  promise: { id: 'minutes.promise', defaultMessage: 'What was promised' },
  owner: { id: 'minutes.owner', defaultMessage: 'By whom' },
  due: { id: 'minutes.due', defaultMessage: 'Due' },
  ownerSays: { id: 'minutes.ownerSays', defaultMessage: 'They say' },
  residentsSay: { id: 'minutes.residentsSay', defaultMessage: 'The room says' },
  said: { id: 'minutes.said', defaultMessage: '{state}: {note}' },
  tally: {
    id: 'minutes.tally',
    defaultMessage:
      '{outcome} (done {done, number}, partly {partly, number}, not done {notDone, number}, cannot say {cannotSay, number})',
  },
  openAgain: { id: 'minutes.openAgain', defaultMessage: '{tally}. Open again until {day}' },
  notAsked: { id: 'minutes.notAsked', defaultMessage: 'Was not asked' },
  noneTalked: { id: 'minutes.noneTalked', defaultMessage: 'No items were recorded.' },
  itemsTable: { id: 'minutes.itemsTable', defaultMessage: 'Items, and what came of them' },
  item: { id: 'minutes.item', defaultMessage: 'Item' },
  outcome: { id: 'minutes.outcome', defaultMessage: 'What came of it' },
  nonePromised: { id: 'minutes.nonePromised', defaultMessage: 'Nothing new was promised.' },
  promisedTable: {
    id: 'minutes.promisedTable',
    defaultMessage: 'New promises, and what will show that they are kept',
  },
  evidence: { id: 'minutes.evidence', defaultMessage: 'What will show it' },
  ownedBy: { id: 'minutes.ownedBy', defaultMessage: '{organisation}, {role}' },
  nextAt: { id: 'minutes.nextAt', defaultMessage: '{when}' },
  noNext: { id: 'minutes.noNext', defaultMessage: 'No date was agreed.' },
  amended: { id: 'minutes.amended', defaultMessage: 'Put right afterwards' },
  note: { id: 'minutes.note', defaultMessage: '{day}: {text}' },
});

export const MINUTES_WORDS: Readonly<Record<keyof typeof WORDS, MessageDescriptor>> = WORDS;
