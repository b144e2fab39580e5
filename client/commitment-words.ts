import { defineMessage, defineMessages, type MessageDescriptor } from 'react-intl';
import type { Commitment, CommitmentState, Need, NewDose } from './api/commitments.ts';
import type { OrganisationKind } from './api/organisations.ts';

export const STATE_WORDS: Record<CommitmentState, MessageDescriptor> = defineMessages({
  proposed: { id: 'commitment.proposed', defaultMessage: 'Proposed' },
  agreed: { id: 'commitment.agreed', defaultMessage: 'Agreed' },
  declined: { id: 'commitment.declined', defaultMessage: 'Declined' },
  in_progress: { id: 'commitment.in-progress', defaultMessage: 'Under way' },
  blocked: { id: 'commitment.blocked', defaultMessage: 'Blocked' },
  delivered: { id: 'commitment.delivered', defaultMessage: 'Said to be done' },
  verified: { id: 'commitment.verified', defaultMessage: 'Verified by residents' },
  partly_verified: { id: 'commitment.partly', defaultMessage: 'Partly done, residents say' },
  not_verified: { id: 'commitment.not', defaultMessage: 'Not done, residents say' },
  reopened: { id: 'commitment.reopened', defaultMessage: 'Open again' },
  withdrawn: { id: 'commitment.withdrawn', defaultMessage: 'Withdrawn' },
  superseded: { id: 'commitment.superseded', defaultMessage: 'Replaced' },
  no_longer_needed: { id: 'commitment.not-needed', defaultMessage: 'No longer needed' },
});

/** What the button says that takes the step to a state. */
export const STEP_WORDS: Record<CommitmentState, MessageDescriptor> = defineMessages({
  proposed: { id: 'step.proposed', defaultMessage: 'Propose' },
  agreed: { id: 'step.agreed', defaultMessage: 'Agree…' },
  declined: { id: 'step.declined', defaultMessage: 'Decline…' },
  in_progress: { id: 'step.in-progress', defaultMessage: 'Begin' },
  blocked: { id: 'step.blocked', defaultMessage: 'It is blocked…' },
  delivered: { id: 'step.delivered', defaultMessage: 'It is done…' },
  verified: { id: 'step.verified', defaultMessage: 'Record what residents say…' },
  partly_verified: { id: 'step.partly', defaultMessage: 'Record what residents say…' },
  not_verified: { id: 'step.not', defaultMessage: 'Record what residents say…' },
  reopened: { id: 'step.reopened', defaultMessage: 'Open again' },
  withdrawn: { id: 'step.withdrawn', defaultMessage: 'Withdraw…' },
  superseded: { id: 'step.superseded', defaultMessage: 'Replace…' },
  no_longer_needed: { id: 'step.not-needed', defaultMessage: 'No longer needed…' },
});

export const KIND_WORDS: Record<Commitment['kind'], MessageDescriptor> = defineMessages({
  patrol: { id: 'kind.patrol', defaultMessage: 'Patrol' },
  infrastructure: { id: 'kind.infrastructure', defaultMessage: 'Infrastructure' },
  information: { id: 'kind.information', defaultMessage: 'Information' },
  service: { id: 'kind.service', defaultMessage: 'Service' },
  enforcement: { id: 'kind.enforcement', defaultMessage: 'Enforcement' },
  dialogue: { id: 'kind.dialogue', defaultMessage: 'Dialogue' },
  policy: { id: 'kind.policy', defaultMessage: 'Rules and policy' },
  training: { id: 'kind.training', defaultMessage: 'Training' },
  referral: { id: 'kind.referral', defaultMessage: 'Referral' },
  resident_action: { id: 'kind.resident', defaultMessage: 'Action of residents' },
  data: { id: 'kind.data', defaultMessage: 'Data' },
});

export const NO_OWNER: MessageDescriptor = defineMessage({
  id: 'present.noOwner',
  defaultMessage: 'A promise needs an owner: choose the organisation that gives it.',
});

export const DOSE_WORDS: Record<NewDose['unit'], MessageDescriptor> = defineMessages({
  visit: { id: 'dose.visit', defaultMessage: 'Visits' },
  patrol_minutes: { id: 'dose.minutes', defaultMessage: 'Minutes of patrol' },
  repair: { id: 'dose.repair', defaultMessage: 'Repairs' },
  light: { id: 'dose.light', defaultMessage: 'Lights' },
  talk: { id: 'dose.talk', defaultMessage: 'Talks' },
  participant: { id: 'dose.participant', defaultMessage: 'Participants' },
  item: { id: 'dose.item', defaultMessage: 'Items' },
  check: { id: 'dose.check', defaultMessage: 'Checks' },
});

export const VISIBILITY_WORDS: Record<Commitment['visibility'], MessageDescriptor> = defineMessages({
  internal: { id: 'visibility.internal', defaultMessage: 'Those who work on the case' },
  committee: { id: 'visibility.committee', defaultMessage: 'The committee too' },
  public: { id: 'visibility.public', defaultMessage: 'Residents too' },
});

export const NEED_WORDS: Record<Need, MessageDescriptor> = defineMessages({
  dueOn: { id: 'need.due', defaultMessage: 'To be done by' },
  evidenceOfDone: { id: 'need.evidence-of-done', defaultMessage: 'How everybody will see that it is done' },
  reason: { id: 'need.reason', defaultMessage: 'Reason' },
  unblockedBy: { id: 'need.unblocked', defaultMessage: 'Who could clear the way' },
  evidence: { id: 'need.evidence', defaultMessage: 'What shows that it is done' },
  tally: { id: 'need.tally', defaultMessage: 'What residents say' },
});

export const ORGANISATION_WORDS: Record<OrganisationKind, MessageDescriptor> = defineMessages({
  police: { id: 'organisation.police', defaultMessage: 'Police' },
  municipality: { id: 'organisation.municipality', defaultMessage: 'Municipality' },
  agency: { id: 'organisation.agency', defaultMessage: 'Public agency' },
  utility: { id: 'organisation.utility', defaultMessage: 'Utility' },
  health: { id: 'organisation.health', defaultMessage: 'Health' },
  school: { id: 'organisation.school', defaultMessage: 'School' },
  business: { id: 'organisation.business', defaultMessage: 'Business' },
  ngo: { id: 'organisation.ngo', defaultMessage: 'Civic organisation' },
  faith: { id: 'organisation.faith', defaultMessage: 'Faith community' },
  residents: { id: 'organisation.residents', defaultMessage: 'Residents' },
  other: { id: 'organisation.other', defaultMessage: 'Other' },
});
