import { defineMessages, type MessageDescriptor } from 'react-intl';

/** The words of votes and decisions in minutes. arabic.ts has them once more. */
type Words = Readonly<Record<string, MessageDescriptor>>;

export const VOTE_KIND_WORDS: Words = defineMessages({
  dots: { id: 'minutes.vote.dots', defaultMessage: 'dots, {dotsEach, number} each' },
  ranking: { id: 'minutes.vote.ranking', defaultMessage: 'ranking: {most, number} points for the first' },
  yes_no: { id: 'minutes.vote.yesNo', defaultMessage: 'yes or no' },
  verify: { id: 'minutes.vote.verify', defaultMessage: 'whether a promise was kept' },
  hands: { id: 'minutes.vote.hands', defaultMessage: 'show of hands' },
});

export const ANSWER_WORDS: Words = defineMessages({
  yes: { id: 'minutes.answer.yes', defaultMessage: 'Yes' },
  no: { id: 'minutes.answer.no', defaultMessage: 'No' },
  abstain: { id: 'minutes.answer.abstain', defaultMessage: 'Abstained' },
  done: { id: 'minutes.answer.done', defaultMessage: 'Done' },
  partly: { id: 'minutes.answer.partly', defaultMessage: 'Partly' },
  notDone: { id: 'minutes.answer.notDone', defaultMessage: 'Not done' },
  cannotSay: { id: 'minutes.answer.cannotSay', defaultMessage: 'Cannot say' },
});

export const VOICE_WORDS: Words = defineMessages({
  women: { id: 'minutes.voice.women', defaultMessage: 'Women' },
  men: { id: 'minutes.voice.men', defaultMessage: 'Men' },
  youth: { id: 'minutes.voice.youth', defaultMessage: 'Young people' },
  older: { id: 'minutes.voice.older', defaultMessage: 'Older people' },
  minority: { id: 'minutes.voice.minority', defaultMessage: 'Minorities' },
  other: { id: 'minutes.voice.other', defaultMessage: 'Others' },
});

export const DECISION_WORDS: Words = defineMessages({
  priority: { id: 'minutes.decision.priority', defaultMessage: 'Priority of a case' },
  stage_gate: { id: 'minutes.decision.gate', defaultMessage: 'Next stage of a case' },
  commitment: { id: 'minutes.decision.commitment', defaultMessage: 'A promise' },
  closure: { id: 'minutes.decision.closure', defaultMessage: 'Closing a case' },
  referral: { id: 'minutes.decision.referral', defaultMessage: 'Passing something on' },
  rule: { id: 'minutes.decision.rule', defaultMessage: 'A rule of the committee' },
  publication: { id: 'minutes.decision.publication', defaultMessage: 'What is published' },
});

export const RESULT_WORDS: Words = defineMessages({
  agreed: { id: 'minutes.result.agreed', defaultMessage: 'Agreed' },
  agreed_with_reservation: { id: 'minutes.result.reservation', defaultMessage: 'Agreed with reservation' },
  not_agreed: { id: 'minutes.result.notAgreed', defaultMessage: 'Not agreed' },
  deferred: { id: 'minutes.result.deferred', defaultMessage: 'Put off' },
});

const WORDS = defineMessages({
  beside: { id: 'minutes.beside', defaultMessage: 'Under no item of the agenda' },
  decided: { id: 'minutes.decided', defaultMessage: '{result}: {text}' },
  decisionKind: { id: 'minutes.decisionKind', defaultMessage: 'Kind of decision' },
  about: { id: 'minutes.about', defaultMessage: 'About' },
  how: { id: 'minutes.how', defaultMessage: 'How it was reached' },
  consensus: { id: 'minutes.how.consensus', defaultMessage: 'By consensus' },
  byVote: { id: 'minutes.how.vote', defaultMessage: 'By vote' },
  byVotes: {
    id: 'minutes.how.votes',
    defaultMessage: 'By vote: for {for, number}, against {against, number}, abstained {abstain, number}',
  },
  after: { id: 'minutes.after', defaultMessage: 'After the vote' },
  byGroup: { id: 'minutes.byGroup', defaultMessage: 'By group' },
  groupVotes: {
    id: 'minutes.groupVotes',
    defaultMessage: '{group}: for {for, number}, against {against, number}, abstained {abstain, number}',
  },
  quorum: { id: 'minutes.quorum', defaultMessage: 'Members of the committee' },
  quorumMet: {
    id: 'minutes.quorum.met',
    defaultMessage: '{present, number} were there, {needed, number} are needed: enough',
  },
  quorumMissed: {
    id: 'minutes.quorum.missed',
    defaultMessage: '{present, number} were there, {needed, number} are needed: too few',
  },
  quorumUncounted: {
    id: 'minutes.quorum.uncounted',
    defaultMessage: '{needed, number} are needed; nobody counted who was there',
  },
  presentOnly: { id: 'minutes.quorum.present', defaultMessage: '{present, number} were there' },
  voteTable: { id: 'minutes.voteTable', defaultMessage: '{question} ({kind})' },
  choice: { id: 'minutes.choice', defaultMessage: 'Choice' },
  all: { id: 'minutes.all', defaultMessage: 'All' },
  rest: { id: 'minutes.rest', defaultMessage: 'All others' },
  voiced: { id: 'minutes.voiced', defaultMessage: '{group} ({voices, number})' },
  voices: {
    id: 'minutes.voices',
    defaultMessage: 'Telephones and accounts: {devices, number}. Hands and papers: {typed, number}.',
  },
  merged: {
    id: 'minutes.merged',
    defaultMessage: 'Too few to stand by themselves, and counted with the others: {groups}.',
  },
  sideBySide: {
    id: 'minutes.sideBySide',
    defaultMessage: 'Side by side with the sessions of this round',
  },
  sideTable: {
    id: 'minutes.sideTable',
    defaultMessage: 'What came first in each; the lists are never added up',
  },
  sidePlace: { id: 'minutes.sidePlace', defaultMessage: 'Place' },
  sideThis: { id: 'minutes.sideThis', defaultMessage: 'This meeting' },
  sideList: { id: 'minutes.sideList', defaultMessage: '{who}: {question}' },
  sideChoice: { id: 'minutes.sideChoice', defaultMessage: '{text} ({points, number})' },
  membersThere: { id: 'minutes.membersThere', defaultMessage: 'Members of the committee: {quorum}.' },
});

export const VOTE_WORDS: Readonly<Record<keyof typeof WORDS, MessageDescriptor>> = WORDS;
