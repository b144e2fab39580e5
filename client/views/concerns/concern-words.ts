import { defineMessages, type IntlShape, type MessageDescriptor } from 'react-intl';
import type {
  AffectedGroup,
  Channel,
  DeclineReason,
  Frequency,
  Harm,
  KeptState,
  Pathway,
  Precision,
  ReporterType,
} from '../../api/concerns.ts';

type Words<Id extends string> = Readonly<Record<Id, MessageDescriptor>>;

/** The entries of a list of words as choices of a field, in the order they stand. */
export function choicesOf<Id extends string>(intl: IntlShape, words: Words<Id>): { id: Id; label: string }[] {
  // Object.keys forgets which keys there are.
  const entries = Object.entries<MessageDescriptor>(words) as [Id, MessageDescriptor][];
  return entries.map(([id, descriptor]) => ({ id, label: intl.formatMessage(descriptor) }));
}

export const CHANNEL_WORDS: Words<Channel> = defineMessages({
  meeting: { id: 'concern.channel.meeting', defaultMessage: 'Meeting' },
  officer: { id: 'concern.channel.officer', defaultMessage: 'Told to an officer' },
  station: { id: 'concern.channel.station', defaultMessage: 'Police station' },
  phone: { id: 'concern.channel.phone', defaultMessage: 'Telephone' },
  web: { id: 'concern.channel.web', defaultMessage: 'Website' },
  sms: { id: 'concern.channel.sms', defaultMessage: 'Text message' },
  paper_form: { id: 'concern.channel.paper-form', defaultMessage: 'Paper form' },
  box: { id: 'concern.channel.box', defaultMessage: 'Complaint box' },
  ngo: { id: 'concern.channel.ngo', defaultMessage: 'Through an organisation' },
  survey: { id: 'concern.channel.survey', defaultMessage: 'Survey' },
  letter: { id: 'concern.channel.letter', defaultMessage: 'Letter' },
  patrol_walk: { id: 'concern.channel.patrol-walk', defaultMessage: 'Walk through the area' },
  other: { id: 'concern.channel.other', defaultMessage: 'Another way' },
});

export const FREQUENCY_WORDS: Words<Frequency> = defineMessages({
  once: { id: 'concern.frequency.once', defaultMessage: 'Once' },
  sometimes: { id: 'concern.frequency.sometimes', defaultMessage: 'Sometimes' },
  weekly: { id: 'concern.frequency.weekly', defaultMessage: 'Every week' },
  most_days: { id: 'concern.frequency.most-days', defaultMessage: 'On most days' },
  daily: { id: 'concern.frequency.daily', defaultMessage: 'Every day' },
  unknown: { id: 'concern.frequency.unknown', defaultMessage: 'Not known' },
});

export const REPORTER_WORDS: Words<ReporterType> = defineMessages({
  resident: { id: 'concern.reporter.resident', defaultMessage: 'A resident' },
  business: { id: 'concern.reporter.business', defaultMessage: 'A business' },
  school: { id: 'concern.reporter.school', defaultMessage: 'A school' },
  faith: { id: 'concern.reporter.faith', defaultMessage: 'A place of worship' },
  ngo: { id: 'concern.reporter.ngo', defaultMessage: 'An organisation' },
  officer: { id: 'concern.reporter.officer', defaultMessage: 'An officer' },
  agency: { id: 'concern.reporter.agency', defaultMessage: 'An agency' },
  anonymous: { id: 'concern.reporter.anonymous', defaultMessage: 'Somebody who stays anonymous' },
});

export const PRECISION_WORDS: Words<Precision> = defineMessages({
  exact: { id: 'concern.precision.exact', defaultMessage: 'Exactly there' },
  street: { id: 'concern.precision.street', defaultMessage: 'About that street (125 m)' },
  block_cell: { id: 'concern.precision.block-cell', defaultMessage: 'About those blocks (250 m)' },
  neighbourhood: { id: 'concern.precision.neighbourhood', defaultMessage: 'Only the neighbourhood' },
  district_only: { id: 'concern.precision.district-only', defaultMessage: 'Only the district' },
});

