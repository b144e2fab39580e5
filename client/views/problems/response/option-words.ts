import { defineMessage, defineMessages, type MessageDescriptor } from 'react-intl';
import type { ItemBodies } from '../../../api/problem-parts.ts';
import { DOSE_WORDS } from '../../../commitment-words.ts';
import type { BodyWords } from '../body-words.ts';
import { SIDE_WORDS } from '../side-words.ts';

export type Option = ItemBodies['option'];
export type Family = NonNullable<Option['family']>;
export type Quality = NonNullable<Option['evidenceQuality']>;
export type Right = NonNullable<Option['lawful']>;
export type Decision = NonNullable<Option['decision']>;

export const FAMILY_WORDS: Record<Family, MessageDescriptor> = defineMessages({
  increase_effort: { id: 'family.effort', defaultMessage: 'Increase the effort' },
  increase_risks: { id: 'family.risks', defaultMessage: 'Increase the risks' },
  reduce_rewards: { id: 'family.rewards', defaultMessage: 'Reduce the rewards' },
  reduce_provocations: { id: 'family.provocations', defaultMessage: 'Reduce provocations' },
  remove_excuses: { id: 'family.excuses', defaultMessage: 'Remove excuses' },
  enforcement: { id: 'family.enforcement', defaultMessage: 'Enforcement' },
  social_support: { id: 'family.social', defaultMessage: 'Social support' },
  mediation_dialogue: { id: 'family.mediation', defaultMessage: 'Mediation and dialogue' },
  service_provision: { id: 'family.service', defaultMessage: 'Services' },
  communication: { id: 'family.communication', defaultMessage: 'Communication' },
  design_infrastructure: { id: 'family.design', defaultMessage: 'Design and infrastructure' },
  regulation_licensing: { id: 'family.regulation', defaultMessage: 'Regulation and licensing' },
  governance_police_conduct: { id: 'family.governance', defaultMessage: 'Governance and police conduct' },
});

export const QUALITY_WORDS: Record<Quality, MessageDescriptor> = defineMessages({
  none: { id: 'evidence.none', defaultMessage: 'No evidence known' },
  low: { id: 'evidence.low', defaultMessage: 'Weak evidence' },
  medium: { id: 'evidence.medium', defaultMessage: 'Some good evidence' },
  high: { id: 'evidence.high', defaultMessage: 'Strong evidence' },
});

export const RIGHT_WORDS: Record<Right, MessageDescriptor> = defineMessages({
  yes: { id: 'right.yes', defaultMessage: 'Yes' },
  no: { id: 'right.no', defaultMessage: 'No' },
  unsure: { id: 'right.unsure', defaultMessage: 'Unsure' },
});

export const DECISION_WORDS: Record<Decision, MessageDescriptor> = defineMessages({
  chosen: { id: 'option.chosen', defaultMessage: 'Chosen' },
  reserve: { id: 'option.reserve', defaultMessage: 'In reserve' },
  rejected: { id: 'option.rejected', defaultMessage: 'Rejected' },
});

export const COURSE_WORDS: Record<NonNullable<Option['course']>, MessageDescriptor> = defineMessages({
  one_off: { id: 'option.one-off', defaultMessage: 'Done once' },
  continuous: { id: 'option.continuous', defaultMessage: 'Goes on' },
});

export const OPTION_WORDS: BodyWords<Option> = {
  title: defineMessage({ id: 'option.word', defaultMessage: 'Option' }),
  fields: defineMessages({
    title: { id: 'option.title', defaultMessage: 'Name of the option' },
    description: { id: 'option.description', defaultMessage: 'What would be done' },
    cardId: { id: 'option.card', defaultMessage: 'Begun from the card' },
    family: { id: 'option.family', defaultMessage: 'Family' },
    mechanism: { id: 'option.mechanism', defaultMessage: 'Mechanism: works by …' },
    side: { id: 'option.side', defaultMessage: 'Side of the triangle' },
    evidence: { id: 'option.evidence', defaultMessage: 'What is known of it, and from where' },
    evidenceQuality: { id: 'option.quality', defaultMessage: 'How good the evidence is' },
    ownerId: { id: 'option.owner', defaultMessage: 'Organisation that would own it' },
    cost: { id: 'option.cost', defaultMessage: 'Cost' },
    course: { id: 'option.course', defaultMessage: 'Once or going on' },
    start: { id: 'option.start', defaultMessage: 'Would start on' },
    doseUnit: { id: 'option.dose-unit', defaultMessage: 'Dose is counted in' },
    dosePerWeek: { id: 'option.dose', defaultMessage: 'Dose a week' },
    risks: { id: 'option.risks', defaultMessage: 'What could go wrong' },
    lawful: { id: 'option.lawful', defaultMessage: 'Lawful' },
    necessary: { id: 'option.necessary', defaultMessage: 'Necessary' },
    proportionate: { id: 'option.proportionate', defaultMessage: 'Proportionate' },
    nonDiscriminatory: { id: 'option.fair', defaultMessage: 'Does not discriminate' },
    riskToWhom: { id: 'option.risk-to', defaultMessage: 'Whom it could harm' },
    mitigations: { id: 'option.mitigations', defaultMessage: 'What is done so that it does not' },
    reviewedBy: { id: 'option.reviewed', defaultMessage: 'Rights check made by (office or role)' },
    displacement: { id: 'option.displacement', defaultMessage: 'Where it could move instead' },
    effectScore: { id: 'option.effect', defaultMessage: 'Expected effect' },
    feasibilityScore: { id: 'option.feasibility', defaultMessage: 'Feasible here' },
    acceptanceScore: { id: 'option.acceptance', defaultMessage: 'Accepted by those concerned' },
    decision: { id: 'option.decision', defaultMessage: 'Decision' },
    reason: { id: 'option.reason', defaultMessage: 'Reason' },
    geometry: { id: 'option.geometry', defaultMessage: 'Where' },
  }),
  values: {
    ...FAMILY_WORDS,
    ...QUALITY_WORDS,
    ...RIGHT_WORDS,
    ...DECISION_WORDS,
    ...COURSE_WORDS,
    ...DOSE_WORDS,
    ...SIDE_WORDS,
  },
};

export const EMPTY_OPTION: Option = {
  title: '',
  description: '',
  cardId: null,
  family: null,
  mechanism: '',
  side: null,
  evidence: '',
  evidenceQuality: null,
  ownerId: null,
  cost: '',
  course: null,
  start: null,
  doseUnit: null,
  dosePerWeek: null,
  risks: [],
  lawful: null,
  necessary: null,
  proportionate: null,
  nonDiscriminatory: null,
  riskToWhom: [],
  mitigations: '',
  reviewedBy: '',
  displacement: '',
  effectScore: null,
  feasibilityScore: null,
  acceptanceScore: null,
  decision: null,
  reason: '',
  geometry: null,
};

/** The questions of the rights check. */
export const RIGHTS = ['lawful', 'necessary', 'proportionate', 'nonDiscriminatory'] as const;

/** One no is enough against an option; four times yes and a name of who checked let it pass. */
export function rightsResult(option: Option): 'passed' | 'open' | 'failed' {
  if (RIGHTS.some((right) => option[right] === 'no')) return 'failed';
  return RIGHTS.every((right) => option[right] === 'yes') && option.reviewedBy !== '' ? 'passed' : 'open';
}
