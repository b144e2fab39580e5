import { defineMessages } from 'react-intl';

/** The words of votes and decisions, as whoever runs a meeting reads them. */

export const KIND_WORDS = defineMessages({
  dots: { id: 'ballot.kind.dots', defaultMessage: 'Dots' },
  ranking: { id: 'ballot.kind.ranking', defaultMessage: 'Ranking' },
  yes_no: { id: 'ballot.kind.yesNo', defaultMessage: 'Yes or no' },
  verify: { id: 'ballot.kind.verify', defaultMessage: 'Was a promise kept?' },
  hands: { id: 'ballot.kind.hands', defaultMessage: 'Show of hands' },
});

export const KIND_HINTS = defineMessages({
  dots: {
    id: 'ballot.kind.dots.hint',
    defaultMessage: 'Everybody has the same number of dots and spreads them',
  },
  ranking: {
    id: 'ballot.kind.ranking.hint',
    defaultMessage: 'The first of three gets three points, the next two',
  },
  yes_no: { id: 'ballot.kind.yesNo.hint', defaultMessage: 'Yes, no, or abstain' },
  verify: {
    id: 'ballot.kind.verify.hint',
    defaultMessage: 'Residents say done, partly, not done, or cannot say',
  },
  hands: {
    id: 'ballot.kind.hands.hint',
    defaultMessage: 'Counted in the room and typed; no telephone votes',
  },
});

export const ANSWER_WORDS = defineMessages({
  yes: { id: 'ballot.yes', defaultMessage: 'Yes' },
  no: { id: 'ballot.no', defaultMessage: 'No' },
  abstain: { id: 'ballot.abstain', defaultMessage: 'Abstain' },
  done: { id: 'ballot.done', defaultMessage: 'Done' },
  partly: { id: 'ballot.partly', defaultMessage: 'Partly' },
  notDone: { id: 'ballot.notDone', defaultMessage: 'Not done' },
  cannotSay: { id: 'ballot.cannotSay', defaultMessage: 'Cannot say' },
});

export const GROUP_WORDS = defineMessages({
  women: { id: 'ballot.group.women', defaultMessage: 'Women' },
  men: { id: 'ballot.group.men', defaultMessage: 'Men' },
  youth: { id: 'ballot.group.youth', defaultMessage: 'Young people' },
  older: { id: 'ballot.group.older', defaultMessage: 'Older people' },
  minority: { id: 'ballot.group.minority', defaultMessage: 'Minorities' },
  other: { id: 'ballot.group.other', defaultMessage: 'Others' },
});

export const DECISION_KIND_WORDS = defineMessages({
  priority: { id: 'decision.kind.priority', defaultMessage: 'Priority of a case' },
  stage_gate: { id: 'decision.kind.gate', defaultMessage: 'Next stage of a case' },
  commitment: { id: 'decision.kind.commitment', defaultMessage: 'A commitment' },
  closure: { id: 'decision.kind.closure', defaultMessage: 'Closing a case' },
  referral: { id: 'decision.kind.referral', defaultMessage: 'Passing something on' },
  rule: { id: 'decision.kind.rule', defaultMessage: 'A rule of the committee' },
  publication: { id: 'decision.kind.publication', defaultMessage: 'What is published' },
});

export const DECISION_RESULT_WORDS = defineMessages({
  agreed: { id: 'decision.result.agreed', defaultMessage: 'Agreed' },
  agreed_with_reservation: { id: 'decision.result.reservation', defaultMessage: 'Agreed with reservation' },
  not_agreed: { id: 'decision.result.notAgreed', defaultMessage: 'Not agreed' },
  deferred: { id: 'decision.result.deferred', defaultMessage: 'Put off' },
});

export const DECISION_WAY_WORDS = defineMessages({
  consensus: { id: 'decision.way.consensus', defaultMessage: 'By consensus' },
  vote: { id: 'decision.way.vote', defaultMessage: 'By vote' },
});
