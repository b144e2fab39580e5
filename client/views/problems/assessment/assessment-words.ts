import { defineMessage, defineMessages, type MessageDescriptor } from 'react-intl';
import type { PartBodies } from '../../../api/problem-parts.ts';
import type { BodyWords } from '../body-words.ts';
import { WATCHED_WORDS } from '../response/evaluation-words.ts';

type Assessment = PartBodies['assessment'];
type Decision = PartBodies['decision'];
type Explanations = PartBodies['explanations'];

export const MET_WORDS: Record<NonNullable<Assessment['objectiveMet']>, MessageDescriptor> = defineMessages({
  yes: { id: 'assessment.met.yes', defaultMessage: 'Yes' },
  partly: { id: 'assessment.met.partly', defaultMessage: 'Partly' },
  no: { id: 'assessment.met.no', defaultMessage: 'No' },
  cannot_say: { id: 'assessment.met.unknown', defaultMessage: 'Cannot be said' },
});

export const ASKED_WORDS: Record<
  NonNullable<Assessment['perceptionAsked']>,
  MessageDescriptor
> = defineMessages({
  before_and_after: { id: 'assessment.asked.both', defaultMessage: 'Yes, before and after' },
  after: { id: 'assessment.asked.after', defaultMessage: 'Yes, after alone' },
  not_asked: { id: 'assessment.asked.no', defaultMessage: 'Nobody was asked' },
});

export const ASSESSMENT_WORDS: BodyWords<Assessment> = {
  title: defineMessage({ id: 'assessment.title', defaultMessage: 'What was done, and what else came of it' }),
  fields: defineMessages({
    unit: { id: 'assessment.unit', defaultMessage: 'Counted in (visits, lamps, hours)' },
    planned: { id: 'assessment.planned', defaultMessage: 'Planned' },
    delivered: { id: 'assessment.delivered', defaultMessage: 'Delivered' },
    fidelity: { id: 'assessment.fidelity', defaultMessage: 'Was it done as it was meant?' },
    reach: { id: 'assessment.reach', defaultMessage: 'Groups it reached' },
    lookedAt: { id: 'assessment.looked', defaultMessage: 'Looked whether it moved to' },
    displacement: { id: 'assessment.displacement', defaultMessage: 'What was found there' },
    perceptionAsked: { id: 'assessment.asked', defaultMessage: 'Were people asked how safe they feel?' },
    perception: { id: 'assessment.perception', defaultMessage: 'What they said, by group' },
    sideEffects: {
      id: 'assessment.side',
      defaultMessage: 'Side effects, wanted or not, each with the group',
    },
    objectiveMet: { id: 'assessment.met', defaultMessage: 'Was the objective met?' },
  }),
  values: { ...WATCHED_WORDS, ...MET_WORDS, ...ASKED_WORDS },
};

export const ANSWER_WORDS: Record<NonNullable<Explanations['trend']>, MessageDescriptor> = defineMessages({
  ruled_out: { id: 'explanation.ruled-out', defaultMessage: 'Ruled out' },
  possible: { id: 'explanation.possible', defaultMessage: 'Possible' },
  likely: { id: 'explanation.likely', defaultMessage: 'Likely' },
});

export type Explanation = Exclude<keyof Explanations, `${string}_note`>;

export const EXPLANATION_WORDS: Record<Explanation, MessageDescriptor> = defineMessages({
  trend: { id: 'explanation.trend', defaultMessage: 'It was falling anyway' },
  season: { id: 'explanation.season', defaultMessage: 'The season' },
  regression_to_mean: {
    id: 'explanation.regression',
    defaultMessage: 'A bad year before, and an ordinary one after',
  },
  recording_change: { id: 'explanation.recording', defaultMessage: 'It was recorded differently' },
  other_initiative: { id: 'explanation.other', defaultMessage: 'Something else was done there' },
  weather: { id: 'explanation.weather', defaultMessage: 'The weather' },
  displacement_out_of_view: {
    id: 'explanation.out-of-view',
    defaultMessage: 'It moved where nobody looked',
  },
});

/** The seven, in the order of the list. */
export const EXPLANATIONS: readonly Explanation[] = [
  'trend',
  'season',
  'regression_to_mean',
  'recording_change',
  'other_initiative',
  'weather',
  'displacement_out_of_view',
];

