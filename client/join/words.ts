import { defineMessages } from 'react-intl';

/** The words of the telephone page that stand for codes. */

export const GROUP_WORDS = defineMessages({
  women: { id: 'join.group.women', defaultMessage: 'A woman' },
  men: { id: 'join.group.men', defaultMessage: 'A man' },
  youth: { id: 'join.group.youth', defaultMessage: 'A young person' },
  older: { id: 'join.group.older', defaultMessage: 'An older person' },
  minority: { id: 'join.group.minority', defaultMessage: 'Of a minority' },
  other: { id: 'join.group.other', defaultMessage: 'None of these' },
});

export const GROUPS_COUNTED = defineMessages({
  women: { id: 'join.counted.women', defaultMessage: 'Women' },
  men: { id: 'join.counted.men', defaultMessage: 'Men' },
  youth: { id: 'join.counted.youth', defaultMessage: 'Youth' },
  older: { id: 'join.counted.older', defaultMessage: 'Older people' },
  minority: { id: 'join.counted.minority', defaultMessage: 'Minorities' },
  other: { id: 'join.counted.other', defaultMessage: 'Others' },
});

export const YES_NO_WORDS = defineMessages({
  yes: { id: 'join.yes', defaultMessage: 'Yes' },
  no: { id: 'join.no', defaultMessage: 'No' },
  abstain: { id: 'join.abstain', defaultMessage: 'I abstain' },
});

export const VERDICT_WORDS = defineMessages({
  done: { id: 'join.done', defaultMessage: 'Done' },
  partly: { id: 'join.partly', defaultMessage: 'Partly' },
  notDone: { id: 'join.notDone', defaultMessage: 'Not done' },
  cannotSay: { id: 'join.cannotSay', defaultMessage: 'I cannot say' },
});

export const PRECISION_WORDS = defineMessages({
  exact: { id: 'join.precision.exact', defaultMessage: 'This very spot' },
  street: { id: 'join.precision.street', defaultMessage: 'About here: a square of 125 m' },
  block_cell: { id: 'join.precision.block', defaultMessage: 'Roughly here: a square of 250 m' },
  neighbourhood: { id: 'join.precision.neighbourhood', defaultMessage: 'Only which neighbourhood' },
  district_only: { id: 'join.precision.district', defaultMessage: 'Only which district' },
});

export const PATHWAY_WORDS = defineMessages({
  survivor_support: { id: 'join.help.survivor', defaultMessage: 'Support for survivors of violence' },
  child_protection: { id: 'join.help.child', defaultMessage: 'Protection of children' },
  anti_trafficking: { id: 'join.help.trafficking', defaultMessage: 'Help against trafficking' },
  health: { id: 'join.help.health', defaultMessage: 'Health service' },
  legal_aid: { id: 'join.help.legal', defaultMessage: 'Legal aid' },
  specialist_police: { id: 'join.help.police', defaultMessage: 'A specialist police unit' },
  other_service: { id: 'join.help.other', defaultMessage: 'Another service' },
});