export const GROUP_WORDS: Words<AffectedGroup> = defineMessages({
  women: { id: 'concern.group.women', defaultMessage: 'Women' },
  men: { id: 'concern.group.men', defaultMessage: 'Men' },
  girls: { id: 'concern.group.girls', defaultMessage: 'Girls' },
  boys: { id: 'concern.group.boys', defaultMessage: 'Boys' },
  older_people: { id: 'concern.group.older-people', defaultMessage: 'Older people' },
  disabled_people: { id: 'concern.group.disabled-people', defaultMessage: 'Disabled people' },
  displaced_people: { id: 'concern.group.displaced-people', defaultMessage: 'Displaced people' },
  traders: { id: 'concern.group.traders', defaultMessage: 'Traders' },
  passengers: { id: 'concern.group.passengers', defaultMessage: 'Passengers' },
  drivers: { id: 'concern.group.drivers', defaultMessage: 'Drivers' },
  pupils: { id: 'concern.group.pupils', defaultMessage: 'Pupils' },
  everybody: { id: 'concern.group.everybody', defaultMessage: 'Everybody there' },
});

export const HARM_WORDS: Words<Harm> = defineMessages({
  property_loss: { id: 'concern.harm.property-loss', defaultMessage: 'Loss of property' },
  injury: { id: 'concern.harm.injury', defaultMessage: 'Injury' },
  death: { id: 'concern.harm.death', defaultMessage: 'Death' },
  mental_anguish: { id: 'concern.harm.mental-anguish', defaultMessage: 'Distress' },
  fear: { id: 'concern.harm.fear', defaultMessage: 'Fear' },
  undermines_police: { id: 'concern.harm.undermines-police', defaultMessage: 'Less trust in the police' },
  economic: { id: 'concern.harm.economic', defaultMessage: 'Loss of income' },
  environmental: { id: 'concern.harm.environmental', defaultMessage: 'Harm to the surroundings' },
  restriction_of_movement: {
    id: 'concern.harm.restriction-of-movement',
    defaultMessage: 'People no longer go there',
  },
});

export const PATHWAY_WORDS: Words<Pathway> = defineMessages({
  survivor_support: {
    id: 'concern.pathway.survivor-support',
    defaultMessage: 'Service for survivors of violence',
  },
  child_protection: { id: 'concern.pathway.child-protection', defaultMessage: 'Child protection' },
  anti_trafficking: { id: 'concern.pathway.anti-trafficking', defaultMessage: 'Service against trafficking' },
  health: { id: 'concern.pathway.health', defaultMessage: 'Health service' },
  legal_aid: { id: 'concern.pathway.legal-aid', defaultMessage: 'Legal aid' },
  specialist_police: { id: 'concern.pathway.specialist-police', defaultMessage: 'Specialist police desk' },
  other_service: { id: 'concern.pathway.other-service', defaultMessage: 'Another service' },
});

export const DECLINE_WORDS: Words<DeclineReason> = defineMessages({
  not_a_safety_matter: {
    id: 'concern.decline.not-a-safety-matter',
    defaultMessage: 'It is not a matter of safety',
  },
  outside_area: { id: 'concern.decline.outside-area', defaultMessage: 'It lies outside our area' },
  already_handled: {
    id: 'concern.decline.already-handled',
    defaultMessage: 'It is being dealt with already',
  },
  insufficient: { id: 'concern.decline.insufficient', defaultMessage: 'Too little is known to act on' },
  would_cause_harm: { id: 'concern.decline.would-cause-harm', defaultMessage: 'Acting on it would do harm' },
  duplicate: { id: 'concern.decline.duplicate', defaultMessage: 'It was raised before' },
});

export const STATE_WORDS: Words<KeptState> = defineMessages({
  received: { id: 'concern.state.received', defaultMessage: 'Received' },
  answered: { id: 'concern.state.answered', defaultMessage: 'Answered' },
  attached_to_problem: { id: 'concern.state.attached', defaultMessage: 'In a problem case' },
  referred: { id: 'concern.state.referred', defaultMessage: 'Referred' },
  merged: { id: 'concern.state.merged', defaultMessage: 'Merged' },
  declined: { id: 'concern.state.declined', defaultMessage: 'Declined' },
  withdrawn: { id: 'concern.state.withdrawn', defaultMessage: 'Withdrawn' },
});