const WHY = defineMessage({ id: 'explanation.why', defaultMessage: 'Why' });

export const EXPLANATIONS_WORDS: BodyWords<Explanations> = {
  title: defineMessage({ id: 'explanation.title', defaultMessage: 'What else could explain it' }),
  fields: {
    ...EXPLANATION_WORDS,
    trend_note: WHY,
    season_note: WHY,
    regression_to_mean_note: WHY,
    recording_change_note: WHY,
    other_initiative_note: WHY,
    weather_note: WHY,
    displacement_out_of_view_note: WHY,
  },
  values: ANSWER_WORDS,
};

export const VERDICT_WORDS: BodyWords<PartBodies['verdict']> = {
  title: defineMessage({ id: 'verdict.title', defaultMessage: 'The verdict' }),
  fields: defineMessages({ text: { id: 'verdict.text', defaultMessage: 'In your own words' } }),
};

export const DECISION_CODES: Record<NonNullable<Decision['decision']>, MessageDescriptor> = defineMessages({
  close: { id: 'decision.close', defaultMessage: 'Close the case' },
  continue: { id: 'decision.continue', defaultMessage: 'Go on as it is' },
  adapt: { id: 'decision.adapt', defaultMessage: 'Change the response' },
  scale: { id: 'decision.scale', defaultMessage: 'Do the same elsewhere' },
  escalate: { id: 'decision.escalate', defaultMessage: 'Hand it to a higher level' },
  stop_harmful: { id: 'decision.stop', defaultMessage: 'Stop: it does harm' },
});

export const CLOSURE_WORDS: Record<
  NonNullable<Decision['closureReason']>,
  MessageDescriptor
> = defineMessages({
  closed_solved: { id: 'closure.solved', defaultMessage: 'Solved' },
  closed_reduced: { id: 'closure.reduced', defaultMessage: 'Reduced' },
  closed_no_change: { id: 'closure.no-change', defaultMessage: 'No change' },
  closed_not_a_problem: { id: 'closure.not-a-problem', defaultMessage: 'Not a problem in this sense' },
  closed_transferred: { id: 'closure.transferred', defaultMessage: 'Handed to another owner' },
  closed_merged: { id: 'closure.merged', defaultMessage: 'Part of another case now' },
});

export const REFUSAL_WORDS: BodyWords<PartBodies['publication_refusal']> = {
  title: defineMessage({ id: 'refusal.title', defaultMessage: 'If nothing is published' }),
  fields: defineMessages({
    reason: { id: 'refusal.reason', defaultMessage: 'Reason' },
    decidedBy: { id: 'refusal.by', defaultMessage: 'Who answers for it, as a role' },
    decidedOn: { id: 'refusal.on', defaultMessage: 'Decided on' },
  }),
};

export const DECISION_WORDS: BodyWords<Decision> = {
  title: defineMessage({ id: 'decision.title', defaultMessage: 'Decision and lessons' }),
  fields: defineMessages({
    decision: { id: 'decision.decision', defaultMessage: 'What was decided' },
    closureReason: { id: 'decision.closure', defaultMessage: 'Closed as' },
    decidedAt: { id: 'decision.meeting', defaultMessage: 'At which meeting' },
    meetingId: { id: 'meeting-field.listed', defaultMessage: 'Meeting written down here' },
    decidedOn: { id: 'decision.day', defaultMessage: 'On' },
    reason: { id: 'decision.reason', defaultMessage: 'Why' },
    maintenanceOwner: { id: 'decision.owner', defaultMessage: 'Who keeps in good order what was done' },
    reviewOn: { id: 'decision.review', defaultMessage: 'Looked at again on' },
    worked: { id: 'decision.worked', defaultMessage: 'What worked' },
    didNot: { id: 'decision.did-not', defaultMessage: 'What did not' },
    wouldDoDifferently: { id: 'decision.differently', defaultMessage: 'What we would do differently' },
    transferableWhen: {
      id: 'decision.transferable',
      defaultMessage: 'Others could do the same where',
    },
  }),
  values: { ...DECISION_CODES, ...CLOSURE_WORDS },
};
